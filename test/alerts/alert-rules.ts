import { begun, hour, isConcerned, isReady, isWide, isWriter, type Model, raiser, reads, settledBy } from './alert-model.ts'
import { actors, type Step } from './alert-steps.ts'

/** What the rules make of a step: the status that is promised, and the alert afterwards. */
export function take(step: Step, before: Model | null, now: number): Taken {
  const settled = settledBy(before, now)
  const taken = decide(step, structuredClone(settled), now)
  // What time has settled is written down by nobody but the clock's worker.
  return JSON.stringify(taken.after) === JSON.stringify(settled) ? { ...taken, after: before } : taken
}

interface Taken {
  readonly status: number
  readonly after: Model | null
}

function decide(step: Step, model: Model | null, now: number): Taken {
  const actor = actors[step.by]
  const answer = (status: number) => ({ status, after: model })
  if (step.does === 'begin') return begin(step, model, now)
  if (!model || !reads(model, step.by, actor)) return answer(404)
  const mine = isWriter(model, step.by, actor)
  switch (step.does) {
    case 'discard':
      if (!mine || model.state !== 'draft') return answer(mine ? 409 : 404)
      return { status: 200, after: null }
    case 'edit':
      if (!mine) return answer(404)
      if (model.state !== 'draft' || step.isStale) return answer(409)
      Object.assign(model, { says: step.says, touchedAt: now })
      return answer(200)
    case 'submit':
      return answer(mine ? submit(model, step.atOnce, now) : 403)
    case 'verify':
      return answer(verify(model, step, now))
    default:
      return answer(isConcerned(model, actor) ? lead(model, step, now) : 403)
  }
}

function begin({ by, says }: Extract<Step, { does: 'begin' }>, model: Model | null, now: number): Taken {
  if (by === 'nobody') return { status: 401, after: model }
  if (by === 'applicant') return { status: model ? 422 : 409, after: model }
  if (!actors[by].own.includes(raiser)) return { status: 403, after: model }
  if (!model) return { status: 201, after: begun(by, says, now) }
  if (!isWriter(model, by, actors[by])) return { status: 422, after: model }
  const isSame = JSON.stringify(says) === JSON.stringify(model.says)
  if (model.state === 'draft' && !isSame) Object.assign(model, { says, touchedAt: now })
  return { status: 201, after: model }
}

function submit(model: Model, atOnce: boolean, now: number): number {
  const wide = isWide(model.says)
  const hurries = model.state === 'submitted' && wide && atOnce
  if (model.state !== 'draft' && !hurries) return 200
  if (!isReady(model.says)) return 422
  const submittedAt = model.submittedAt ?? now
  if (wide && !atOnce) Object.assign(model, { state: 'submitted', submittedAt })
  else {
    const unverifiedUntil = wide ? now + 6 * hour : null
    Object.assign(model, { state: 'active', submittedAt, activeAt: now, until: now + 72 * hour, unverifiedUntil })
  }
  return 200
}

function verify(model: Model, { by, organisation }: Extract<Step, { does: 'verify' }>, now: number): number {
  const actor = actors[by]
  if (!actor.own.includes(organisation)) return 403
  if (model.verifiedBy === organisation) return 200
  if (model.writer === by || isConcerned(model, actor) || organisation === 'applicants') return 403
  if (model.verifiedBy !== null || (model.state !== 'submitted' && model.state !== 'active')) return 409
  const goesOut = model.state === 'submitted'
  Object.assign(model, { verifiedBy: organisation, verifier: by, unverifiedUntil: null })
  if (goesOut) Object.assign(model, { state: 'active', activeAt: now, until: now + 72 * hour })
  return 200
}

function lead(model: Model, step: Step, now: number): number {
  const isActive = model.state === 'active'
  switch (step.does) {
    case 'repeat update':
      if (model.updates > 0) return 200
      if (isActive) model.updates += 1
      return isActive ? 200 : 409
    case 'update':
      if (isActive) model.updates += 1
      return isActive ? 200 : 409
    case 'extend': {
      if (!isActive) return 409
      const last = model.extensions.at(-1)
      if (last && last.reason === step.reason && last.at + hour > now) return 200
      model.extensions.push({ at: now, reason: step.reason })
      model.until = Math.max(model.until, now + 72 * hour)
      return 200
    }
    case 'resolve':
      if (model.state === 'resolved' && model.outcome === step.outcome) return 200
      if (isActive) Object.assign(model, { state: 'resolved', closedAt: now, outcome: step.outcome })
      return isActive ? 200 : 409
    default: {
      if (model.state === 'cancelled') return 200
      const may = isActive || model.state === 'submitted'
      if (may) Object.assign(model, { state: 'cancelled', closedAt: now })
      return may ? 200 : 409
    }
  }
}
