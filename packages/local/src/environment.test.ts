import { describe, expect, it } from 'vitest'
import { readLocalEnvironment } from './environment.ts'

describe('the launcher’s environment', () => {
  it('chooses for itself where nothing is said', () => {
    const { dataDirectory, ...ports } = readLocalEnvironment({})
    expect(ports).toEqual({ PORT: 4380, MAIL_PORT: 4381, DATABASE_PORT: 4382, NEUTRAL_NAME: '' })
    expect(dataDirectory).toMatch(/^\/.*\/\.kunak$/)
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc", but a port is a whole number from 1 to 65535.'],
    [{ PORT: '' }, 'PORT is "", but a port is a whole number from 1 to 65535.'],
    [{ MAIL_PORT: '70000' }, 'MAIL_PORT is "70000", but a port is a whole number from 1 to 65535.'],
    [{ DATABASE_PORT: '0' }, 'DATABASE_PORT is "0", but a port is a whole number from 1 to 65535.'],
    [{ PORT: '1e3' }, 'PORT is "1e3", but a port is a whole number from 1 to 65535.'],
    [{ DATA_DIR: '' }, 'DATA_DIR is "", but it must name a folder.'],
    [{ KUNAK_DATABASE: 'oracle' }, 'KUNAK_DATABASE is "oracle", but there are only dynoxide and dynamodb-local.'],
    [
      { MAIL_PORT: '5000', DATABASE_PORT: '5000' },
      'MAIL_PORT and DATABASE_PORT are both 5000, but each needs a port of its own.',
    ],
  ])('says what is wrong with %o', (environment, sentence) => {
    expect(() => readLocalEnvironment(environment)).toThrow(sentence)
  })
})
