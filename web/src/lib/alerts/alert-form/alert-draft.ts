import type { AlertContent } from '@kunak/contracts/alerts'
import { proposeLevels } from '@kunak/domain/alerts'
import { fromMoscowTime, inMoscowTime } from './moscow-time.ts'

type TextByLanguage = Readonly<Record<string, string>>

/** An alert as it stands in a form: everything is text, exactly as written, so that a refusal loses nothing. */
export interface AlertDraftForm {
  /** Made with the page, so that a double click makes one alert. */
  readonly id: string
  readonly organisation: string
  readonly isExercise: boolean
  readonly pressures: readonly string[]
  readonly republic: string
  readonly happenedAt: string
  /** Whom it concerns: the organisation for which it is raised, another one, or one that is not named. */
  readonly whose: string
  readonly other: string
  readonly who: string
  readonly known: string
  readonly consent: string
  readonly audience: string
  readonly circleId: string
  readonly needs: readonly NeedRow[]
  readonly notKnown: string
  readonly cautions: string
  readonly authorities: string
  readonly courtAt: string
  readonly courtPlace: string
  readonly isCourtPublic: boolean
  readonly language: string
  /** Empty for what is proposed. */
  readonly urgency: string
  readonly severity: string
  readonly certainty: string
  readonly isPublic: boolean
  readonly headline: TextByLanguage
  readonly summary: TextByLanguage
  readonly ladder: readonly LadderRow[]
}

export interface NeedRow {
  readonly id: string
  readonly kind: string
  readonly quantity: string
  readonly unit: string
}

export interface LadderRow {
  readonly afterMinutes: string
  readonly atLeast: string
  readonly to: string
}

/** A form to begin with: what most alerts say is chosen already. */
export function newDraft(
  begun: Pick<AlertDraftForm, 'id' | 'organisation' | 'language'> & { readonly now: Date; readonly about?: string | undefined },
): AlertDraftForm {
  const { now, about = '', ...said } = begun
  return {
    ...said,
    isExercise: false,
    pressures: [],
    republic: '',
    happenedAt: inMoscowTime(now.toISOString()),
    whose: about === '' ? 'own' : 'other',
    other: about,
    who: '',
    known: '',
    consent: '',
    audience: 'network',
    circleId: '',
    needs: [],
    notKnown: '',
    cautions: '',
    authorities: '',
    courtAt: '',
    courtPlace: '',
    isCourtPublic: false,
    urgency: '',
    severity: '',
    certainty: '',
    isPublic: false,
    headline: {},
    summary: {},
    ladder: [],
  }
}

/** A kept draft as a form shows it. */
export function draftOf(kept: {
  readonly id: string
  readonly raisedBy: string
  readonly isExercise: boolean
  readonly content: AlertContent
}): AlertDraftForm {
  const { id, raisedBy, isExercise, content } = kept
  const { concerns, restricted, happenedAt, courtAt, pressures } = content
  const proposed = proposeLevels(pressures)
  const chosen = (level: keyof typeof proposed) => (content[level] === proposed[level] ? '' : content[level])
  return {
    ...content,
    ...restricted,
    id,
    organisation: raisedBy,
    isExercise,
    republic: content.republic ?? '',
    happenedAt: happenedAt === null ? '' : inMoscowTime(happenedAt),
    courtAt: courtAt === null ? '' : inMoscowTime(courtAt),
    whose: concerns === null ? 'withheld' : concerns === raisedBy ? 'own' : 'other',
    other: concerns === null || concerns === raisedBy ? '' : concerns,
    consent: content.consent ?? '',
    circleId: content.circleId ?? '',
    needs: content.needs.map((need) => ({ ...need, quantity: String(need.quantity) })),
    urgency: chosen('urgency'),
    severity: chosen('severity'),
    certainty: chosen('certainty'),
    ladder: content.ladder.map(({ afterMinutes, atLeast, to }) => ({
      afterMinutes: `${afterMinutes}`,
      atLeast: `${atLeast}`,
      to,
    })),
  }
}

/** What the API is asked to keep: an `AlertContent` if all of it was written well; the API says what was not. */
export function contentOf(draft: AlertDraftForm): Record<keyof AlertContent, unknown> {
  const { who, known, notKnown, cautions, authorities, courtPlace } = draft
  const proposed = proposeLevels(draft.pressures as AlertContent['pressures'])
  return {
    concerns: draft.whose === 'withheld' ? null : draft.whose === 'other' ? orNull(draft.other) : draft.organisation,
    pressures: draft.pressures,
    republic: orNull(draft.republic),
    happenedAt: fromMoscowTime(draft.happenedAt),
    consent: orNull(draft.consent),
    audience: draft.audience,
    // For the network it is the circle that may confirm it, beside coordinators.
    circleId: draft.audience === 'circle' || draft.audience === 'network' ? orNull(draft.circleId) : null,
    urgency: draft.urgency || proposed.urgency,
    severity: draft.severity || proposed.severity,
    certainty: draft.certainty || proposed.certainty,
    language: draft.language,
    restricted: { who, known, notKnown, cautions, authorities, courtPlace },
    isPublic: draft.isPublic,
    headline: draft.headline,
    summary: draft.summary,
    courtAt: fromMoscowTime(draft.courtAt),
    isCourtPublic: draft.isCourtPublic,
    needs: draft.needs.map((need) => ({ ...need, quantity: numberOf(need.quantity) })),
    ladder: draft.ladder.map(({ afterMinutes, atLeast, to }) => ({
      afterMinutes: numberOf(afterMinutes),
      atLeast: numberOf(atLeast),
      to,
    })),
  }
}

const orNull = (text: string) => (text === '' ? null : text)
const numberOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : text)
