import { ok, type Refusal, type Result } from '@kunak/contracts'
import type { Alert, MovePledge, NeedTally, Pledge, PledgeState } from '@kunak/contracts/alerts'
import { aMember, anAlert, anOrganisationId, aPledgeId, fixedClock, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeNeed } from './change-needs.ts'
import { lapsePledge, lapsesAt, movePledge, pledgeAsOf } from './move-pledge.ts'
import { offerPledge, type PledgeChange } from './offer-pledge.ts'
import { emptyTally, takenOf, unmetOf } from './tally.ts'

/** From where to where a pledge may go, as it is promised: nothing else ever happens to one. */
const allowed: Readonly<Record<PledgeState, readonly PledgeState[]>> = {
  offered: ['accepted', 'declined', 'lapsed', 'withdrawn'],
  accepted: ['in_progress', 'lapsed', 'withdrawn'],
  in_progress: ['delivered', 'lapsed', 'withdrawn'],
  delivered: [],
  declined: [],
  lapsed: [],
  withdrawn: [],
}
/** Who may take a pledge where; `lapsed` is nobody's to say. */
const sayings: Readonly<Record<MovePledge['to'], readonly ('pledger' | 'lead')[]>> = {
  accepted: ['lead'],
  declined: ['lead'],
  in_progress: ['pledger', 'lead'],
  delivered: ['pledger', 'lead'],
  withdrawn: ['pledger'],
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('offer'), quantity: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('move'),
      which: fc.nat(),
      to: fc.constantFrom('accepted', 'declined', 'in_progress', 'delivered', 'withdrawn'),
      by: fc.constantFrom('pledger', 'lead', 'stranger'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('ask for'), quantity: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait'), hours: fc.constantFrom(1, 20, 49, 100), looks: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('end') }) },
)

/** A need and its pledges, as a store would keep them. */
class Story {
  readonly clock = fixedClock(storyTime)
  readonly people: {
    readonly lead: ReturnType<typeof aMember>
    readonly pledger: ReturnType<typeof aMember>
    readonly stranger: ReturnType<typeof aMember>
  }
  readonly pledges: Pledge[] = []
  tally: NeedTally = emptyTally
  alert: Alert
  readonly pledging = anOrganisationId()

  constructor() {
    const raisedBy = anOrganisationId()
    this.people = { lead: aMember(raisedBy), pledger: aMember(this.pledging), stranger: aMember() }
    this.alert = anAlert({ state: 'active', raisedBy, until: '2027-06-01T00:00:00Z' })
  }

  get need() {
    const [need] = this.alert.content.needs
    if (!need) throw new Error('The alert of the story needs something.')
    return need
  }

  offer(quantity: number): Result<PledgeChange, Refusal> {
    const said = { id: aPledgeId(), needId: this.need.id, organisationId: this.pledging, quantity, day: this.dayIn(3), note: '' }
    const offer = { organisation: { id: this.pledging, standing: 'vetted' as const }, tally: this.tally, said, now: this.clock() }
    const offered = offerPledge(this.people.pledger, this.alert, offer)
    if (offered.ok) this.pledges.push(offered.value.pledge)
    return this.keep(offered)
  }

  move(before: Pledge, to: MovePledge['to'], by: 'pledger' | 'lead' | 'stranger') {
    const moved = movePledge(this.people[by], this.alert, { before, tally: this.tally, to, now: this.clock() })
    return this.keep(moved)
  }

  askFor(quantity: number) {
    const changed = changeNeed(this.people.lead, this.alert, { needId: this.need.id, quantity, tally: this.tally })
    if (changed.ok) this.alert = changed.value.after
    return changed
  }

  lapse() {
    for (const pledge of this.pledges) {
      const change = lapsePledge(pledge, this.tally, this.clock())
      if (change) this.keep(ok(change))
    }
  }

  private keep<Kept extends Result<PledgeChange | null, Refusal>>(result: Kept): Kept {
    const change = result.ok ? result.value : null
    if (change) {
      const at = this.pledges.findIndex(({ id }) => id === change.pledge.id)
      this.pledges[at] = change.pledge
      this.tally = change.tally ?? this.tally
    }
    return result
  }

  private dayIn(days: number) {
    return new Date(this.clock().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  }
}

const sumOf = (pledges: readonly Pledge[], states: readonly PledgeState[]) =>
  pledges.filter(({ state }) => states.includes(state)).reduce((sum, { quantity }) => sum + quantity, 0)

describe('every history of a need and its pledges', () => {
  it('adds up, stays within what is needed, and knows only the allowed moves', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const story = new Story()
        for (const taken of steps) {
          take(story, taken)
          const { tally, need, pledges } = story
          expect(tally).toMatchObject({
            offered: sumOf(pledges, ['offered']),
            promised: sumOf(pledges, ['accepted', 'in_progress']),
            delivered: sumOf(pledges, ['delivered']),
            pledges: pledges.length,
          })
          expect(unmetOf(need, tally) + takenOf(tally)).toBe(need.quantity)
          for (const { steps: gone } of pledges)
            for (const [index, { state }] of gone.slice(1).entries())
              expect(allowed[gone[index]?.state ?? 'lapsed']).toContain(state)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function take(story: Story, taken: typeof step extends fc.Arbitrary<infer Step> ? Step : never): void {
  if ('hours' in taken) {
    story.clock.moveTo(new Date(story.clock().getTime() + taken.hours * 3_600_000).toISOString())
    if (taken.looks) story.lapse()
  } else if ('which' in taken) {
    const pledge = story.pledges[taken.which % Math.max(1, story.pledges.length)]
    if (pledge) expectMoved(story, pledge, taken)
  } else if ('quantity' in taken && taken.does === 'offer') {
    const left = unmetOf(story.need, story.tally)
    const offered = story.offer(taken.quantity)
    expect(offered.ok).toBe(story.alert.state === 'active' && taken.quantity <= left)
    if (!offered.ok && story.alert.state === 'active')
      expect(offered.refusal).toEqual({ code: 'invalid', fields: [{ field: '/quantity', code: 'more_than_unmet', n: left }] })
  } else if ('quantity' in taken) {
    const least = takenOf(story.tally)
    const asked = story.askFor(taken.quantity)
    expect(asked.ok).toBe(story.alert.state === 'active' && taken.quantity >= least)
  } else {
    story.alert = {
      ...story.alert,
      state: 'resolved',
      closed: { at: story.clock().toISOString(), outcome: 'released', note: '' },
    }
  }
}

/** What comes of a move is what was promised of it: by whom, from where, and only while the alert lives where it promises something. */
function expectMoved(
  story: Story,
  pledge: Pledge,
  { to, by }: { readonly to: MovePledge['to']; readonly by: 'pledger' | 'lead' | 'stranger' },
): void {
  const { state } = pledgeAsOf(pledge, story.clock())
  const moved = story.move(pledge, to, by)
  if (by === 'stranger') expect(moved).toEqual({ ok: false, refusal: { code: 'not_found' } })
  else if (!sayings[to].includes(by)) expect(moved).toEqual({ ok: false, refusal: { code: 'not_yours' } })
  else if (state === to) expect(moved).toEqual({ ok: true, value: null })
  else if (!allowed[state].includes(to)) expect(moved).toEqual({ ok: false, refusal: { code: 'not_now' } })
  else if (to === 'accepted' && story.alert.state !== 'active')
    expect(moved).toEqual({ ok: false, refusal: { code: 'alert_closed' } })
  else expect(moved).toMatchObject({ ok: true, value: { pledge: { state: to } } })
}

describe('when a pledge lapses', () => {
  it('is 48 hours after an offer, or the end of its day where that comes first', () => {
    const story = new Story()
    const offered = story.offer(1)
    if (!offered.ok) throw new Error('The offer of the story fits.')
    const { pledge } = offered.value
    expect(lapsesAt(pledge)).toBe('2026-11-24T09:00:00.000Z')
    // The last place on earth where the 22nd ends is twelve hours behind UTC.
    expect(lapsesAt({ ...pledge, day: '2026-11-22' })).toBe('2026-11-23T12:00:00.000Z')
    expect(lapsesAt({ ...pledge, state: 'accepted' })).toBe('2026-11-26T12:00:00.000Z')
    expect(lapsesAt({ ...pledge, state: 'delivered' })).toBeNull()
  })

  it('refuses a day that is over and one that is more than a year away', () => {
    const story = new Story()
    const said = { id: aPledgeId(), needId: story.need.id, organisationId: story.pledging, quantity: 1, note: '' }
    const organisation = { id: story.pledging, standing: 'vetted' as const }
    const on = (day: string) =>
      offerPledge(story.people.pledger, story.alert, {
        organisation,
        tally: emptyTally,
        said: { ...said, day },
        now: story.clock(),
      })
    expect(on('2026-11-20')).toMatchObject({ refusal: { fields: [{ field: '/day', code: 'in_the_past' }] } })
    expect(on('2028-01-01')).toMatchObject({ refusal: { fields: [{ field: '/day', code: 'too_far' }] } })
    expect(on('2026-11-22').ok).toBe(true)
  })
})
