import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveAssets } from './serve-assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
mkdirSync(join(folder, '_app/immutable'), { recursive: true })
for (const [name, text] of Object.entries({ 'a.css': 'plain', 'a.css.br': 'brotli', 'a.css.gz': 'gzip' }))
  writeFileSync(join(folder, '_app/immutable', name), text)
writeFileSync(join(folder, 'robots.txt'), 'robots')
const serve = serveAssets(folder)
const get = (path: string, headers: Record<string, string> = {}) => serve(new Request(`http://localhost${path}`, { headers }))

describe('files for the browser', () => {
  it('come in the smallest form that the browser takes', async () => {
    const brotli = get('/_app/immutable/a.css', { 'accept-encoding': 'gzip, deflate, br' })
    expect([brotli?.headers.get('content-encoding'), await brotli?.text()]).toEqual(['br', 'brotli'])
    expect(await get('/_app/immutable/a.css', { 'accept-encoding': 'gzip' })?.text()).toBe('gzip')
    expect(await get('/_app/immutable/a.css')?.text()).toBe('plain')
  })

  it('are kept for good when their name changes with their content, and for an hour otherwise', () => {
    expect(get('/_app/immutable/a.css')?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(get('/robots.txt')?.headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('carry the headers of every page', () => {
    expect(get('/robots.txt')?.headers.get('x-content-type-options')).toBe('nosniff')
    expect(get('/robots.txt')?.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('are only those in the folder, and only to be read', () => {
    expect(get('/../package.json')).toBeUndefined()
    expect(get('/_app/immutable/a.css.br')).toBeUndefined()
    expect(serve(new Request('http://localhost/robots.txt', { method: 'POST' }))).toBeUndefined()
  })
})
