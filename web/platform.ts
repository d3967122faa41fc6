import type { Device } from '@kunak/contracts/identity'

/** What the pages need of the API: one function that answers requests, such as a Hono application. */
export interface Api {
  readonly fetch: (request: Request, environment: Environment) => Response | Promise<Response>
}

/** What the host knows of a request besides its bytes; handed on to the API as it is. */
export interface Environment {
  /** Where the request comes from in the network; the API keeps only a keyed fingerprint of it. */
  readonly source?: string
  /** What sort of device it comes from. */
  readonly device?: Device
}

/** What an operator may choose. */
export interface Settings {
  /** Where "leave quickly" leads: a harmless page that nobody is asked about. */
  readonly quickExit: string
  /** The word that stands in the tab of every page that is not public. */
  readonly neutralTitle: string
}

/** Something that broke: its kind and place, and nothing of what anybody wrote. */
export interface Fault {
  readonly route: string | null
  readonly fault: string
  readonly at: readonly string[]
}

/** What the host gives to the pages. */
export interface Platform {
  readonly api: Api
  readonly settings: Settings
  readonly environment: Environment
  readonly report: (fault: Fault) => void
}

/** Writes a fault as one line of JSON to the process's log. */
export function logFault(fault: Fault): void {
  console.error(JSON.stringify({ level: 'error', ...fault }))
}

/** What follows from the word by which an operator names the site to those who are not to know it; empty for the usual one. */
export function neutralSettings(name: string): Partial<Settings> {
  return name === '' ? {} : { neutralTitle: name }
}

export const defaultSettings: Settings = { quickExit: 'https://www.gismeteo.ru/', neutralTitle: 'Заметки · Notes' }

/** What the build makes of the pages. */
export interface BuiltServer {
  init(options: { env: Record<string, string> }): Promise<void>
  respond(request: Request, options: { platform: Platform; getClientAddress: () => string }): Promise<Response>
}
