import { Expertise, type HsdsAttribute, type HsdsOrganization } from '@kunak/contracts/directory'
import { expertiseAreas } from '@kunak/vocabulary'
import type { Note } from './note-into.ts'
import { resolveTerm } from './resolve-terms.ts'

/** The areas of expertise that services stand for: by our own attribute, or by a service called exactly as an area is. */
export function hsdsExpertise({ services }: HsdsOrganization, note: Note): Expertise[] {
  const found = new Map<string, Expertise>()
  for (const { name, status, attributes } of services ?? []) {
    const said = (type: string) => (attributes ?? []).find((attribute) => attribute.link_type === type)
    const area = resolveTerm(expertiseAreas, said('expertise')?.taxonomy_term?.code ?? name ?? '')
    const parsed = Expertise.safeParse({
      area,
      level: valueOf(said('level')) ?? 'can_support',
      capacity: valueOf(said('capacity')) ?? (status === undefined || status === 'active' ? 'limited' : 'none'),
      until: valueOf(said('until')) ?? null,
      delivery: valueOf(said('delivery')) ?? 'both',
    })
    if (parsed.success) found.set(parsed.data.area, parsed.data)
    else note('services', 'unknown_term', { value: name ?? '' })
  }
  return [...found.values()]
}

function valueOf(attribute: HsdsAttribute | undefined): string | undefined {
  return attribute?.value ?? undefined
}
