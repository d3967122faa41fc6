import { DoNotListEntry, DoNotListEntryId, DoNotListPage, DoNotListQuery, DoNotListRequest } from '@kunak/contracts/directory'
import { addToDoNotList, readDoNotList, removeFromDoNotList } from '@kunak/data/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson, query } from '../front-door/parse.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

/** The register of organisations that asked not to be listed. It does not say whom it is about. */
export const doNotList = new Hono<Front>()
  .get('/do-not-list', onlyCoordinators, query(DoNotListQuery), async (c) =>
    c.json(DoNotListPage.parse(await readDoNotList(c.var.dependencies.database, c.req.valid('query')))),
  )
  .post('/do-not-list', onlyCoordinators, limitRate('change'), onlyJson, body(DoNotListRequest), async (c) => {
    const { viewer, dependencies } = c.var
    const { database, now, newId, keys } = dependencies
    const entry = { ...c.req.valid('json'), id: newId(), key: keys.doNotList, actor: viewer.actor }
    const added = await addToDoNotList(database, now(), entry)
    return added.ok ? c.json(DoNotListEntry.parse(added.value), 201) : answerProblem(c, added.refusal.code)
  })
  .delete('/do-not-list/:id', onlyCoordinators, limitRate('change'), async (c) => {
    const { viewer, dependencies } = c.var
    const id = DoNotListEntryId.safeParse(c.req.param('id'))
    if (!id.success) return answerProblem(c, 'not_found')
    const removed = await removeFromDoNotList(dependencies.database, dependencies.now(), { id: id.data, actor: viewer.actor })
    return removed.ok ? c.json({ id: id.data }) : answerProblem(c, removed.refusal.code)
  })
