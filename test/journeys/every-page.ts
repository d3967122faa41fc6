import { AlertId, CheckInId, newUlid } from '@kunak/contracts'
import { alertContent, checkInCodes, checkInPlan, type Someone } from '@kunak/testing'
import { type UiLocale, uiLocales } from '@kunak/vocabulary'
import { demoId } from '../../packages/local/src/demo/demo-organisation.ts'
import { profileParts } from '../../web/src/lib/directory/profile-form/profile-parts.ts'
import { aCoordinator, alertPath, organisationPath, pledgePath, someoneOf } from './people.ts'
import type { Site } from './start-site.ts'

/** One address of the site and who opens it. */
export interface SitePage {
  readonly name: string
  /** After the language. */
  readonly path: string
  readonly status: number
  /** Left out, everybody. */
  readonly as?: Someone
  /** Its tab says nothing and nobody keeps it, although nobody need sign in for it. */
  readonly isPrivate?: true
  /** What it brings besides the way to leave quickly. */
  readonly scripts?: readonly string[]
}

const filters = { scripts: ['filter-at-once'] }
const steward = someoneOf(1, 'steward')
const coordinator = aCoordinator(18)
// She has written what she alone reads.
const writer = someoneOf(1, 'steward')
const draftId = AlertId.parse(newUlid(Date.now()))
const checkInId = CheckInId.parse(newUlid(Date.now()))

/** Every page of the site in each of its states that an address alone can bring about. */
export const pages: readonly SitePage[] = [
  { name: 'home', path: '', status: 200 },
  { name: 'the directory', path: '/organisations', status: 200, ...filters },
  {
    name: 'the directory, filtered',
    path: '/organisations?republic=RU-DA&expertise=training&level=lead',
    status: 200,
    ...filters,
  },
  {
    name: 'the directory, where nothing is found',
    path: '/organisations?q=%D1%8F%D1%89%D1%83%D1%80%D1%8B%D0%BA',
    status: 200,
    ...filters,
  },
  { name: 'the directory, with a damaged link', path: '/organisations?cursor=damaged', status: 400, ...filters },
  { name: 'an organisation', path: organisationPath(1), status: 200 },
  { name: 'an organisation with a label', path: organisationPath(13), status: 200 },
  { name: 'the map', path: '/map', status: 200 },
  { name: 'the alerts', path: '/alerts', status: 200 },
  { name: 'the alerts, filtered', path: '/alerts?state=ended&republic=RU-KB', status: 200 },
  { name: 'the alerts, with a damaged link', path: '/alerts?cursor=damaged', status: 400 },
  { name: 'a public alert', path: alertPath(8), status: 200 },
  { name: 'a public alert that has ended', path: alertPath(0), status: 200 },
  { name: 'an alert that is not for everybody', path: alertPath(6), status: 404 },
  { name: 'the end of letters', path: '/stop-letters?token=unknown', status: 200, isPrivate: true },
  { name: 'letters that have ended', path: '/stop-letters?done', status: 200, isPrivate: true },
  { name: 'the way in', path: '/sign-in', status: 200, isPrivate: true, scripts: ['passkey'] },
  { name: 'the code of a letter that nobody asked for', path: '/sign-in/code', status: 200, isPrivate: true },
  { name: 'the link of a letter', path: '/sign-in/letter?token=unknown', status: 200, isPrivate: true },
  { name: 'what to do where no letter comes', path: '/sign-in/code?nothing', status: 200, isPrivate: true },
  { name: 'joining', path: '/join', status: 200 },
  { name: 'joining, for a country', path: '/join?country=RU', status: 200 },
  { name: 'an unknown address', path: '/nowhere', status: 404 },
  { name: 'a form that is not hers', path: `${organisationPath(1)}/edit/names`, status: 401 },
  { name: 'home, for a member', path: '', status: 200, as: steward },
  { name: 'her own organisation', path: organisationPath(1), status: 200, as: steward },
  { name: 'her profile, part by part', path: `${organisationPath(1)}/edit`, status: 200, as: steward },
  ...profileParts.map((part) => ({
    name: `a part of her profile: ${part}`,
    path: `${organisationPath(1)}/edit/${part}`,
    status: 200,
    as: steward,
  })),
  { name: 'what her circle means', path: `${organisationPath(1)}/edit/circle`, status: 200, as: steward },
  { name: 'a part that no profile has', path: `${organisationPath(1)}/edit/nothing`, status: 404, as: steward },
  { name: 'raising an alert', path: '/alerts/new', status: 200, as: steward },
  { name: 'her alerts', path: '/alerts', status: 200, as: steward },
  { name: 'her drafts of alerts', path: '/alerts?state=draft', status: 200, as: steward },
  { name: 'a draft of hers', path: `/alerts/${draftId}`, status: 200, as: writer },
  { name: 'writing a draft', path: `/alerts/${draftId}/edit`, status: 200, as: writer },
  { name: 'who will see what', path: `/alerts/${draftId}/preview`, status: 200, as: writer },
  { name: 'an alert that she leads', path: alertPath(8), status: 200, as: steward },
  { name: 'an alert of others', path: alertPath(6), status: 200, as: steward },
  { name: 'answering an alert', path: `${alertPath(6)}/answer`, status: 200, as: steward },
  { name: 'offering help', path: `${alertPath(6)}/pledges/new`, status: 200, as: steward },
  { name: 'who has answered', path: `${alertPath(8)}/roll-call`, status: 200, as: steward },
  { name: 'what is needed', path: `${alertPath(8)}/needs`, status: 200, as: steward },
  { name: 'an offer of help', path: pledgePath(8, 1), status: 200, as: steward },
  { name: 'saying what is new', path: `${alertPath(8)}/update`, status: 200, as: steward },
  { name: 'letting an alert go on', path: `${alertPath(8)}/extend`, status: 200, as: steward },
  { name: 'ending an alert', path: `${alertPath(8)}/close`, status: 200, as: steward },
  { name: 'ending an alert of others', path: `${alertPath(6)}/close`, status: 409, as: steward },
  { name: 'an alert that waits', path: alertPath(7), status: 200, as: coordinator },
  { name: 'confirming an alert', path: `${alertPath(7)}/verify`, status: 200, as: coordinator },
  { name: 'her account', path: '/account', status: 200, as: steward },
  { name: 'her check-ins', path: '/check-ins', status: 200, as: steward },
  { name: 'a new check-in', path: '/check-ins/new', status: 200, as: steward },
  { name: 'a check-in of hers', path: `/check-ins/${checkInId}`, status: 200, as: writer },
  { name: 'changing a check-in', path: `/check-ins/${checkInId}/edit`, status: 200, as: writer },
  { name: 'a check-in that is not hers', path: '/check-ins/01KAV0000000000000000000ZZ', status: 404, as: steward },
  { name: 'her preferences', path: '/account/me', status: 200, as: steward },
  { name: 'feeds of her own', path: '/account/feeds', status: 200, as: steward },
  { name: 'what she is told of', path: '/account/subscriptions', status: 200, as: steward, scripts: ['push'] },
  { name: 'a rule of hers', path: '/account/subscriptions/rule?at=0', status: 200, as: steward },
  { name: 'one more rule', path: '/account/subscriptions/rule', status: 200, as: steward },
  { name: 'a rule that she has not', path: '/account/subscriptions/rule?at=99', status: 404, as: steward },
  { name: 'letters that were chosen by a link', path: '/stop-letters?done=chosen', status: 200, isPrivate: true },
  { name: 'what is new for her', path: '/notifications', status: 200, as: steward },
  { name: 'her data', path: '/account/data', status: 200, as: steward },
  { name: 'the people of her organisation', path: `${organisationPath(1)}/people`, status: 200, as: steward },
  { name: 'people of others', path: `${organisationPath(2)}/people`, status: 404, as: steward },
  { name: 'hiding her organisation', path: '/freeze', status: 200, as: steward },
  { name: 'her circles', path: '/circles', status: 200, as: steward },
  { name: 'what guards her account', path: '/account/security', status: 200, as: steward },
  { name: 'her passkeys', path: '/account/security/passkeys', status: 200, as: steward, scripts: ['passkey'] },
  { name: 'her authenticator app', path: '/account/security/authenticator', status: 200, as: steward },
  { name: 'her guardians', path: '/account/security/guardians', status: 200, as: steward },
  { name: 'the directory, for a coordinator', path: '/organisations', status: 200, as: coordinator, ...filters },
  { name: 'the map, for a coordinator', path: '/map?gaps=RU-AD', status: 200, as: coordinator },
  { name: 'the imports', path: '/imports', status: 200, as: coordinator },
  { name: 'the do-not-list', path: '/do-not-list', status: 200, as: coordinator },
  { name: 'a desk that is not hers', path: '/desk', status: 403, as: steward },
  { name: 'the desk', path: '/desk', status: 200, as: coordinator },
  { name: 'what happened, for the desk', path: '/desk/audit', status: 200, as: coordinator },
  { name: 'alerts nobody answered', path: '/desk/alerts', status: 200, as: coordinator },
  { name: 'alerts of a year', path: '/desk/statistics', status: 200, as: coordinator },
  { name: 'the desk’s vouches', path: '/desk/vouches', status: 200, as: coordinator },
  { name: 'an applicant on the desk', path: `/desk${organisationPath(8)}`, status: 200, as: coordinator },
  { name: 'a vetted one on the desk', path: `/desk${organisationPath(1)}`, status: 200, as: coordinator },
  { name: 'vouches of hers', path: `${organisationPath(1)}/vouches`, status: 200, as: steward },
]

