import { type Endpoint, endpoints } from '@kunak/api/reference'
import { anApi, anOrganisation, passkeyHeader, passkeyOf, type Someone, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest'
import { putCircleBeside } from './circle-beside.ts'
import { matrix } from './matrix.ts'
import { identityOf, readers } from './readers.ts'
import { requestFor } from './request-for.ts'

const keyOf = ({ method, path }: Endpoint) => `${method} ${path}`
const sensitive = endpoints.filter(({ stepUp }) => stepUp)
/** Acts on somebody who is not in these scenes, which is said before any proof is asked for: `packages/api/src/identity/people.test.ts`. */
const aboutAnother = ['put /organisations/{id}/people/{personId}', 'post /organisations/{id}/handover']

let house: TestApi
let sent: MockInstance
beforeAll(async () => {
  house = await anApi()
  sent = vi.spyOn(house.database.client, 'send')
})
afterAll(() => house[Symbol.asyncDispose]())

/** Somebody who may do it, by the matrix, or who is at least signed in; and what she does it to. */
async function scene(endpoint: Endpoint) {
  const own = anOrganisation()
  const row = Object.entries(matrix[keyOf(endpoint)] ?? {}).map(([target, statuses]) => [target, statuses.split(' ')] as const)
  const [target, statuses = []] = row.find(([, all]) => all.some(isDone)) ?? []
  const signedIn = endpoint.who.includes('coordinators') ? 'a coordinator' : 'a steward'
  const may = readers.filter((_, index) => isDone(statuses[index] ?? '')).at(-1) ?? signedIn
  await house.put(target === 'in a circle' ? await putCircleBeside(house, own, { isAsked: false }) : own)
  return { own, who: identityOf(may, { own: own.id, other: own.id, applicant: own.id, frozen: own.id })! }
}
const isDone = (status: string) => status.startsWith('2')

/** What a command of the store writes, by the first part of its key. */
function writtenBy({ constructor: { name }, input }: { constructor: { name: string }; input: Sent }): string[] {
  if (!/^(Put|Update|Delete|TransactWrite|BatchWrite)Command$/.test(name)) return []
  const writes = input.TransactItems?.map((item) => item.Put ?? item.Update ?? item.Delete ?? {}) ?? [input]
  return writes.map(({ Item, Key }) => String((Item ?? Key)?.pk))
}
interface Place {
  readonly Item?: { readonly pk: string }
  readonly Key?: { readonly pk: string }
}
type Sent = Place & { readonly TransactItems?: readonly Readonly<Record<'Put' | 'Update' | 'Delete', Place | undefined>>[] }

/** What every request may touch: sessions, challenges and limits. */
const isPassing = (pk: string) => /^(SESSION|CHALLENGE|BUCKET)#/.test(pk)

/** Asks with a proof that is made once the act is known, and expects that nothing comes of it. */
function proving(proofFor: (who: Someone, act: string) => Promise<string | null>): TestApi {
  return {
    ...house,
    ask: async (who, method, path, { stepUp: _, ...request } = {}) => {
      sent.mockClear()
      const first = await house.ask(who, method, path, request)
      const { act = '' } = await first.clone().json()
      const proof = who && act ? await proofFor(who, act) : null
      const headers = { ...request.headers, 'step-up': proof ?? '' }
      const second = await house.ask(who, method, path, { ...request, headers })
      const written = sent.mock.calls.flatMap(([command]) => writtenBy(command as never))
      expect(written.filter((pk) => !isPassing(pk))).toEqual([])
      return second
    },
  }
}

async function answerTo(who: Someone, act: string, by: Someone = who, origin = 'https://kunak.example'): Promise<string> {
  const asked = await house.ask(who, 'POST', '/api/v1/step-up', { json: { act } })
  const { passkey } = await asked.json()
  return passkeyHeader(passkeyOf(by).answer({ challenge: passkey.challenge, origin }))
}

const stranger = identityOf('a coordinator', {} as never)!
const wrong: Readonly<Record<string, (who: Someone, act: string) => Promise<string | null>>> = {
  'no proof': async () => null,
  'the proof of another act': (who) => answerTo(who, 'A'.repeat(43)),
  'the passkey of another person': (who, act) => answerTo(who, act, stranger),
  'a passkey that answered on another site': (who, act) => answerTo(who, act, who, 'https://evil.example'),
  'another’s proof of the same act': async (_, act) => {
    await house.ask(stranger, 'GET', '/api/v1/me')
    return answerTo(stranger, act)
  },
  'a code, of somebody who has a passkey': async () => 'code 123456',
}

describe('a sensitive act', () => {
  it('is one wherever its row says so, and its row says how it is refused', () => {
    expect(sensitive.map(keyOf)).toContain('delete /passkeys/{id}')
    expect(sensitive.filter(({ problems }) => !problems.includes('step_up_needed')).map(keyOf)).toEqual([])
  })

  for (const endpoint of sensitive.filter((one) => !aboutAnother.includes(keyOf(one)))) {
    it(`${keyOf(endpoint)} is not done without a proof that is hers, of now and for this`, async () => {
      const { own, who } = await scene(endpoint)
      await house.ask(who, 'GET', '/api/v1/me')
      await house.ask(stranger, 'GET', '/api/v1/me')
      const answers: [string, number, string][] = []
      for (const [what, proofFor] of Object.entries(wrong)) {
        const refused = await requestFor(proving(proofFor), who, endpoint, own)
        answers.push([what, refused.status, (await refused.json()).code])
      }
      expect(answers).toEqual(Object.keys(wrong).map((what) => [what, 403, 'step_up_needed']))
    })
  }
})
