import { get, type IncomingHttpHeaders } from 'node:http'
import { gzipSync } from 'node:zlib'

/** One answer as it came, byte for byte. */
export interface Served {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** Bytes of the body that a reader receives: as served, or by gzip where compressing is left to the server in front. */
  readonly weight: number
}

/** Asks for one address; nothing is decoded on the way. */
export async function serve(url: string, headers: Readonly<Record<string, string>>): Promise<Served> {
  return await new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const weight = response.headers['content-encoding'] === undefined ? gzipSync(body).length : body.length
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, weight })
      })
    }).on('error', reject)
  })
}

/** The addresses of the styles and of the scripts that a page of HTML brings with it. */
export function broughtBy(html: string): { readonly styles: string[]; readonly scripts: string[] } {
  const found = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, address]) => address ?? '')
  return {
    styles: found(/<link(?=[^>]*rel="stylesheet")[^>]*href="([^"]+)"/g),
    scripts: found(/<(?:script|link(?=[^>]*rel="modulepreload"))[^>]*(?:src|href)="([^"]+)"/g),
  }
}