/** The same in each language. */
export const pagesInEachLanguage = pages.flatMap((page) => uiLocales.map((locale) => ({ ...page, locale })))

/** Writes what some of the pages are about: a draft of an alert that says all it can, and a check-in that has begun. */
export async function writeHers(site: Pick<Site, 'origin' | 'signIn'>): Promise<void> {
  const headers = { cookie: await site.signIn(writer), 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const send = async (path: string, said: object) => {
    const answer = await fetch(`${site.origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(said) })
    if (answer.status !== 201) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`)
  }
  const organisationId = demoId(1)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const content = alertContent({
    concerns: organisationId,
    isPublic: true,
    headline: { ru: 'Обыск в офисе', en: 'An office is searched' },
    summary: { ru: 'С утра идёт обыск, адвоката не пускают.', en: 'A search since the morning; no lawyer is let in.' },
    happenedAt: `${day(-1)}T09:00:00.000Z`,
    courtAt: `${day(3)}T09:00:00.000Z`,
    ladder: [{ afterMinutes: 30, atLeast: 2, to: 'coordinators' }],
  })
  await send(`/organisations/${organisationId}/alerts`, { id: draftId, content, isExercise: false })
  const schedule = { from: day(1), until: day(4), time: '18:00', timeZone: 'Europe/Moscow' }
  await send('/check-ins', { id: checkInId, plan: checkInPlan({ organisationId, schedule }), codes: checkInCodes })
}

/** What a browser of that person sends with a request. */
export async function headersOf(
  site: Pick<Site, 'signIn'>,
  { as }: Pick<SitePage, 'as'>,
  locale: UiLocale,
): Promise<Record<string, string>> {
  return {
    'accept-language': locale,
    'accept-encoding': 'gzip',
    ...(as && { cookie: await site.signIn(as) }),
  }
}
