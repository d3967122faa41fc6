import { openDatabase } from '@kunak/data'
import { readEnvironment, tablesOf, TellPeopleEnvironment } from './environment.ts'
import { tellPeople } from './tell-people.ts'
import { worker } from './worker.ts'

const tell = tellPeople(() => ({
  database: openDatabase(tablesOf(readEnvironment(TellPeopleEnvironment))),
  now: () => new Date(),
}))

/** Writes letters to whom an event concerns: woken by the events. */
export const handler = worker('tell-people', tell)
