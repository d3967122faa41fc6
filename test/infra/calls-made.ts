import * as z from 'zod'

const Named = z.object({ TableName: z.string(), IndexName: z.string().optional() })
const Put = z.object({ TableName: z.string(), Item: z.looseObject({ pk: z.object({ S: z.string() }) }) })
const Batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) })
const Transaction = z.object({ TransactItems: z.array(z.record(z.string(), z.unknown())) })

/**
 * The rights that one request to DynamoDB needs, any one spelling of each: a transaction needs the right to each of its writes. Written
 * as `privilegesOf` writes them, with the deployed name of a table instead of its place.
 */
export function rightsNeeded(action: string, body: string): string[][] {
  const json: unknown = JSON.parse(body)
  if (action === 'TransactWriteItems') {
    const actions = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem' }
    return Transaction.parse(json).TransactItems.flatMap((item) =>
      Object.entries(actions).flatMap(([kind, write]) => (item[kind] ? rightsTo(write, item[kind]) : [])),
    )
  }
  if (action.startsWith('Batch'))
    return Object.keys(Batch.parse(json).RequestItems).map((table) => [`dynamodb:${action} ${table}`])
  return rightsTo(action, json)
}

function rightsTo(action: string, json: unknown): string[][] {
  const { TableName, IndexName } = Named.parse(json)
  const right = `dynamodb:${action} ${TableName}${IndexName ? `/index/${IndexName}` : ''}`
  const partition = action === 'PutItem' ? Put.parse(json).Item.pk.S : null
  return [partition === null ? [right] : [right, `${right} through ${partition}`]]
}
