import { type Actor, ProposalId } from '@kunak/contracts'
import { Proposal } from '@kunak/contracts/directory'
import { isOpen } from '@kunak/domain/directory'
import { commit, type Saved, type Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { inPartition, queryItems } from '../query-items.ts'

const proposals = 'PROPOSALS'
const mostShown = 200
/** What was decided stays a little longer; the audit log keeps that it was. */
const keptDays = 30
const key = (id: ProposalId) => ({ pk: proposals, sk: id })

/** The proposals that wait for a second person, newest first, so many at most as are shown. */
export async function loadOpenProposals(database: Database, now: Date): Promise<Proposal[]> {
  const open: Proposal[] = []
  for await (const item of queryItems(database, 'directory', { ...inPartition(proposals), ScanIndexForward: false })) {
    const proposal = Proposal.parse(item['proposal'])
    if (isOpen(proposal, now)) open.push(proposal)
    if (open.length === mostShown) break
  }
  return open
}

/** One proposal, open or decided, or null. */
export async function loadProposal(database: Database, id: string): Promise<Proposal | null> {
  const parsed = ProposalId.safeParse(id)
  if (!parsed.success) return null
  const item = await loadItem(database, 'directory', key(parsed.data))
  return item ? Proposal.parse(item['proposal']) : null
}

/** What writes a proposal, if it is still the one that was decided on (`before`; null for a new one). */
export function proposalWrite(database: Database, before: Proposal | null, after: Proposal): Write {
  const expiresAt = Math.ceil(Date.parse(after.until) / 1000) + keptDays * 86_400
  return {
    Put: {
      TableName: database.tables.directory,
      Item: { ...key(after.id), version: after.version, proposal: after, expiresAt },
      ...isAsRead(before),
    },
  }
}

/** Saves a proposal that changes nothing but itself: a new one, or one that is withdrawn. */
export function saveProposal(
  database: Database,
  now: Date,
  change: { readonly before: Proposal | null; readonly after: Proposal; readonly actor: Actor | null },
): Promise<Saved> {
  const { before, after, actor } = change
  const type = before ? 'proposal_withdrawn' : 'proposal_made'
  return commit(database, now, {
    writes: [proposalWrite(database, before, after)],
    events: [{ type, subject: `PROPOSAL#${after.id}`, actor, data: { act: after.about.act } }],
  })
}
