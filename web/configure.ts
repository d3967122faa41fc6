import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { sveltekit } from '@sveltejs/kit/vite'
import type { PluginOption } from 'vite'
import { adapter } from './adapter.ts'

/** What stays outside the built server, so that a bundle of the host, which needs the same, holds it once. */
export const ground = [/^@kunak\/(contracts|domain|vocabulary)(\/|$)/]

/** The plugins that build and serve the pages; in development `platform` is what the pages get from their host. */
export function configurePlugins(platform?: () => App.Platform): PluginOption[] {
  return [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['baseLocale'],
      emitReadme: false,
    }),
    sveltekit({
      adapter: adapter(platform),
      // Relative links would differ from page to page, and with them the bytes that a cache keeps.
      paths: { relative: false },
      // `hooks.server.ts` refuses every forged request, whatever its content type; browsers that are told
      // `no-referrer` send `Origin: null` with a form, which the check built in here would refuse.
      csrf: { trustedOrigins: ['*'] },
      version: { pollInterval: 0 },
    }),
  ]
}
