import { cleanText } from '@kunak/contracts'
import type { RowProblem, RowProblemCode } from '@kunak/contracts/directory'

/** Adds a problem of one column to a row's list. */
export type Note = (field: string, code: RowProblemCode, values?: RowProblem['values']) => void

// A row of which more is wrong is not read problem by problem; and its record has to fit into one item.
const mostProblems = 40
const shownCharacters = 60

/** Notes problems into a list, each with at most the beginning of what was written. */
export function noteInto(problems: RowProblem[]): Note {
  return (field, code, values = {}) => {
    if (problems.length < mostProblems) problems.push({ field, code, values: shown(values) })
  }
}

function shown(values: RowProblem['values']): RowProblem['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value.slice(0, shownCharacters)) : value,
    ]),
  )
}
