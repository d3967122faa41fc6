/**
 * The network that a request comes from, as CloudFront says it (`address:port`): the IPv4 address, or the /64 that an IPv6 address
 * lies in, because one reader has all of that. Nobody keeps it: the API makes a fingerprint of it under a key of the day.
 */
export function sourceOf(viewerAddress: string | undefined): string | undefined {
  const address = viewerAddress?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  if (!address?.includes(':')) return address || undefined
  const [before = '', after] = address.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after ? after.split(':') : []
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}
