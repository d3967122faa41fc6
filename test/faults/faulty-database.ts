import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  type GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'

/** The ways in which a call of the database goes wrong. */
export const faults = [
  'throttled',
  'server error',
  'time-out',
  'reset',
  'lost acknowledgement',
  'conditional failure',
  'cancelled transaction',
  'unprocessed items',
  'partial page',
] as const
export type Fault = (typeof faults)[number]

type Command =
  | GetCommand
  | BatchGetCommand
  | QueryCommand
  | ScanCommand
  | PutCommand
  | UpdateCommand
  | DeleteCommand
  | BatchWriteCommand
  | TransactWriteCommand
type Send = (command: Command) => Promise<unknown>

/** Whether a fault can come to a call of this kind. */
function canCome(fault: Fault, command: Command): boolean {
  switch (fault) {
    case 'lost acknowledgement':
      return [PutCommand, UpdateCommand, DeleteCommand, TransactWriteCommand, BatchWriteCommand].some(
        (one) => command instanceof one,
      )
    case 'conditional failure':
      return (
        (command instanceof PutCommand || command instanceof UpdateCommand || command instanceof DeleteCommand) &&
        command.input.ConditionExpression !== undefined
      )
    case 'cancelled transaction':
      return command instanceof TransactWriteCommand
    case 'unprocessed items':
      return command instanceof BatchGetCommand
    case 'partial page':
      return command instanceof QueryCommand || command instanceof ScanCommand
    default:
      return true
  }
}

const failing = (name: string, more = {}) => Object.assign(new Error(name), { name, ...more })

async function goWrong(fault: Fault, command: Command, send: Send): Promise<unknown> {
  switch (fault) {
    case 'throttled':
      throw failing('ProvisionedThroughputExceededException')
    case 'server error':
      throw failing('InternalServerError')
    case 'time-out':
      throw failing('TimeoutError')
    case 'reset':
      throw failing('Error', { code: 'ECONNRESET' })
    case 'lost acknowledgement':
      await send(command)
      throw failing('Error', { code: 'ECONNRESET' })
    case 'conditional failure':
      throw failing('ConditionalCheckFailedException')
    case 'cancelled transaction':
      throw failing('TransactionCanceledException', { CancellationReasons: [{ Code: 'TransactionConflict' }] })
    case 'unprocessed items':
      return command instanceof BatchGetCommand ? await leaveSome(command, send) : await send(command)
    case 'partial page':
      return command instanceof QueryCommand ? await send(new QueryCommand({ ...command.input, Limit: 1 })) : await send(command)
  }
}

/** Does the first key of a batch only, and says that the others are still to be asked for. */
async function leaveSome({ input }: BatchGetCommand, send: Send): Promise<unknown> {
  const [[table, asked] = []] = Object.entries(input.RequestItems ?? {})
  const [first, ...left] = asked?.Keys ?? []
  if (table === undefined || !asked || first === undefined) return await send(new BatchGetCommand(input))
  const answer = await send(new BatchGetCommand({ RequestItems: { [table]: { ...asked, Keys: [first] } } }))
  return { ...(answer as object), UnprocessedKeys: left.length > 0 ? { [table]: { ...asked, Keys: left } } : {} }
}

/** A database whose calls can be counted, and one of which can be made to go wrong. */
export interface FaultyDatabase {
  /** The calls since the last `reset`. */
  readonly calls: readonly Command[]
  /** Begins to count anew; the call at `place` will go wrong in this way, if it can, and all others go right. */
  readonly reset: (planned?: { readonly place: number; readonly fault: Fault }) => void
  /** Whether what was planned has come. */
  readonly hasCome: () => boolean
}

/** Makes the calls of a client countable and breakable, for as long as it lives. */
export function makeFaulty(client: DynamoDBDocumentClient): FaultyDatabase {
  const send: Send = client.send.bind(client) as Send
  const calls: Command[] = []
  let planned: { readonly place: number; readonly fault: Fault } | undefined
  let came = false
  client.send = (async (command: Command) => {
    const place = calls.push(command) - 1
    if (planned?.place !== place || !canCome(planned.fault, command)) return await send(command)
    came = true
    return await goWrong(planned.fault, command, send)
  }) as typeof client.send
  return {
    calls,
    reset: (next) => {
      calls.length = 0
      planned = next
      came = false
    },
    hasCome: () => came,
  }
}

/** Every fault that can come to each of some calls. */
export function faultsOf(calls: readonly Command[]): { readonly place: number; readonly fault: Fault }[] {
  return calls.flatMap((command, place) => faults.filter((fault) => canCome(fault, command)).map((fault) => ({ place, fault })))
}
