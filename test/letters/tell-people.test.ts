import { newUlid } from '@kunak/contracts'
import { invitationWrites, organisationPeopleWrite, personWrites, signInProofs, signInWrite } from '@kunak/data/identity'
import { commit } from '@kunak/data'
import { stopLetters } from '@kunak/data/letters'
import { anOrganisation, aPersonOf, aStoredPerson, mailOf, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from './a-post-office.ts'

const event = (type: string, subject: string, data = {}) => ({ type, subject, actor: null, data })
const hash = 'h'.repeat(43)

async function ask(office: PostOffice, mail: string): Promise<void> {
  const { database, now, secrets } = office
  const startedAt = now().toISOString()
  const signIn = { hash, mailFingerprint: secrets.fingerprintOfMail(mail), locale: 'en' as const, startedAt, personId: null }
  await commit(database, now(), {
    writes: [signInWrite(database, signIn)],
    events: [event('sign_in_asked', `SIGN_IN#${hash}`)],
  })
}

async function invite(office: PostOffice, mail: string) {
  const { database, now, secrets } = office
  const organisation = anOrganisation()
  const invitation = {
    id: newUlid(now().getTime()) as never,
    organisationId: organisation.id,
    role: 'member' as const,
    mail: secrets.seal(mail),
    mailFingerprint: secrets.fingerprintOfMail(mail),
    invitedAt: storyTime,
    until: '2026-12-06T09:00:00.000Z',
    isApplication: false,
  }
  await commit(database, now(), {
    writes: invitationWrites(database, invitation),
    events: [event('person_invited', `ORGANISATION#${organisation.id}`, { invitationId: invitation.id, role: 'member' })],
  })
}

describe('a letter to sign in', () => {
  it('goes to the address of an account, with what its asking alone lets in', async () => {
    await using office = await aPostOffice()
    const somebody = aPersonOf(anOrganisation().id)
    await office.join(somebody, { wantsLetters: false })
    await ask(office, mailOf(somebody).toUpperCase())
    await office.deliver()
    const { token, code } = signInProofs(office.secrets, hash)
    const link = `https://kunak.example/en/sign-in/letter?token=${token}`
    expect(office.sent).toEqual([{ kind: 'sign_in', to: mailOf(somebody), locale: 'en', link, code }])
  })

  it('goes to an address that is invited, and to no other', async () => {
    await using office = await aPostOffice()
    await invite(office, 'Invited@post.example')
    await ask(office, 'invited@post.example')
    await office.deliver()
    expect(office.sent.filter(({ kind }) => kind === 'sign_in').map(({ to }) => to)).toEqual(['Invited@post.example'])

    await using other = await aPostOffice()
    await ask(other, 'nobody@post.example')
    await other.deliver()
    expect(other.sent).toEqual([])
  })

  it('is not sent to an address that takes no letters, nor once the asking is over', async () => {
    await using office = await aPostOffice()
    const somebody = aPersonOf(anOrganisation().id)
    await office.join(somebody, { undeliverable: 'bounced' })
    await ask(office, mailOf(somebody))
    await office.deliver()
    expect(office.sent).toEqual([])

    await using late = await aPostOffice()
    await late.join(somebody)
    await ask(late, mailOf(somebody))
    late.now.moveTo('2026-11-22T09:10:01.000Z')
    await late.deliver()
    expect(late.sent).toEqual([])
  })
})

describe('news', () => {
  it('go to whom an event concerns, once each, in each one’s language', async () => {
    await using office = await aPostOffice()
    const { database, now, secrets } = office
    const organisation = anOrganisation()
    await office.put(organisation)
    const [steward, member, stranger] = [
      aPersonOf(organisation.id),
      aPersonOf(organisation.id, 'member'),
      aPersonOf(anOrganisation().id),
    ]
    const since = storyTime
    await commit(database, now(), {
      writes: [
        ...personWrites(database, null, aStoredPerson(steward, secrets, { locale: 'en' })),
        ...personWrites(database, null, aStoredPerson(member, secrets)),
        ...personWrites(database, null, aStoredPerson(stranger, secrets)),
        organisationPeopleWrite(database, organisation.id, {
          version: 1,
          people: [steward, member].map(({ personId, memberships }) => ({
            personId,
            role: memberships[0]?.role ?? 'member',
            since,
          })),
        }),
      ],
      events: [event('handover_done', `ORGANISATION#${organisation.id}`, { personId: steward.personId })],
    })
    await office.deliver()
    expect(office.sent.map(({ to, locale, kind }) => [to, locale, kind])).toEqual([[mailOf(steward), 'en', 'news']])

    await office.happen(event('organisation_vetted', `ORGANISATION#${organisation.id}`))
    await office.deliver()
    expect(
      office.sent
        .slice(1)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([mailOf(steward), mailOf(member)].sort())
  })

  it('go to an invited address, or to the account that has it, if they are wanted', async () => {
    await using office = await aPostOffice()
    const known = aPersonOf(anOrganisation().id)
    await office.join(known, { wantsLetters: false })
    await invite(office, 'new@post.example')
    await invite(office, mailOf(known))
    await office.deliver()
    expect(office.sent.map(({ to }) => to)).toEqual(['new@post.example'])

    const mailFingerprint = office.secrets.fingerprintOfMail('new@post.example')
    await stopLetters(office.database, office.now(), { mailFingerprint, why: 'unwanted' })
    await invite(office, 'new@post.example')
    await office.deliver()
    expect(office.sent).toHaveLength(1)
  })

  it('are judged when they are sent: not to who has ended them, erased herself or been frozen meanwhile', async () => {
    await using office = await aPostOffice()
    const { database, now, secrets } = office
    const frozen = anOrganisation({ standing: 'frozen' })
    await office.put(frozen)
    const [stopped, ofFrozen, there] = [aPersonOf(anOrganisation().id), aPersonOf(frozen.id), aPersonOf(anOrganisation().id)]
    await office.join(stopped)
    await office.join(ofFrozen)
    await office.join(there)
    for (const { personId } of [stopped, ofFrozen, there, aPersonOf(frozen.id)])
      await office.happen(event('passkey_added', `PERSON#${personId}`))
    await stopLetters(database, now(), { mailFingerprint: secrets.fingerprintOfMail(mailOf(stopped)), why: 'unwanted' })
    await office.deliver()
    expect(office.sent.map(({ to }) => to)).toEqual([mailOf(there)])
  })
})
