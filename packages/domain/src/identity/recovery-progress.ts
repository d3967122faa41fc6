import type { Person, RecoveryProgress } from '@kunak/contracts/identity'

/** For so long the owner can stop a recovery before guardians can give the account back: every session and letter tells her. */
const recoveryNoticeHours = 72
/** After so long a recovery that nobody has used is forgotten. */
const recoveryDays = 30

const hourMs = 3_600_000

/**
 * How far a recovery by guardians is, or null where none runs. It is ready once both guardians that she has now have confirmed it and
 * the notice is over.
 */
export function recoveryProgress(
  { recovery, guardians }: Pick<Person, 'recovery' | 'guardians'>,
  now: Date,
): RecoveryProgress | null {
  if (recovery === null) return null
  const started = Date.parse(recovery.startedAt)
  if (now.getTime() >= started + recoveryDays * 24 * hourMs) return null
  const notBefore = started + recoveryNoticeHours * hourMs
  const confirmations = guardians.filter((id) => recovery.confirmedBy.includes(id)).length
  return {
    startedAt: recovery.startedAt,
    notBefore: new Date(notBefore).toISOString(),
    confirmations,
    isReady: guardians.length === 2 && confirmations === 2 && now.getTime() >= notBefore,
  }
}
