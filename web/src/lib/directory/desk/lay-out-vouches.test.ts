import { OrganisationId } from '@kunak/contracts'
import { describe, expect, it } from 'vitest'
import { layOutVouches } from './lay-out-vouches.ts'

const numberedId = (number: number) => OrganisationId.parse(String(number).padStart(26, '0'))
const one = (number: number, isFounding = false) => ({
  id: numberedId(number),
  names: { ru: `Организация ${number}` },
  standing: 'vetted' as const,
  isFounding,
  isSupported: true,
})
const vouch = (from: number, to: number) => ({ from: numberedId(from), to: numberedId(to), until: '2028-11-22T09:00:00Z' })

describe('the picture of vouches', () => {
  it('puts founding organisations first, and everybody as far right as they are from them', () => {
    const organisations = [one(0, true), one(1, true), one(2), one(3), one(4)]
    const { places, width } = layOutVouches({ organisations, vouches: [vouch(0, 2), vouch(1, 2), vouch(2, 3)] })
    const x = (number: number) => places.find(({ id }) => id === numberedId(number))?.x ?? Number.NaN
    expect(x(0)).toBe(x(1))
    expect([x(2) > x(1), x(3) > x(2), x(4)]).toEqual([true, true, 2 * x(3) - x(2)])
    expect(Math.max(...places.map((place) => place.x))).toBeLessThan(width)
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(5)
  })

  it('has no crossing where none is needed', () => {
    const organisations = [one(0, true), one(1, true), one(3), one(2)]
    const { places } = layOutVouches({ organisations, vouches: [vouch(0, 2), vouch(1, 3)] })
    const y = (number: number) => places.find(({ id }) => id === numberedId(number))?.y ?? Number.NaN
    expect(y(0) < y(1)).toBe(y(2) < y(3))
  })

  it('of nobody is empty', () => {
    expect(layOutVouches({ organisations: [], vouches: [] }).places).toEqual([])
  })
})
