import type { Device } from '@kunak/contracts/identity'

/**
 * What sort of device CloudFront takes a reader's for: all that a session's list says of it. Her user agent itself does not reach us.
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html#cloudfront-headers-device-type)
 */
export function deviceOf(headers: Readonly<Record<string, string | undefined>>): Device {
  const { 'cloudfront-is-android-viewer': android, 'cloudfront-is-ios-viewer': apple } = headers
  if (android === 'true') return 'android'
  if (apple === 'true') return 'apple_mobile'
  return android === 'false' && apple === 'false' ? 'computer' : 'other'
}
