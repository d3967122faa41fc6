import { describe, expect, it } from 'vitest'
import { after, directoryQuery, without, withoutCursor, withQuery } from './directory-query.ts'

const asked = new URLSearchParams('q=+суд+&republic=RU-DA&republic=RU-DA&republic=RU-CE&level=&utm_source=x&cursor=abc')
const query = directoryQuery(asked)

describe('the address of a directory page', () => {
  it('keeps what the directory understands, once, and drops the rest', () => {
    expect([...query]).toEqual([
      ['q', 'суд'],
      ['republic', 'RU-DA'],
      ['republic', 'RU-CE'],
      ['cursor', 'abc'],
    ])
  })

  it('goes on after a cursor with the same search', () => {
    expect(after(query, 'def').get('cursor')).toBe('def')
    expect(withoutCursor(after(query, 'def')).toString()).toBe(withoutCursor(query).toString())
  })

  it('starts again from the first page when a choice is taken away', () => {
    expect([...without(query, 'republic', 'RU-DA')]).toEqual([
      ['q', 'суд'],
      ['republic', 'RU-CE'],
    ])
  })

  it('is bare when nothing is asked', () => {
    expect(withQuery('/ru/organisations', new URLSearchParams())).toBe('/ru/organisations')
    expect(withQuery('/ru/organisations', new URLSearchParams('q=a'))).toBe('/ru/organisations?q=a')
  })
})
