import { type AlertContent, severities, urgencies } from '@kunak/contracts/alerts'
import { pressures } from '@kunak/vocabulary'

type Levels = Pick<AlertContent, 'urgency' | 'severity' | 'certainty'>

/**
 * How pressing, how grave and how certain an alert is as far as what has happened says it: of several, what weighs most. Certainty is that
 * it was observed, since somebody reports what was done; what is only to come is likely. All of it is proposed, and hers to change.
 */
export function proposeLevels(codes: AlertContent['pressures']): Levels {
  const chosen = pressures.filter(({ code }) => codes.includes(code))
  const urgency = urgencies.find((one) => chosen.some((pressure) => pressure.urgency === one)) ?? 'Unknown'
  const severity = severities.find((one) => chosen.some((pressure) => pressure.severity === one)) ?? 'Unknown'
  const certainty = urgency === 'Unknown' ? 'Unknown' : urgency === 'Future' ? 'Likely' : 'Observed'
  return { urgency, severity, certainty }
}
