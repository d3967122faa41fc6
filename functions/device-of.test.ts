import { describe, expect, it } from 'vitest'
import { deviceOf } from './device-of.ts'

describe('the sort of a device', () => {
  it.each([
    [{ 'cloudfront-is-android-viewer': 'true', 'cloudfront-is-ios-viewer': 'false' }, 'android'],
    [{ 'cloudfront-is-android-viewer': 'false', 'cloudfront-is-ios-viewer': 'true' }, 'apple_mobile'],
    [{ 'cloudfront-is-android-viewer': 'false', 'cloudfront-is-ios-viewer': 'false' }, 'computer'],
    [{ 'user-agent': 'Android' }, 'other'],
    [{}, 'other'],
  ])('is what CloudFront says: %j', (headers, device) => {
    expect(deviceOf(headers)).toBe(device)
  })
})
