import { type Proposal, proposalDays } from '@kunak/contracts/directory'

const dayMs = 86_400_000

/** Until when a proposal waits for a second person. */
export function proposalUntil(now: Date): string {
  return new Date(now.getTime() + proposalDays * dayMs).toISOString()
}

/** Whether a proposal still waits. */
export function isOpen({ state, until }: Pick<Proposal, 'state' | 'until'>, now: Date): boolean {
  return state === 'open' && until > now.toISOString()
}
