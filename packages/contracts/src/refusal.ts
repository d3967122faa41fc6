import type { FieldProblemCode } from './field-problem.ts'
import type { ProblemCode } from './problem.ts'

/** A field that a rule refused, by JSON pointer; `n` is the limit that was passed, where there is one. */
export interface RefusedField {
  readonly field: string
  readonly code: FieldProblemCode
  readonly n?: number
}

/** An expected "no" of the domain, which the front door turns into a problem. `invalid` always names its fields. */
export type Refusal =
  | { readonly code: 'invalid'; readonly fields: readonly RefusedField[] }
  | { readonly code: Exclude<ProblemCode, 'invalid' | 'fault' | 'step_up_needed'> }
