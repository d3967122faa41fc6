import { createHash } from 'node:crypto'
import type { AuditEntry, AuditLink } from '@kunak/contracts/identity'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

/** The hash of an entry over everything in it, whatever the order in which a store gives its fields back. */
function hashOfEntry({ subject, id, at, type, actor, data }: AuditEntry): string {
  return sha256(
    JSON.stringify([subject, id, at, type, actor, Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1))]),
  )
}

/** What a link is built on: the number and hash of the one before, or nothing. */
export type ChainEnd = Pick<AuditLink, 'seq' | 'hash'> | null

/** The next link of the chain, for at least one entry, signed by `sign` (from a hash to base64url of an Ed25519 signature). */
export function nextLink(
  end: ChainEnd,
  entries: readonly AuditEntry[],
  { now, sign }: { readonly now: Date; readonly sign: (hash: string) => string },
): AuditLink {
  const unhashed = {
    seq: (end?.seq ?? 0) + 1,
    at: now.toISOString(),
    entries: entries.map((entry) => ({ subject: entry.subject, id: entry.id, hash: hashOfEntry(entry) })),
    previous: end?.hash ?? null,
  }
  const hash = hashOfLink(unhashed)
  return { ...unhashed, hash, signature: sign(hash) }
}

function hashOfLink({ seq, at, entries, previous }: Omit<AuditLink, 'hash' | 'signature'>): string {
  return sha256(JSON.stringify([seq, at, entries.map(({ subject, id, hash }) => [subject, id, hash]), previous]))
}

/** The first thing that is wrong with an audit log. */
export type AuditFault =
  | { readonly code: 'link_missing' | 'link_changed' | 'not_signed'; readonly seq: number }
  | { readonly code: 'entry_missing' | 'entry_changed' | 'entry_not_sealed'; readonly subject: string; readonly id: string }

/**
 * Looks for what has been changed, taken away, put in or moved: links must follow each other from the first one on, each with its own
 * right hash and signature, and every entry must be what its link says. An entry that happened before `sealedBefore` and stands in no
 * link is a fault too, so that cutting off the end is found. Null when all is as it was written.
 */
export function findAuditFault(
  log: { readonly links: readonly AuditLink[]; readonly entries: readonly AuditEntry[] },
  { isSigned, sealedBefore }: { readonly isSigned: (hash: string, signature: string) => boolean; readonly sealedBefore: Date },
): AuditFault | null {
  const there = new Map(log.entries.map((entry) => [`${entry.subject} ${entry.id}`, hashOfEntry(entry)]))
  const sealed = new Set<string>()
  let end: ChainEnd = null
  for (const link of log.links) {
    const seq = (end?.seq ?? 0) + 1
    if (link.seq !== seq) return { code: 'link_missing', seq }
    if (link.previous !== (end?.hash ?? null) || link.hash !== hashOfLink(link)) return { code: 'link_changed', seq }
    if (!isSigned(link.hash, link.signature)) return { code: 'not_signed', seq }
    for (const { subject, id, hash } of link.entries) {
      const key = `${subject} ${id}`
      const stored = there.get(key)
      if (stored !== hash) return { code: stored === undefined ? 'entry_missing' : 'entry_changed', subject, id }
      sealed.add(key)
    }
    end = link
  }
  const stray = log.entries.find(({ subject, id, at }) => !sealed.has(`${subject} ${id}`) && at < sealedBefore.toISOString())
  return stray ? { code: 'entry_not_sealed', subject: stray.subject, id: stray.id } : null
}
