import { importTargets } from '@kunak/contracts/directory'
import * as m from '#lib/paraglide/messages.js'
import { languageLabel } from '../labels.ts'

const localised = ['name', 'description'] as const
const always = ['ru', 'en']

/** What a column can become, for a select; names and descriptions also in each language that the mapping already knows. */
export function targetOptions(chosen: readonly string[]): { value: string; label: string }[] {
  const guessed = chosen.map((target) => target.split(':')[1]).filter((tag) => tag !== undefined)
  const tags = [...new Set([...always, ...guessed])]
  return importTargets.flatMap((target) => {
    const label = m[`target_${target}`]()
    const isLocalised = localised.some((name) => name === target)
    return [
      { value: target, label },
      ...(isLocalised ? tags.map((tag) => ({ value: `${target}:${tag}`, label: `${label}: ${languageLabel(tag)}` })) : []),
    ]
  })
}
