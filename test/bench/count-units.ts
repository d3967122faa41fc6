import type { Database } from '@kunak/data'

/** What a store was asked for, in the units by which it is paid. */
export interface Units {
  writes: number
  reads: number
  calls: number
}

/** What the commands of a database answer about what they took. */
interface Consumed {
  readonly CapacityUnits?: number
  readonly ReadCapacityUnits?: number
  readonly WriteCapacityUnits?: number
}

const writing = new Set(['PutCommand', 'UpdateCommand', 'DeleteCommand', 'TransactWriteCommand', 'BatchWriteCommand'])

/**
 * A database that counts units: as the database itself says (`ReturnConsumedCapacity`), indexes included; a write that was refused took
 * one, which it does not say.
 */
export function countingUnits(database: Database): { readonly database: Database; readonly units: Units } {
  const units: Units = { writes: 0, reads: 0, calls: 0 }
  const { client } = database
  const send = async (command: Parameters<typeof client.send>[0]) => {
    units.calls += 1
    const isWrite = writing.has(command.constructor.name)
    Object.assign(command.input, { ReturnConsumedCapacity: 'INDEXES' })
    try {
      const answer = (await client.send(command)) as { readonly ConsumedCapacity?: Consumed | readonly Consumed[] }
      const taken = [answer.ConsumedCapacity ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
      units[isWrite ? 'writes' : 'reads'] += taken
      return answer
    } catch (fault) {
      if (isWrite) units.writes += 1
      throw fault
    }
  }
  const counting = new Proxy(client, {
    get: (target, name) => (name === 'send' ? send : (Reflect.get(target, name, target) as unknown)),
  })
  return { database: { ...database, client: counting }, units }
}
