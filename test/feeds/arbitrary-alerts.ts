import { UpdateId, newUlid } from '@kunak/contracts'
import { type Alert, certainties, type PublicAlert, severities, urgencies } from '@kunak/contracts/alerts'
import { viewAlert } from '@kunak/domain/alerts'
import { anAlert, anonymous, anOrganisationId, storyTime } from '@kunak/testing'
import { codesOf, outcomes, pressures, republics } from '@kunak/vocabulary'
import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  oneof,
  option,
  record,
  string,
  uniqueArray,
} from 'fast-check'

const after = (minutes: number) => new Date(Date.parse(storyTime) + minutes * 60_000).toISOString()
const words = constantFrom('Обыск в офисе', 'A search', '<b>&amp;</b>', ']]>', 'кӀант "и" \'то\'', '= SUM(A1)', '😀', 'a\n\nb')
const text = oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 60 }) })
const languages = constantFrom('ru', 'en', 'ce', 'av', 'os', 'az-Latn', 'ar')
const localised = (minKeys: number) => dictionary(languages, text, { minKeys, maxKeys: 3 })
const minutes = integer({ min: 1, max: 4000 })

/** Public alerts that are out or over, with whatever may have happened to them. */
export const publicAlerts: Arbitrary<Alert> = record({
  state: constantFrom('active', 'resolved', 'cancelled', 'expired'),
  isExercise: boolean(),
  pressures: uniqueArray(constantFrom(...codesOf(pressures)), { minLength: 1, maxLength: 5 }),
  republic: constantFrom(...codesOf(republics)),
  urgency: constantFrom(...urgencies),
  severity: constantFrom(...severities),
  certainty: constantFrom(...certainties),
  headline: localised(1),
  summary: localised(1),
  verifiedAt: option(oneof(constant(0), minutes), { nil: null }),
  updates: array(record({ at: minutes, publicText: localised(0) }), { maxLength: 3 }),
  extensions: array(minutes, { maxLength: 2 }),
  outcome: option(constantFrom(...codesOf(outcomes)), { nil: null }),
  courtAt: option(minutes, { nil: null }),
}).map(({ state, isExercise, verifiedAt, updates, extensions, outcome, courtAt, ...said }) =>
  anAlert({
    state,
    isExercise,
    content: { ...said, isPublic: true, courtAt: courtAt === null ? null : after(courtAt), isCourtPublic: courtAt !== null },
    verified: verifiedAt === null ? null : { by: anOrganisationId(), personId: null, at: after(verifiedAt) },
    unverifiedUntil: verifiedAt === null ? after(360) : null,
    until: after(extensions.length === 0 ? 4320 : Math.max(...extensions) + 4320),
    updates: updates
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, publicText }) => ({
        id: UpdateId.parse(newUlid(Date.parse(after(at)))),
        at: after(at),
        by: anOrganisationId(),
        text: '',
        publicText,
      })),
    extensions: extensions
      .toSorted((one, other) => one - other)
      .map((at) => ({ at: after(at), by: anOrganisationId(), reason: 'Ещё идёт' })),
    closed:
      state === 'active'
        ? null
        : { at: after(5000), outcome: state === 'resolved' ? (outcome ?? 'unknown') : null, note: 'Тихо' },
  }),
)

/** What everybody sees of it, soon after it went out unless told; null where that is nothing, or has no words. */
export function seenByAll(alert: Alert, now = new Date(storyTime)): PublicAlert | null {
  const view = viewAlert(anonymous, alert, { organisations: new Map(), now })
  return view?.part === 'public' && Object.keys(view.headline).length > 0 ? view : null
}
