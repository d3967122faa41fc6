import { OrganisationId } from '@kunak/contracts'
import {
  type AuditEntry,
  AuditPage,
  AuditQuery,
  type AuditType,
  auditTypes,
  type ShownAuditEntry,
} from '@kunak/contracts/identity'
import { readEntriesAbout, readEntriesOn } from '@kunak/data/identity'
import { Hono } from 'hono'
import type { Front, FrontContext } from '../front-door/front.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'
import { query } from '../front-door/parse.ts'
import { nameOf, viewsOf } from '../front-door/views-of.ts'

/** How many entries are looked at, and how many are shown. */
const most = 500
const mostShown = 100
/** An actor's mark: long enough to tell people apart on one page, too short to look anybody up by. */
const markLength = 6

/**
 * The audit trail of one organisation or of a day, newest first. It tells what happened and to which organisation; what happened to
 * one that is not there for this reader, or to an account, is left out.
 */
export const searchAudit = new Hono<Front>().get('/audit', onlyCoordinators, query(AuditQuery), async (c) => {
  const { organisation, type, day } = c.req.valid('query')
  const { database, now } = c.var.dependencies
  const entries =
    organisation === undefined
      ? await readEntriesOn(database, day ?? now().toISOString().slice(0, 10), most)
      : await readEntriesAbout(database, `ORGANISATION#${organisation}`, most)
  const wanted = entries
    .filter((entry) => (type === undefined ? isTold(entry.type) : entry.type === type))
    .filter((entry) => day === undefined || entry.at.startsWith(day))
  const shown = await show(c, wanted)
  return c.json(AuditPage.parse({ entries: shown.slice(0, mostShown), isCut: shown.length > mostShown }), 200, {
    'cache-control': 'no-store',
  })
})

const isTold = (type: string): type is AuditType => (auditTypes as readonly string[]).includes(type)

async function show(c: FrontContext, entries: readonly AuditEntry[]): Promise<ShownAuditEntry[]> {
  const views = await viewsOf(
    c,
    entries.flatMap(({ subject }) => organisationIn(subject) ?? []),
  )
  return entries.flatMap(({ subject, at, type, actor }): ShownAuditEntry[] => {
    if (!isTold(type)) return []
    const mark = actor === null || actor === 'system' ? actor : actor.slice(0, markLength)
    if (subjectsOfNobody.some((start) => subject.startsWith(start))) return [{ at, type, actor: mark, organisation: null }]
    const id = organisationIn(subject)
    const organisation = id && nameOf(views.get(id))
    return organisation ? [{ at, type, actor: mark, organisation }] : []
  })
}

// What coordinators do themselves, about no organisation in particular.
const subjectsOfNobody = ['IMPORT#', 'DO_NOT_LIST']

function organisationIn(subject: string): OrganisationId | null {
  const id = OrganisationId.safeParse(/^ORGANISATION#(.+)$/.exec(subject)?.[1])
  return id.success ? id.data : null
}
