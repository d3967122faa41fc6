import type { AnswerCode, MovePledge, PledgeState } from '@kunak/contracts/alerts'
import * as m from '#lib/paraglide/messages.js'

// Every code of answers and pledges that pages show, in the reader's language.

export const answerLabel = (answer: AnswerCode) => m[`help_answer_${answer}`]()
export const pledgeStateLabel = (state: PledgeState) => m[`pledge_state_${state}`]()
export const moveLabel = (to: MovePledge['to']) => m[`pledge_do_${to}`]()

/** How a state is coloured, besides what it says. */
export function toneOf(state: PledgeState): 'done' | 'due' | undefined {
  if (state === 'delivered') return 'done'
  return state === 'offered' || state === 'accepted' || state === 'in_progress' ? 'due' : undefined
}

/** How much of what, such as "3 boxes". */
export const amountOf = (quantity: number, unit: string): string => (unit === '' ? String(quantity) : `${quantity} ${unit}`)
