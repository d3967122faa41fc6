import { describe, expect, it } from 'vitest'
import { keepPages } from './keep-pages.ts'
import type { Api } from './platform.ts'

const address = 'https://kunak.example/ru/organisations'

/** An API with one changing answer, and pages that are made of it. */
function aSite({ tagged = true, cacheControl = 'public, max-age=30' } = {}) {
  const seen = { asked: 0, rendered: 0, answer: 'one' }
  const api: Api = {
    fetch: (request) => {
      seen.asked += 1
      const tag = `"${seen.answer}"`
      if (tagged && request.headers.get('if-none-match') === tag) return new Response(null, { status: 304 })
      return new Response(seen.answer, { headers: tagged ? { etag: tag } : {} })
    },
  }
  const answer = keepPages(async (request, asked) => {
    seen.rendered += 1
    const said = await (await asked.fetch(new Request('https://kunak.example/api/v1/organisations'), {})).text()
    const isSomebody = request.headers.has('cookie')
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': isSomebody ? 'no-store' : cacheControl }
    return new Response(isSomebody ? `${said}, and who you are` : said, { headers })
  }, api)
  const visit = async (headers: Record<string, string> = {}, url = address) =>
    (await answer(new Request(url, { headers }), {})).text()
  return { seen, visit }
}

describe('pages that are kept', () => {
  it('are rendered once while what they say is still true, and the API is asked each time', async () => {
    const { seen, visit } = aSite()
    expect([await visit(), await visit(), await visit()]).toEqual(['one', 'one', 'one'])
    expect(seen).toMatchObject({ rendered: 1, asked: 3 })
  })

  it('are rendered once for many who come together later', async () => {
    const { seen, visit } = aSite()
    await visit()
    await Promise.all(Array.from({ length: 20 }, () => visit()))
    expect(seen.rendered).toBe(1)
  })

  it('are rendered anew from the first request after a change', async () => {
    const { seen, visit } = aSite()
    await visit()
    seen.answer = 'another'
    expect(await visit()).toBe('another')
    expect(await visit()).toBe('another')
    expect(seen.rendered).toBe(2)
  })

  it('are each another page for another address', async () => {
    const { seen, visit } = aSite()
    await visit()
    await visit({}, `${address}?q=мост`)
    expect(seen.rendered).toBe(2)
  })

  it('are never those of somebody, and somebody never gets one', async () => {
    const { seen, visit } = aSite()
    await visit()
    expect(await visit({ cookie: 'session=1' })).toBe('one, and who you are')
    expect(await visit()).toBe('one')
    expect(seen.rendered).toBe(2)
  })

  it('are neither those that may not be kept nor those made of an answer without a tag', async () => {
    for (const site of [aSite({ cacheControl: 'no-store' }), aSite({ tagged: false })]) {
      await site.visit()
      await site.visit()
      expect(site.seen.rendered).toBe(2)
    }
  })

  it('are forgotten when there are too many, the one not seen for longest first', async () => {
    const { seen, visit } = aSite()
    for (let page = 0; page < 300; page += 1) await visit({}, `${address}?q=${page}`)
    await visit({}, `${address}?q=0`)
    await visit({}, `${address}?q=one-more`)
    seen.rendered = 0
    await visit({}, `${address}?q=0`)
    expect(seen.rendered).toBe(0)
    await visit({}, `${address}?q=1`)
    expect(seen.rendered).toBe(1)
  })
})
