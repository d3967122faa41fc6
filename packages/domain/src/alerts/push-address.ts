/**
 * Whose services send notes to browsers: Chrome and its kin, Firefox, Safari, Edge. We send requests to these and nowhere else, because
 * the address comes from a browser and could name anything, such as a machine beside ours.
 */
const pushHosts = ['fcm.googleapis.com', 'push.services.mozilla.com', 'push.apple.com', 'notify.windows.com'] as const

/** Whether an address is one of those services, over TLS on its usual port; `alsoAt` names origins that a test serves itself. */
export function isPushAddress(address: string, alsoAt: readonly string[] = []): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname, port, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  if (alsoAt.includes(origin)) return true
  return protocol === 'https:' && port === '' && pushHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}
