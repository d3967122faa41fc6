import type { Consent, PublicAlert, Urgency, WholeAlert } from '@kunak/contracts/alerts'
import { labelOf, needKinds, outcomes, pressures } from '@kunak/vocabulary'
import * as m from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'

// Every code of alerts that pages show, in the reader's language.

export const pressureLabel = (code: string) => labelOf(pressures, code, getLocale())
export const needLabel = (code: string) => labelOf(needKinds, code, getLocale())
export const outcomeLabel = (code: string) => labelOf(outcomes, code, getLocale())
export const stateLabel = (state: WholeAlert['state']) => m[`alert_state_${state}`]()
export const consentLabel = (consent: Consent) => m[`alert_consent_${consent}`]()
export const readersLabel = (audience: WholeAlert['audience']) => m[`alert_readers_${audience}`]()
/** Who is told beside those for whom it is, where too few answer. */
export const widensLabel = (to: 'network' | 'coordinators') => m[`alert_widens_${to}`]()
export const urgencyLabel = (urgency: Urgency) => m[`urgency_${urgency}`]()
export const severityLabel = (severity: PublicAlert['severity']) => m[`severity_${severity}`]()
export const certaintyLabel = (certainty: PublicAlert['certainty']) => m[`certainty_${certainty}`]()
