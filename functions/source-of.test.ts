import { describe, expect, it } from 'vitest'
import { sourceOf } from './source-of.ts'

describe('the source of a request', () => {
  it('is an IPv4 address without its port', () => {
    expect(sourceOf('198.51.100.10:46532')).toBe('198.51.100.10')
  })

  it('is the network of an IPv6 address, however it is written', () => {
    const spellings = ['2001:db8:0:7:1:2:3:4:443', '2001:db8:0:7::9:443', '[2001:0DB8:0:0007::1]:443', '2001:db8::7:5:5:5:5:443']
    expect(spellings.map(sourceOf)).toEqual(spellings.map(() => '2001:db8:0:7'))
    expect(sourceOf('::1:443')).toBe('0:0:0:0')
  })

  it('is unknown when nobody says it', () => {
    expect([sourceOf(undefined), sourceOf('')]).toEqual([undefined, undefined])
  })
})
