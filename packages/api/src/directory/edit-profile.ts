import { Profile, ProfileEdit } from '@kunak/contracts/directory'
import { editProfile as decide, widensAudience } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson, query } from '../front-door/parse.ts'
import { versionNamed } from '../front-door/version-named.ts'
import { changeOrganisation } from './change-organisation.ts'

/** A new profile from one of the organisation's own people, for the version that `If-Match` names. */
export const editProfile = new Hono<Front>().put(
  '/organisations/:id',
  limitRate('change'),
  onlyJson,
  query(ProfileEdit),
  body(Profile),
  async (c) => {
    const version = versionNamed(c)
    if (version === null) return answerProblem(c, 'precondition_required')
    const { assures } = c.req.valid('query')
    const edit = { version, profile: c.req.valid('json'), assures: assures === 'yes' }
    return changeOrganisation(c, {
      type: 'profile_edited',
      decide: (before, now) => decide(c.var.viewer, before, { ...edit, now }),
      needsProof: (before, after) => widensAudience(before.profile, after.profile),
    })
  },
)
