import type { Endpoint } from '@kunak/api/reference'
import type { Organisation } from '@kunak/contracts/directory'
import { alertBeside, needBeside, pledgeBeside } from './alert-beside.ts'
import { checkInBeside } from './check-in-beside.ts'
import { circleBeside, guestBeside, memberBeside } from './circle-beside.ts'
import { aProfile, type Asked, type Someone, type TestApi } from '@kunak/testing'
import { alertRequests } from './request-for/alerts.ts'
import { checkInRequests } from './request-for/check-ins.ts'
import { helpRequests } from './request-for/help.ts'
import { passkeyRequests } from './request-for/passkeys.ts'
import { peopleRequests } from './request-for/people.ts'
import { standingRequests } from './request-for/standing.ts'
import { signInRequests } from './request-for/sign-in.ts'
import { subscriptionRequests } from './request-for/subscriptions.ts'

/** A right request to each route that takes a body or a header, so that only the reader decides what comes back. */
const asked: Readonly<Record<string, (about: Organisation, now: Date) => Asked>> = {
  ...alertRequests,
  ...checkInRequests,
  ...helpRequests,
  ...passkeyRequests,
  ...peopleRequests,
  ...standingRequests,
  ...signInRequests,
  ...subscriptionRequests,
  'post /organisations': () => ({ json: { standing: 'applicant', profile: aProfile() } }),
  'put /organisations/{id}': ({ version, profile }) => ({ json: profile, headers: { 'if-match': `"${version}"` } }),
  'put /organisations/{id}/legal-flags': () => ({ json: { flags: [{ flag: 'foreign_agent', since: null }] } }),
  'post /organisations/{id}/removal': () => ({ json: { doNotList: false } }),
  'post /organisations/{id}/circles': () => ({ json: { name: 'Соседи', purpose: '' } }),
  'post /organisations/{id}/circles/{circle}/invitations': ({ id }) => ({ json: { organisationId: guestBeside(id) } }),
  'post /organisations/{id}/circles/{circle}/answer': () => ({ json: { accept: true } }),
  'put /organisations/{id}/audience-circle': ({ id }) => ({ json: { circleId: circleBeside(id) } }),
  'post /imports': () => ({ body: aList() }),
  'put /imports/{id}/mapping': () => ({ json: { columns: { Название: 'name' }, source: 'a-list' } }),
  'post /do-not-list': () => ({ json: { names: { ru: 'Тихий дом' } } }),
}

function aList(): FormData {
  const form = new FormData()
  form.set('file', new File(['Название;Страна\nЗелёная тропа;Грузия\n'], 'list.csv', { type: 'text/csv' }))
  return form
}

/** Asks a route, about an organisation where its address names one, as it should be asked. */
export function requestFor(
  house: TestApi,
  who: Someone | null,
  { method, path, stepUp }: Endpoint,
  about: Organisation,
): Promise<Response> {
  const request = asked[`${method} ${path}`]?.(about, house.dependencies.now()) ?? {}
  const named = {
    id: about.id,
    circle: circleBeside(about.id),
    member: memberBeside(about.id),
    alert: alertBeside(about.id),
    checkIn: checkInBeside(about.id),
    need: needBeside(about.id),
    pledge: pledgeBeside(about.id),
  }
  const address = Object.entries(named).reduce((route, [name, id]) => route.replace(`{${name}}`, id), path)
  return house.ask(who, method.toUpperCase(), `/api/v1${address}`, { stepUp: stepUp === true, ...request })
}
