import { describe, expect, it } from 'vitest'
import { isPushAddress } from './push-address.ts'

const known = [
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
  'https://web.push.apple.com/QGuQyavXutnMH',
  'https://wns2-par02p.notify.windows.com/w/?token=BQ',
  'https://FCM.GOOGLEAPIS.COM:443/fcm/send/abc',
]
const others = [
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://fcm.googleapis.com@evil.example/',
  'https://user:word@fcm.googleapis.com/',
  'https://fcm.googleapis.com.evil.example/',
  'https://evilfcm.googleapis.com.example/',
  'https://notfcm.googleapis.com/',
  'https://evilpush.apple.com/',
  'https://googleapis.com/',
  'https://169.254.169.254/latest/meta-data/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://localhost/',
  'https://fcm.googleapis.com\\@evil.example/',
  'https://fcm.googleapis.com%00.evil.example/',
  'ftp://fcm.googleapis.com/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '//fcm.googleapis.com/',
  '',
]

describe('the address of a service that sends notes to browsers', () => {
  it.each(known)('is known: %s', (address) => expect(isPushAddress(address)).toBe(true))
  it.each(others)('is refused: %s', (address) => {
    // A backslash is a slash in such an address, so that what follows is a path of the known host.
    const isPath = address.includes('\\')
    expect(isPushAddress(address)).toBe(isPath)
  })
  it('may be of a test that serves it itself', () => {
    expect(isPushAddress('http://127.0.0.1:5001/a', ['http://127.0.0.1:5001'])).toBe(true)
    expect(isPushAddress('http://127.0.0.1:5002/a', ['http://127.0.0.1:5001'])).toBe(false)
  })
})
