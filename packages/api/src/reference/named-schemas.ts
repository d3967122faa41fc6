import {
  Coverage,
  ExpertiseAreaCode,
  FoundOrganisations,
  LanguageCode,
  LegalFormCode,
  OrganisationView,
  Profile,
  RepublicCode,
} from '@kunak/contracts/directory'
import * as z from 'zod'

// What a request is made of and what an answer is made of differ where a contract cleans what it reads, hence two lists.
const codes = { RepublicCode, LanguageCode, ExpertiseAreaCode, LegalFormCode }

/** Contracts of bodies that stand under their own name in the OpenAPI document. */
export const namedBodies = named({ ...codes, Profile })
/** Contracts of answers that stand under their own name in the OpenAPI document. */
export const namedAnswers = named({ ...codes, OrganisationView, FoundOrganisations, Coverage })

function named(schemas: Readonly<Record<string, z.ZodType>>) {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  return registry
}
