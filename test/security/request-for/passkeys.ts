import type { Asked } from '@kunak/testing'

/** What is asked of the routes about passkeys. */
export const passkeyRequests: Readonly<Record<string, () => Asked>> = {
  'post /step-up': () => ({ json: { act: 'A'.repeat(43) } }),
}
