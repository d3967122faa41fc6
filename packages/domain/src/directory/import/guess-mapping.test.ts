import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess-mapping.ts'

const guess = (columns: Readonly<Record<string, string>>) =>
  Object.values(
    guessMapping({ columns: Object.keys(columns), rows: [{ row: 2, cells: Object.values(columns) }] }, 'list').columns,
  )

describe('a mapping to begin with', () => {
  it('knows what columns are called in Russian, English, French and Arabic', () => {
    expect(
      guess({ '№ п/п': '1', Название: 'Мост', 'Год основания': '2011', Страна: 'Грузия', Сайт: 'x', ИНН: '7707083893' }),
    ).toEqual(['key', 'name', 'founded', 'country', 'website', 'inn'])
    expect(
      guess({ id: '1', 'Organisation name': 'Bridge', country_code: 'GE', Telephone: '123 456', 'E-mail': 'a@b.example' }),
    ).toEqual(['key', 'name', 'country', 'phone', 'email'])
    expect(guess({ Nom: 'Pont', Pays: 'France', 'Année de création': '1999', 'Site web': 'x', Activités: 'aide' })).toEqual([
      'name',
      'country',
      'founded',
      'website',
      'description',
    ])
    expect(guess({ الاسم: 'جمعية أصدقاء النهر', البلد: 'تونس', الموقع: 'x', الأهداف: 'حقوق' })).toEqual([
      'name',
      'country',
      'website',
      'description',
    ])
  })

  it('takes the language of a text from its column, if the texts are in its script', () => {
    expect(guess({ name_ru: 'Мост', name_en: 'Bridge', nameAr: 'جسر' })).toEqual(['name:ru', 'name:en', 'name:ar'])
    expect(guess({ 'arabic name': 'Bridge' })).toEqual(['name'])
  })

  it('leaves out what is called a term or a country and holds something else', () => {
    expect(guess({ type: 'культурная', country: 'гора', languages: 'многие', skills: 'sewing' })).toEqual([
      'ignore',
      'ignore',
      'ignore',
      'ignore',
    ])
    expect(guess({ type: 'Фонд', languages: 'русский, аварский', skills: 'elections' })).toEqual([
      'legal_form',
      'languages',
      'expertise',
    ])
  })

  it('recognises addresses of mail and of the web wherever they stand', () => {
    expect(guess({ a: 'desk@bridge.example', b: 'https://bridge.example' })).toEqual(['email', 'website'])
  })

  it('never gives two columns what can stand once', () => {
    expect(guess({ id: '1', code: '2', site: 'x', url: 'y' })).toEqual(['key', 'ignore', 'website', 'ignore'])
  })
})
