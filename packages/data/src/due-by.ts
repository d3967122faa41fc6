/** What asks the index of a table for what is due in one of its partitions by a moment, the longest overdue first. */
export function dueBy(due: string, until: Date) {
  return {
    IndexName: 'byDue',
    KeyConditionExpression: 'due = :due AND dueAt <= :until',
    ExpressionAttributeValues: { ':due': due, ':until': until.toISOString() },
  }
}
