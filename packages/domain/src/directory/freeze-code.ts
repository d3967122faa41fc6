import type { OrganisationId } from '@kunak/contracts'

/**
 * What its people tell a coordinator so that she finds a frozen organisation, which no page shows her: eight of its id's random
 * characters (Crockford base 32), such as `7Q2K-9XWM`.
 */
export function freezeCodeOf(id: OrganisationId): string {
  return `${id.slice(-8, -4)}-${id.slice(-4)}`
}

/** A freeze code as somebody typed it, without what differs by hand; null when it cannot be one. */
export function readFreezeCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null
}
