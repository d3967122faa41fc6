import { generateKeyPairSync, sign, verify } from 'node:crypto'
import type { AuditEntry, AuditLink } from '@kunak/contracts/identity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuditFault, type ChainEnd, findAuditFault, nextLink } from './audit-chain.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const signed = (hash: string) => sign(null, Buffer.from(hash), privateKey).toString('base64url')
const isSigned = (hash: string, signature: string) =>
  verify(null, Buffer.from(hash), publicKey, Buffer.from(signature, 'base64url'))
const written = new Date('2026-11-22T09:00:00.000Z')
const later = new Date('2026-11-22T10:00:00.000Z')

interface Log {
  readonly links: AuditLink[]
  readonly entries: AuditEntry[]
}

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })

/** A log whose links hold as many entries as said. */
function aLog(counts: readonly number[]): Log {
  const links: AuditLink[] = []
  const entries: AuditEntry[] = []
  let end: ChainEnd = null
  for (const count of counts) {
    const some = Array.from({ length: count }, (_, index): AuditEntry => ({
      subject: `ORGANISATION#${(entries.length + index) % 3}`,
      id: String(entries.length + index).padStart(26, '0'),
      at: written.toISOString(),
      type: 'profile_edited',
      actor: 'system',
      data: { version: index, republic: 'RU-DA' },
    }))
    const link: AuditLink = nextLink(end, some, { now: written, sign: signed })
    entries.push(...some)
    links.push(link)
    end = link
  }
  return { links, entries }
}

const look = (log: Log): AuditFault | null => findAuditFault(log, { isSigned, sealedBefore: later })

/** Every way in which one entry or one link can be tampered with. */
const tamperings: Readonly<Record<string, (log: Log, at: number) => Log>> = {
  'changes an entry': ({ links, entries }, at) => ({
    links,
    entries: entries.map((entry, index) =>
      index === at % entries.length ? { ...entry, data: { ...entry.data, version: 99 } } : entry,
    ),
  }),
  'changes who did it': ({ links, entries }, at) => ({
    links,
    entries: entries.map((entry, index) => (index === at % entries.length ? { ...entry, actor: null } : entry)),
  }),
  'deletes an entry': ({ links, entries }, at) => ({
    links,
    entries: entries.filter((_, index) => index !== at % entries.length),
  }),
  'deletes a link': ({ links, entries }, at) => ({ links: links.filter((_, index) => index !== at % links.length), entries }),
  'puts an entry in': ({ links, entries }, at) => ({
    links,
    entries: [...entries, { ...entries[at % entries.length]!, id: 'a-new-one' }],
  }),
  'moves an entry to another moment': ({ links, entries }, at) => ({
    links,
    entries: entries.map((entry, index) =>
      index === at % entries.length ? { ...entry, at: new Date(written.getTime() + 1000).toISOString() } : entry,
    ),
  }),
  'changes the order of entries in a link': ({ links, entries }, at) => {
    const which = at % links.length
    const link = links[which]!
    // Where a link has one entry there is no other order: another entry is put before it.
    const turned = link.entries.length > 1 ? link.entries.toReversed() : [...link.entries, ...link.entries]
    return { links: links.with(which, { ...link, entries: turned }), entries }
  },
  'changes the order of links': ({ links, entries }, at) => {
    const which = at % links.length
    if (links.length === 1) return { links: [...links, links[0]!], entries }
    const other = (which + 1) % links.length
    return { links: links.with(which, links[other]!).with(other, links[which]!), entries }
  },
  'changes an entry and every hash after it, without the key': ({ links, entries }, at) => {
    const changed = entries.map((entry, index) =>
      index === at % entries.length ? { ...entry, type: 'organisation_left' } : entry,
    )
    const forged: AuditLink[] = []
    let taken = 0
    for (const { entries: some, signature } of links) {
      forged.push(
        nextLink(forged.at(-1) ?? null, changed.slice(taken, taken + some.length), { now: written, sign: () => signature }),
      )
      taken += some.length
    }
    return { links: forged, entries: changed }
  },
  'signs with another key': ({ links, entries }, at) => {
    const other = generateKeyPairSync('ed25519').privateKey
    const which = at % links.length
    const signature = sign(null, Buffer.from(links[which]!.hash), other).toString('base64url')
    return { links: links.with(which, { ...links[which]!, signature }), entries }
  },
}

describe('the audit log', () => {
  it('is found right as it was written, in whatever order a store gives the fields back', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const { links, entries } = aLog(counts)
        const turned = entries.map((entry) => ({
          ...entry,
          data: Object.fromEntries(Object.entries(entry.data).reverse()),
        }))
        expect(look({ links, entries: turned })).toBeNull()
      }),
      { numRuns: 200 },
    )
  })

  it('shows every change, deletion and move of one entry, in 10,000 random logs', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.constantFrom(...Object.keys(tamperings)), (counts, at, what) => {
        expect(look(tamperings[what]!(aLog(counts), at))).not.toBeNull()
      }),
      { numRuns: 10_000 },
    )
  })

  it('leaves out what has only just happened', () => {
    const { links, entries } = aLog([2])
    const fresh = { ...entries[0]!, id: 'fresh', at: later.toISOString() }
    expect(look({ links, entries: [...entries, fresh] })).toBeNull()
  })
})
