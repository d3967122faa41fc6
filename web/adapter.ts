import { rmSync, writeFileSync } from 'node:fs'
import type { Adapter } from '@sveltejs/kit'

/**
 * Lays the built application out as `build/index.js` (the server, driven by `host.ts`) and `build/client` (what browsers fetch,
 * each file with its compressed variants).
 */
export function adapter(platform?: () => App.Platform): Adapter {
  return {
    name: 'kunak',
    async adapt(builder) {
      rmSync('build', { recursive: true, force: true })
      builder.writeClient('build/client')
      builder.writeServer('build/server')
      builder.generateServerInstance('build/index.js', { serverDirectory: 'build/server' })
      writeFileSync('build/index.d.ts', "export declare const server: import('../platform.ts').BuiltServer\n")
      await builder.compress('build/client')
    },
    ...(platform && { emulate: () => ({ platform }) }),
  }
}
