/** The condition of a write that an item is still in the version that was read; that there is none, where none was (null, or version 0). */
export function isAsRead(before: { readonly version: number } | null) {
  return before && before.version > 0
    ? {
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': before.version },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
}

/** What a write answers; null where its condition did not hold, and nothing was written. */
export async function unlessRefused<Answer>(write: Promise<Answer>): Promise<Answer | null> {
  try {
    return await write
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return null
    throw error
  }
}
