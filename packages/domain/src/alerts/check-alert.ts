import type { RefusedField } from '@kunak/contracts'
import type { AlertContent } from '@kunak/contracts/alerts'
import { refusedWhere } from './refused-where.ts'

const latestHours = 1

/**
 * What an alert still lacks before it may go out, and what in it cannot be, field by field; nothing where it is ready. Consent gates the
 * audience: where those affected refused, only coordinators are told, and while they cannot be asked, nothing is made public. Nothing
 * goes out to everybody that nobody else could confirm.
 */
export function checkAlert(content: AlertContent, now: Date): RefusedField[] {
  const { consent, audience, isPublic } = content
  const lacks = (field: string, isThere: boolean) => refusedWhere(!isThere, field, 'required')
  return [
    ...lacks('/pressures', content.pressures.length > 0),
    ...lacks('/republic', content.republic !== null),
    ...lacks('/happenedAt', content.happenedAt !== null),
    ...lacks('/consent', consent !== null),
    ...lacks('/restricted/known', content.restricted.known !== ''),
    ...lacks('/circleId', audience !== 'circle' || content.circleId !== null),
    ...lacks('/headline', !isPublic || Object.keys(content.headline).length > 0),
    ...lacks('/summary', !isPublic || Object.keys(content.summary).length > 0),
    ...refusedWhere(isLater(content.happenedAt, now), '/happenedAt', 'in_the_future'),
    ...refusedWhere(consent === 'refused' && audience !== 'coordinators', '/audience', 'consent_refused'),
    ...refusedWhere(consent === 'refused' && isPublic, '/isPublic', 'consent_refused'),
    ...refusedWhere(consent === 'not_reachable' && isPublic, '/isPublic', 'consent_missing'),
    ...refusedWhere(isPublic && audience === 'organisation', '/isPublic', 'nobody_could_confirm'),
    ...refusedWhere(new Set(content.needs.map(({ id }) => id)).size < content.needs.length, '/needs', 'said_twice'),
    ...refusedWhere(audience === 'coordinators' && consent !== 'refused' && content.ladder.length > 0, '/ladder', 'no_further'),
    ...refusedWhere(consent === 'refused' && content.ladder.length > 0, '/ladder', 'consent_refused'),
    ...refusedWhere(!isAscending(content.ladder.map(({ afterMinutes }) => afterMinutes)), '/ladder', 'not_in_order'),
  ]
}

function isLater(moment: string | null, now: Date): boolean {
  return moment !== null && Date.parse(moment) > now.getTime() + latestHours * 3_600_000
}

const isAscending = (numbers: readonly number[]) => numbers.every((one, at) => at === 0 || (numbers[at - 1] ?? 0) < one)
