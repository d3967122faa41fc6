/// <reference path="./built.d.ts" />
import { keepPages } from './keep-pages.ts'
import {
  type Api,
  type BuiltServer,
  defaultSettings,
  type Environment,
  type Fault,
  logFault,
  neutralSettings,
  type Platform,
  type Settings,
} from './platform.ts'
import { withSecurityHeaders } from './security-headers.ts'
import { serveAssets } from './serve-assets.ts'

export { neutralSettings }
export type { Api, Environment, Fault, Platform, Settings }

export interface WebOptions {
  readonly api: Api
  readonly settings?: Partial<Settings>
  /** The folder of the built client files, when no other server stands in front to serve them. */
  readonly assets?: string
  /** Hears of what broke; without it, it is a line in the process's log. */
  readonly report?: (fault: Fault) => void
}

/** The pages, and their assets if asked for, as one function from request to response. */
export type Web = (request: Request, environment?: Environment) => Promise<Response>

/** The folder that the build fills with what browsers fetch. */
export const builtAssets = new URL('./build/client/', import.meta.url)

/** The built pages. Rejects when they have not been built. */
export async function createWeb({ api, settings, assets, report = logFault }: WebOptions): Promise<Web> {
  const { server }: { server: BuiltServer } = await import('./build/index.js')
  await server.init({ env: {} })
  const chosen: Settings = { ...defaultSettings, ...settings }
  const serveAsset = assets === undefined ? () => undefined : serveAssets(assets)
  const answer = keepPages(async (request, asked, environment) => {
    const platform: Platform = { api: asked, settings: chosen, environment, report }
    const response = await server.respond(request, { platform, getClientAddress: () => environment.source ?? '' })
    return withSecurityHeaders(response)
  }, api)
  return async (request, environment = {}) => {
    const asset = serveAsset(request)
    if (asset) return asset
    return await answer(request, environment)
  }
}
