import { describe, expect, it } from 'vitest'
import { errorsNamed } from './errors-named.ts'

const names = { day: () => 'By which day?', needs: () => 'What is needed' }
const message = 'Fill this in.'

describe('what is wrong with several fields', () => {
  it('says which sentence is about which field, and of a row, what the row is for', () => {
    const said = errorsNamed(
      ['day', 'needs/0/kind', 'organisation'].map((field) => ({ field, message })),
      names,
    )
    expect(said).toEqual([
      { field: 'day', message: 'By which day: Fill this in.' },
      { field: 'needs/0/kind', message: 'What is needed: Fill this in.' },
      { field: 'organisation', message },
    ])
  })
})
