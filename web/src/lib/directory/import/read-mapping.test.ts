import { describe, expect, it } from 'vitest'
import { readMapping } from './read-mapping.ts'

describe('the mapping of an import', () => {
  it('pairs each column with what was chosen beside it, also where a heading looks like a field of the form', () => {
    const form = new FormData()
    form.set('/source', ' partners-2026 ')
    for (const [column, target] of [
      ['target', 'name:ru'],
      ['Пункт/источник', 'ignore'],
      ['__proto__', 'key'],
    ] as const) {
      form.append('column', column)
      form.append('target', target)
    }
    const mapping = readMapping(form)
    expect(mapping?.source).toBe('partners-2026')
    expect(Object.entries(mapping?.columns ?? {})).toEqual([
      ['target', 'name:ru'],
      ['Пункт/источник', 'ignore'],
      ['__proto__', 'key'],
    ])
  })

  it('is not there for a file that needs none', () => {
    expect(readMapping(new FormData())).toBeUndefined()
  })
})
