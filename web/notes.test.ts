import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'

const script = readFileSync(new URL('static/notes.js', import.meta.url), 'utf8')

/** The script that shows notes, as a browser runs it, woken by an event. */
async function wake(query: string, type: string, event: object) {
  const shown: unknown[] = []
  const opened: unknown[] = []
  const waiting: unknown[] = []
  const listeners = new Map<string, (event: object) => void>()
  const self = {
    location: new URL(`https://kunak.example/notes.js?${query}`),
    registration: { showNotification: (...said: unknown[]) => shown.push(said) },
    clients: { openWindow: (page: string) => opened.push(page) },
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
  }
  runInNewContext(script, { self, URL })
  listeners.get(type)?.({ ...event, waitUntil: (what: unknown) => waiting.push(what) })
  await Promise.all(waiting)
  return { shown, opened, hears: [...listeners.keys()] }
}
const said = 'name=Library&text=Something+new&lang=en&open=%2Fen%2Fnotifications'

it('a note shows the words that the page gave, whatever comes with it, and no name of this site', async () => {
  const data = { text: () => 'An office is searched', json: () => ({ title: 'Kunak' }) }
  const { shown, hears } = await wake(said, 'push', { data })
  expect(shown).toEqual([['Library', { body: 'Something new', tag: 'news', lang: 'en' }]])
  // No page goes through it, and nothing is kept.
  expect(hears).toEqual(['push', 'notificationclick'])
})

it('a note leads to a page of this site and nowhere else', async () => {
  const notification = { close: () => undefined }
  expect((await wake(said, 'notificationclick', { notification })).opened).toEqual(['https://kunak.example/en/notifications'])
  const evil = await wake('open=https%3A%2F%2Fevil.example%2F', 'notificationclick', { notification })
  expect(evil.opened).toEqual(['https://kunak.example'])
})
