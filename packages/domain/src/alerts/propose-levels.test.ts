import { describe, expect, it } from 'vitest'
import { proposeLevels } from './propose-levels.ts'

describe('what is proposed for an alert', () => {
  it('is what the gravest of what happened says', () => {
    expect(proposeLevels(['raid'])).toEqual({ urgency: 'Immediate', severity: 'Severe', certainty: 'Observed' })
    expect(proposeLevels(['smear', 'threat'])).toEqual({ urgency: 'Expected', severity: 'Severe', certainty: 'Observed' })
    expect(proposeLevels(['raid', 'torture'])).toMatchObject({ severity: 'Extreme' })
  })

  it('calls likely what is still to come, and claims nothing of what it does not know', () => {
    expect(proposeLevels(['inspection'])).toMatchObject({ urgency: 'Future', certainty: 'Likely' })
    const nothing = { urgency: 'Unknown', severity: 'Unknown', certainty: 'Unknown' }
    expect([proposeLevels([]), proposeLevels(['other'])]).toEqual([nothing, nothing])
  })
})
