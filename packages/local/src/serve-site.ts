import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Api } from '@kunak/api'
import { builtAssets, createWeb, neutralSettings, type Settings } from '@kunak/web'
import { Hono } from 'hono'
import { closeServer } from './close-server.ts'
import { deviceOf } from './device-of.ts'

type Local = Hono<{ Bindings: HttpBindings }>

/**
 * Serves the whole site on one port of this machine and of no other: the API, and the pages, either as they were built or, in
 * development, straight from their sources.
 */
export async function serveSite({
  api,
  port,
  isDevelopment,
  neutralName = '',
}: {
  readonly api: Api
  readonly port: number
  readonly isDevelopment: boolean
  /** What stands in the tab of a page that is not public; empty for the usual word. */
  readonly neutralName?: string
}): Promise<AsyncDisposable> {
  const site: Local = new Hono()
  const settings = neutralSettings(neutralName)
  site.all('/api/*', (c) => api.fetch(c.req.raw, askingOf(c.env.incoming)))
  const pages = isDevelopment ? await developmentPages(api, settings) : await builtPages(api, site, settings)
  const listen = getRequestListener((request, env) => site.fetch(request, env))
  const server = createServer((request, response) => {
    if (isForApi(request.url ?? '/')) void listen(request, response)
    else pages.handle(request, response, listen)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    [Symbol.asyncDispose]: async () => {
      await pages.close()
      await closeServer(server)
    },
  }
}

interface Pages {
  readonly handle: (request: IncomingMessage, response: ServerResponse, listen: ReturnType<typeof getRequestListener>) => void
  readonly close: () => Promise<void>
}

async function builtPages(api: Api, site: Local, settings: Partial<Settings>): Promise<Pages> {
  const web = await createWeb({ api, settings, assets: fileURLToPath(builtAssets) })
  site.all('*', (c) => web(c.req.raw, askingOf(c.env.incoming)))
  return { handle: (request, response, listen) => void listen(request, response), close: () => Promise.resolve() }
}

async function developmentPages(api: Api, settings: Partial<Settings>): Promise<Pages> {
  // Read only here: the tools of development take longer to load than everything else together.
  const { developWeb } = await import('@kunak/web/develop-web')
  const web = await developWeb({ api, settings })
  return {
    handle: (request, response, listen) => web.handle(request, response, () => void listen(request, response)),
    close: web.close,
  }
}

const isForApi = (url: string) => /^\/api([/?]|$)/.test(url)
const askingOf = ({ socket, headers }: IncomingMessage) => ({
  source: socket.remoteAddress ?? 'local',
  device: deviceOf(headers['user-agent']),
})
