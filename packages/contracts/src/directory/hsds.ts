import * as z from 'zod'

const text = z.string().nullish()
const id = z.string().optional()

/** A code with its label, as HSDS hangs terms on things. `link_type` says what the term means here. */
export const HsdsAttribute = z.looseObject({
  id,
  link_type: text,
  value: text,
  taxonomy_term: z.looseObject({ id, code: text, name: text, taxonomy: text, language: text }).nullish(),
})
export type HsdsAttribute = z.infer<typeof HsdsAttribute>

const attributes = z.array(HsdsAttribute).nullish()
const languages = z.array(z.looseObject({ id, code: text, name: text })).nullish()
const phones = z.array(z.looseObject({ id, number: text })).nullish()

/**
 * An organisation of the Human Services Data Specification 3, as far as we read and write it; whatever else a file holds is passed over
 * (https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#organization).
 */
export const HsdsOrganization = z.looseObject({
  id: z.string().nullish(),
  name: text,
  alternate_name: text,
  description: text,
  email: text,
  website: text,
  year_incorporated: z.union([z.number(), z.string()]).nullish(),
  legal_status: text,
  organization_identifiers: z
    .array(z.looseObject({ id, identifier_scheme: text, identifier_type: text, identifier: text }))
    .nullish(),
  phones,
  locations: z
    .array(
      z.looseObject({
        id,
        location_type: text,
        addresses: z
          .array(
            z.looseObject({
              id,
              address_1: text,
              address_2: text,
              city: text,
              state_province: text,
              postal_code: text,
              country: text,
            }),
          )
          .nullish(),
        languages,
        phones,
      }),
    )
    .nullish(),
  services: z.array(z.looseObject({ id, name: text, status: text, languages, attributes })).nullish(),
  attributes,
})
export type HsdsOrganization = z.infer<typeof HsdsOrganization>
