import { ok, refuse, type Result } from '@kunak/contracts'
import type { Command } from './command.ts'
import { foundNetwork } from './founding/found-network.ts'
import { type Founder, readFounders } from './founding/founding-file.ts'
import { readArguments } from './read-arguments.ts'
import { readJson } from './read-json.ts'

const help = `pnpm kunak found FILE                                    found a network, once
pnpm kunak found --organisation NAME --republic RU-DA --steward MAIL --steward MAIL
                 --organisation NAME --republic RU-CE --steward MAIL --steward MAIL …

Names the founding organisations from which all chains of vouches start: two at least, in two republics, with two stewards each. They are
vetted from the first day, their stewards get accounts and sign in by mail; everything else they fill in themselves.

  FILE                JSON: [{"names": {"ru": "…", "en": "…"}, "country": "RU", "republics": ["RU-DA"], "stewards": ["a@…", "b@…"]}, …]
  --organisation NAME in Russian; what follows is about it, up to the next one
  --republic CODE     where it works; more than one may be said
  --country CODE      where it is based, such as RU or GE
  --steward MAIL      more than one

Then: pnpm kunak coordinator add MAIL MAIL.
Exit codes: 0 done; 1 refused, as where there are organisations already; 2 wrongly called.`

/** `pnpm kunak found`: the first organisations of a network that is still empty. */
export const foundCommand: Command = {
  summary: 'found a network: its first organisations',
  help,
  run: async (args, { withNetwork, say, complain }) => {
    const founders = await readFoundArguments(args)
    if (!founders.ok) {
      complain(`${founders.refusal}\n\n${help}`)
      return 2
    }
    return await withNetwork(async (network) => {
      const founded = await foundNetwork(network, founders.value)
      if (!founded.ok) {
        complain('There are organisations or people here already. A network is founded once, where there is nothing.')
        return 1
      }
      for (const { id, profile } of founded.value) say(`${id}  ${Object.values(profile.names)[0] ?? ''}`)
      say('Next: pnpm kunak coordinator add MAIL MAIL, with stewards of two of them.')
      return 0
    })
  },
}

const options = {
  organisation: { type: 'string', multiple: true },
  republic: { type: 'string', multiple: true },
  country: { type: 'string', multiple: true },
  steward: { type: 'string', multiple: true },
} as const

async function readFoundArguments(args: readonly string[]): Promise<Result<readonly Founder[], string>> {
  const said = args[0]?.startsWith('--') === false ? await readFounding(args) : readTold(args)
  return said.ok ? readFounders(said.value) : said
}

async function readFounding([path, ...more]: readonly string[]): Promise<Result<unknown, string>> {
  if (path === undefined || more.length > 0) return refuse('Name one file only, and nothing beside it.')
  return readJson(path)
}

/** The options in their order: each belongs to the organisation named last before it. */
function readTold(args: readonly string[]): Result<unknown, string> {
  const parsed = readArguments({ args: [...args], options, tokens: true })
  if (!parsed.ok) return parsed
  const founders: { names: { ru: string }; country?: string; republics: string[]; stewards: string[] }[] = []
  for (const token of parsed.value.tokens) {
    if (token.kind !== 'option') continue
    const { name, value } = token
    const last = founders.at(-1)
    if (name === 'organisation') founders.push({ names: { ru: value }, republics: [], stewards: [] })
    else if (!last) return refuse(`Say --organisation before --${name}.`)
    else if (name === 'republic') last.republics.push(value)
    else if (name === 'steward') last.stewards.push(value)
    else last.country = value
  }
  return founders.length === 0 ? refuse('Name the founding organisations.') : ok(founders)
}
