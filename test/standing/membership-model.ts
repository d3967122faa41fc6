export type Standing = 'applicant' | 'vetted' | 'lapsed' | 'suspended'

/** How many organisations a world has; the first two are founding. */
export const size = 7

const dayMs = 86_400_000

interface Word {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly until: number
  isRevoked: boolean
}

/** The rules of members and vouches over plain numbers, written without looking at how they are kept or computed. */
export class Model {
  standings: Standing[] = Array.from({ length: size }, (_, number) => (number < 2 ? 'vetted' : 'applicant'))
  readonly #frozen = new Set<number>()
  readonly #vettedAt: (number | null)[] = Array.from({ length: size }, (_, number) => (number < 2 ? 0 : null))
  readonly #words: Word[] = []
  #now: number

  constructor(now: number) {
    this.#now = now
  }

  wait(days: number): void {
    this.#now += days * dayMs
  }

  vouch(from: number, to: number): boolean {
    if (this.#frozen.has(from) || !this.#mayVouch(from) || from === to) return false
    if (this.#frozen.has(to) || this.standings[to] === 'suspended') return false
    if (this.#words.some((word) => word.from === from && word.to === to && this.#isLive(word))) return false
    const quarterAgo = monthsFrom(this.#now, -3)
    if (this.#words.filter((word) => word.from === from && word.at > quarterAgo).length >= 3) return false
    this.#words.push({ from, to, at: this.#now, until: monthsFrom(this.#now, 24), isRevoked: false })
    return true
  }

  revoke(from: number, to: number): boolean {
    const word = this.#words.find((one) => one.from === from && one.to === to && this.#isLive(one))
    if (!word || this.#frozen.has(from)) return false
    word.isRevoked = true
    return true
  }

  act(act: 'vet' | 'suspend' | 'reinstate' | 'freeze' | 'unfreeze', number: number): boolean {
    const standing = this.standings[number]
    if (act === 'unfreeze') return this.#frozen.delete(number)
    if (this.#frozen.has(number)) return false
    switch (act) {
      case 'freeze':
        this.#frozen.add(number)
        return true
      case 'vet':
        if ((standing !== 'applicant' && standing !== 'lapsed') || !this.isSupported(number)) return false
        this.#become(number, 'vetted')
        return true
      case 'suspend':
        if (standing === 'suspended') return false
        this.standings[number] = 'suspended'
        return true
      case 'reinstate': {
        if (standing !== 'suspended') return false
        const isCarried = number < 2 || this.isSupported(number)
        this.#become(number, this.#vettedAt[number] !== null && isCarried ? 'vetted' : 'applicant')
        return true
      }
    }
  }

  /** Whoever is vetted on vouches and no longer carried loses it, all at once. */
  review(): void {
    const carried = this.#carried((word) => this.#isLive(word))
    const inTime = this.#carried((word) => !word.isRevoked)
    for (let number = 2; number < size; number += 1)
      if (this.standings[number] === 'vetted' && !carried[number])
        this.standings[number] = inTime[number] ? 'lapsed' : 'applicant'
  }

  isSupported(number: number): boolean {
    return this.#carried((word) => this.#isLive(word))[number] ?? false
  }

  #become(number: number, standing: Standing): void {
    this.standings[number] = standing
    if (standing === 'vetted') this.#vettedAt[number] = this.#now
  }

  #isLive({ isRevoked, until }: Word): boolean {
    return !isRevoked && until > this.#now
  }

  #mayVouch(number: number): boolean {
    if (this.standings[number] !== 'vetted') return false
    return number < 2 || this.#now - (this.#vettedAt[number] ?? Infinity) >= 60 * dayMs
  }

  /** The rule by taking each organisation away in turn: what still hangs on a founding one then, hangs on two chains. */
  #carried(counts: (word: Word) => boolean): boolean[] {
    let givers = [...this.standings.keys()].filter((number) => this.#mayVouch(number))
    for (;;) {
      const words = this.#words.filter((word) => givers.includes(word.from) && counts(word))
      const founding = [0, 1].filter((number) => this.standings[number] === 'vetted')
      const reached = (without: number | null) => {
        const found = new Set(founding.filter((number) => number !== without))
        for (let grew = true; grew;) {
          const more = words.filter(({ from, to }) => found.has(from) && to !== without && !found.has(to))
          grew = more.length > 0
          for (const { to } of more) found.add(to)
        }
        return found
      }
      const isCarried = [...this.standings.keys()].map((number) => {
        if (founding.includes(number)) return true
        const others = [...this.standings.keys()].filter((other) => other !== number)
        if (![null, ...others].every((without) => reached(without).has(number))) return false
        const vouchers = words.filter(({ to }) => to === number).map(({ from }) => from)
        return new Set(vouchers.map((voucher) => voucher % 3)).size >= 2
      })
      const left = givers.filter((number) => isCarried[number])
      if (left.length === givers.length) return isCarried
      givers = left
    }
  }
}

/** The same day some months away; no day of these stories is one that a month lacks by more than its last. */
function monthsFrom(at: number, months: number): number {
  const day = new Date(at)
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)).getUTCDate()
  return Date.UTC(
    day.getUTCFullYear(),
    day.getUTCMonth() + months,
    Math.min(day.getUTCDate(), last),
    day.getUTCHours(),
    day.getUTCMinutes(),
    day.getUTCSeconds(),
    day.getUTCMilliseconds(),
  )
}
