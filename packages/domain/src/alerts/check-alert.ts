import type { RefusedField } from '@kunak/contracts'
import type { AlertContent } from '@kunak/contracts/alerts'

const latestHours = 1

/**
 * What an alert still lacks before it may go out, and what in it cannot be, field by field; nothing where it is ready. Consent gates the
 * audience: where those affected refused, only coordinators are told, and while they cannot be asked, nothing is made public. Nothing
 * goes out to everybody that nobody else could confirm.
 */
export function checkAlert(content: AlertContent, now: Date): RefusedField[] {
  const { consent, audience, isPublic } = content
  const lacks = (field: string, isThere: boolean): RefusedField[] => (isThere ? [] : [{ field, code: 'required' }])
  return [
    ...lacks('/pressures', content.pressures.length > 0),
    ...lacks('/republic', content.republic !== null),
    ...lacks('/happenedAt', content.happenedAt !== null),
    ...lacks('/consent', consent !== null),
    ...lacks('/restricted/known', content.restricted.known !== ''),
    ...lacks('/circleId', audience !== 'circle' || content.circleId !== null),
    ...lacks('/headline', !isPublic || Object.keys(content.headline).length > 0),
    ...lacks('/summary', !isPublic || Object.keys(content.summary).length > 0),
    ...refused('/happenedAt', 'in_the_future', isLater(content.happenedAt, now)),
    ...refused('/audience', 'consent_refused', consent === 'refused' && audience !== 'coordinators'),
    ...refused('/isPublic', 'consent_refused', consent === 'refused' && isPublic),
    ...refused('/isPublic', 'consent_missing', consent === 'not_reachable' && isPublic),
    ...refused('/isPublic', 'nobody_could_confirm', isPublic && audience === 'organisation'),
    ...refused('/needs', 'said_twice', new Set(content.needs.map(({ id }) => id)).size < content.needs.length),
    ...refused('/ladder', 'no_further', audience === 'coordinators' && consent !== 'refused' && content.ladder.length > 0),
    ...refused('/ladder', 'consent_refused', consent === 'refused' && content.ladder.length > 0),
    ...refused('/ladder', 'not_in_order', !isAscending(content.ladder.map(({ afterMinutes }) => afterMinutes))),
  ]
}

function refused(field: string, code: RefusedField['code'], isSo: boolean): RefusedField[] {
  return isSo ? [{ field, code }] : []
}

function isLater(moment: string | null, now: Date): boolean {
  return moment !== null && Date.parse(moment) > now.getTime() + latestHours * 3_600_000
}

const isAscending = (numbers: readonly number[]) => numbers.every((one, at) => at === 0 || (numbers[at - 1] ?? 0) < one)
