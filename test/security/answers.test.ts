import { Problem } from '@kunak/contracts'
import { endpoints } from '@kunak/api/reference'
import { anApi, anOrganisationId, organisations, type TestApi } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { identityOf, readers } from './readers.ts'
import { requestFor } from './request-for.ts'

const samples = fc.sample(organisations, { numRuns: readers.length * 2, seed: 7 })
let house: TestApi
beforeAll(async () => void (house = await anApi()))
afterAll(() => house[Symbol.asyncDispose]())

describe('every answer', () => {
  it.for(endpoints.map((endpoint, at) => [`${endpoint.method} ${endpoint.path}`, endpoint, at] as const))(
    '%s fits its contract, or is a problem that it names',
    async ([, endpoint, at]) => {
      for (const index of readers.keys()) {
        // Each route meets each reader, and each reader each of the organisations on one route or another.
        const sample = samples[(index + at) % samples.length]!
        const own = { ...sample, id: anOrganisationId() }
        await house.put(own)
        const reader = readers[index % readers.length] ?? 'nobody'
        const who = identityOf(reader, { own: own.id, other: own.id, applicant: own.id, frozen: own.id })
        const response = await requestFor(house, who, endpoint, own)
        if (response.status >= 400) {
          const { code } = Problem.parse(await response.json())
          expect(endpoint.problems).toContain(code)
        } else {
          expect(response.status).toBe(endpoint.answer.status)
          const { body } = endpoint.answer
          if (body instanceof z.ZodType) body.parse(await response.json())
          else expect(response.headers.get('content-type')).toContain(body)
        }
      }
    },
  )
})
