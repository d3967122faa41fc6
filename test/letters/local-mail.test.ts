import { newUlid, type InvitationId } from '@kunak/contracts'
import { commit } from '@kunak/data'
import { loadSubscribers } from '@kunak/data/alerts'
import { findPersonByMail, hashOf, invitationWrites, personWrites, signInProofs } from '@kunak/data/identity'
import { anApi, anOrganisation, storyTime } from '@kunak/testing'
import { expect, it } from 'vitest'

// One row each of the kinds of providers; all that are known stand in the table of `is-local-mail-provider`.
it.each([
  ['somebody@mail.ru', false],
  ['somebody@yandex.com', false],
  ['somebody@rambler.ru', false],
  ['somebody@xn--j1ail.xn--p1ai', false],
  ['somebody@post.example', true],
  ['somebody@riseup.net', true],
])('an account at %s begins with letters about news: %s', async (mail, wantsLetters) => {
  await using house = await anApi()
  const { database, secrets, now } = house.dependencies
  const organisation = anOrganisation()
  await house.put(organisation)
  const mailFingerprint = secrets.fingerprintOfMail(mail)
  const invitation = {
    id: newUlid(now().getTime()) as InvitationId,
    organisationId: organisation.id,
    role: 'member' as const,
    mail: secrets.seal(mail),
    mailFingerprint,
    invitedAt: storyTime,
    until: '2026-12-06T09:00:00.000Z',
    isApplication: false,
  }
  await commit(database, now(), { writes: invitationWrites(database, invitation), events: [] })
  const asked = await house.ask(null, 'POST', '/api/v1/sign-in', { json: { mail, locale: 'en' } })
  const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { token } = signInProofs(secrets, hashOf(cookie.slice(cookie.indexOf('=') + 1)))
  const proved = await house.ask(null, 'POST', '/api/v1/sign-in/confirmation', { json: { token }, headers: { cookie } })
  expect(proved.status).toBe(200)
  expect(await findPersonByMail(database, mailFingerprint)).toMatchObject({ wantsLetters })
  const person = await findPersonByMail(database, mailFingerprint)
  if (!person) throw new Error('Nobody has an account.')
  // What is urgent is told by letter to whoever has not chosen; to her, only once she takes letters.
  const [subscriber] = await loadSubscribers(database, [person.id])
  expect([subscriber?.takesMail ?? false, subscriber?.takesPush ?? false]).toEqual([false, false])
  const joined = {
    ...person,
    version: person.version + 1,
    memberships: [{ organisationId: organisation.id, role: 'member' as const }],
  }
  await commit(database, now(), { writes: personWrites(database, person, joined), events: [] })
  expect(await loadSubscribers(database, [person.id])).toMatchObject([{ takesMail: wantsLetters, takesPush: false }])
})
