import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { securityHeaders } from './security-headers.ts'

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
}

interface Asset {
  readonly headers: Record<string, string>
  /** By content coding; `identity` is always there. */
  readonly bodies: Readonly<Record<string, Uint8Array<ArrayBuffer>>>
}

/** Serves the files of a folder from memory, compressed where the browser takes it; answers undefined for anything else. */
export function serveAssets(directory: string): (request: Request) => Response | undefined {
  const assets = readAssets(directory)
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const asset = assets.get(new URL(request.url).pathname)
    if (!asset) return undefined
    const accepted = request.headers.get('accept-encoding') ?? ''
    const coding = ['br', 'gzip'].find((name) => name in asset.bodies && accepted.includes(name)) ?? 'identity'
    const headers = { ...asset.headers, ...(coding !== 'identity' && { 'content-encoding': coding }) }
    return new Response(request.method === 'HEAD' ? null : (asset.bodies[coding] ?? null), { headers })
  }
}

function readAssets(directory: string): Map<string, Asset> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name),
  )
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const url = '/' + relative(directory, path).split(sep).join('/')
      const bodies = Object.fromEntries(
        [['identity', ''] as const, ['br', '.br'] as const, ['gzip', '.gz'] as const]
          .filter(([, suffix]) => existsSync(path + suffix))
          .map(([coding, suffix]) => [coding, new Uint8Array(readFileSync(path + suffix))]),
      )
      const headers = {
        ...securityHeaders,
        'content-type': types[entry.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'cache-control': url.includes('/immutable/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        vary: 'Accept-Encoding',
      }
      return [url, { headers, bodies }]
    }),
  )
}
