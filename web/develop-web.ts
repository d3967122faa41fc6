import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { configurePlugins } from './configure.ts'
import { type Api, defaultSettings, logFault, type Platform, type Settings } from './platform.ts'

export interface DevelopmentWeb {
  /** Answers a request of Node's own server, with hot reload. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  readonly close: () => Promise<void>
}

/** The pages straight from their sources. Works in `web/`, so the launcher's working directory changes to it. */
export async function developWeb(options: { api: Api; settings?: Partial<Settings> }): Promise<DevelopmentWeb> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  process.chdir(root)
  const platform: Platform = {
    api: options.api,
    settings: { ...defaultSettings, ...options.settings },
    environment: {},
    report: logFault,
  }
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    server: { middlewareMode: true },
    plugins: [configurePlugins(() => platform)],
  })
  return { handle: server.middlewares, close: () => server.close() }
}
