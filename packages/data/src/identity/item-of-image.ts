import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/** An item as a stream carries it, in plain values; an event holds texts, numbers, truths and maps of them, and nothing else. */
export function itemOfImage(image: Readonly<Record<string, AttributeValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]))
}

function plain(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S
  if (value.N !== undefined) return Number(value.N)
  if (value.BOOL !== undefined) return value.BOOL
  if (value.NULL !== undefined) return null
  if (value.M !== undefined) return itemOfImage(value.M)
  throw new Error('An event holds a kind of value that events do not have.')
}
