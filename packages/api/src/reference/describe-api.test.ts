import { expect, it } from 'vitest'
import { describeApi } from './describe-api.ts'
import kept from './openapi.json' with { type: 'json' }

it('describes the API as the document that is kept does; if not, write-openapi.ts writes it anew', () => {
  expect(describeApi()).toEqual(kept)
})
