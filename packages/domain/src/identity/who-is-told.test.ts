import { anOrganisationId, aPersonOf } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterEvents } from './letter-events.ts'
import { whoIsTold } from './who-is-told.ts'

const organisation = anOrganisationId()
const { personId } = aPersonOf(organisation)
const nobody = { letter: 'news', signIns: [], invitations: [], guardianRequests: [], persons: [], wards: [], led: [], whole: [] }

describe('who is told of an event', () => {
  it('is the one who asked to sign in, and only she hears of it in a letter of its own kind', () => {
    const told = whoIsTold({ type: 'sign_in_asked', subject: 'SIGN_IN#abc', data: {} })
    expect(told).toEqual({ ...nobody, letter: 'sign_in', signIns: ['abc'] })
    for (const [type, who] of Object.entries(letterEvents).filter(([name]) => name !== 'sign_in_asked')) {
      expect(who).not.toContain('asker')
      expect(whoIsTold({ type, subject: 'SIGN_IN#abc', data: { signInId: 'abc' } })).toEqual(nobody)
    }
  })

  it('is the address of an invitation of an organisation', () => {
    const invitationId = anOrganisationId()
    const told = { ...nobody, invitations: [{ organisationId: organisation, id: invitationId }] }
    const subject = `ORGANISATION#${organisation}`
    expect(whoIsTold({ type: 'person_invited', subject, data: { invitationId, role: 'member' } })).toEqual(told)
    expect(whoIsTold({ type: 'person_invited', subject, data: { invitationId: 'x' } })).toEqual(nobody)
  })

  it('is the person whom it happened to, whether subject or named', () => {
    const told = { ...nobody, persons: [personId] }
    expect(whoIsTold({ type: 'passkey_added', subject: `PERSON#${personId}`, data: {} })).toEqual(told)
    expect(whoIsTold({ type: 'role_changed', subject: `ORGANISATION#${organisation}`, data: { personId } })).toEqual(told)
  })

  it('is a guardian who is asked, and not whom she is to guard', () => {
    const guardianRequestId = anOrganisationId()
    const told = whoIsTold({ type: 'guardian_asked', subject: `PERSON#${personId}`, data: { guardianRequestId } })
    expect(told).toEqual({ ...nobody, guardianRequests: [{ personId, id: guardianRequestId }] })
  })

  it('is a guardian who is one no longer', () => {
    const guardianId = aPersonOf(organisation).personId
    const told = whoIsTold({ type: 'guardian_removed', subject: `PERSON#${personId}`, data: { guardianId } })
    expect(told).toEqual({ ...nobody, persons: [guardianId] })
  })

  it('is a person with all her guardians when a recovery begins', () => {
    const told = whoIsTold({ type: 'recovery_started', subject: `PERSON#${personId}`, data: {} })
    expect(told).toEqual({ ...nobody, persons: [personId], wards: [personId] })
  })

  it('are the stewards of the organisation that the data name before the subject', () => {
    const other = anOrganisationId()
    const told = whoIsTold({ type: 'vouch_given', subject: `ORGANISATION#${organisation}`, data: { organisationId: other } })
    expect(told).toEqual({ ...nobody, led: [other] })
  })

  it('are all people of an organisation whose standing changes', () => {
    const told = whoIsTold({ type: 'organisation_frozen', subject: `ORGANISATION#${organisation}`, data: {} })
    expect(told).toEqual({ ...nobody, whole: [organisation] })
  })

  it('is nobody for what no letter is for, whatever it is called and holds', () => {
    const anything = fc.record({ type: fc.string(), subject: fc.string(), data: fc.dictionary(fc.string(), fc.anything()) })
    fc.assert(
      fc.property(anything, (event) => {
        const told = whoIsTold(event)
        expect(told === null || Object.hasOwn(letterEvents, event.type)).toBe(true)
      }),
    )
    for (const type of ['profile_edited', 'organisation_listed', 'constructor', '__proto__', 'toString'])
      expect(whoIsTold({ type, subject: `ORGANISATION#${organisation}`, data: {} })).toBeNull()
  })

  it('is nobody where ids are missing or malformed', () => {
    for (const type of Object.keys(letterEvents))
      expect(whoIsTold({ type, subject: 'nothing', data: { personId: 5, organisationId: 'x', guardianId: null } })).toMatchObject(
        {
          persons: [],
          wards: [],
          led: [],
          whole: [],
        },
      )
  })
})
