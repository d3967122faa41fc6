import type { Device } from '@kunak/contracts/identity'

/** What sort of device a user agent names, as CloudFront would tell it. */
export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent) return 'other'
  if (/Android/.test(userAgent)) return 'android'
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'apple_mobile'
  return /Windows NT|Macintosh|X11|CrOS/.test(userAgent) ? 'computer' : 'other'
}
