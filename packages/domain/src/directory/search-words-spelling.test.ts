import { describe, expect, it } from 'vitest'
import { beginningsInOtherScript, soundKeyOf } from './search-words-spelling.ts'

describe('soundKeyOf', () => {
  it.each([
    'chechnya чечня чечне чечню чечней',
    'makhachkala mahachkala махачкала махачкалу махачкале',
    'dagestan daghestan дагестан дагестане дагестана',
    'grozny grozniy groznyi groznyy грозный грозном грозного',
    'ingushetia ingushetiya ингушетия ингушетии ингушетию',
    'pyatigorsk piatigorsk пятигорск пятигорске',
    'nalchik нальчик нальчика',
    'balkaria balkariya балкария балкарии',
    'khasavyurt hasavjurt хасавюрт',
    'maykop maikop майкоп',
    'djokhar dzhokhar джохар',
    'yessentuki essentuki ессентуки',
    'cherkessk черкесск',
    'ossetia osetiya осетия осетии',
    'memorial мемориал мемориала',
    'гӏалгӏай галгай galgay',
  ])('%s sound the same', (words) => {
    expect(new Set(words.split(' ').map(soundKeyOf)).size).toBe(1)
  })

  it.each([
    ['суд', 'сад'],
    ['чечня', 'чача'],
    ['мост', 'моста́р'],
  ])('%s and %s do not', (one, other) => {
    expect(soundKeyOf(one)).not.toBe(soundKeyOf(other))
  })
})

describe('beginningsInOtherScript', () => {
  it.each([
    ['chech', 'чечня'],
    ['mak', 'махачкала'],
    ['makhach', 'махачкала'],
    ['ya', 'ямал'],
    ['чеч', 'chechnya'],
    ['хас', 'khasavyurt'],
    ['хас', 'hasavyurt'],
  ])('"%s" may begin %s', (beginning, word) => {
    expect(beginningsInOtherScript(beginning).some((other) => word.startsWith(other))).toBe(true)
  })
})
