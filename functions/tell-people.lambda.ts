import { openDatabase } from '@kunak/data'
import { auditKeysOf, secretsOf } from '@kunak/data/identity'
import { readEnvironment, tablesOf, TellPeopleEnvironment } from './environment.ts'
import { openOnce } from './open-once.ts'
import { readSecrets } from './read-secrets.ts'
import { sealingAudit } from './seal-audit.ts'
import { tellPeople } from './tell-people.ts'
import { worker } from './worker.ts'

const open = openOnce(async () => {
  const environment = readEnvironment(TellPeopleEnvironment)
  const [audit, identity] = await readSecrets(environment.AUDIT_SECRET, environment.IDENTITY_SECRET)
  return {
    database: openDatabase(tablesOf(environment)),
    keys: auditKeysOf(audit),
    secrets: secretsOf(identity),
    now: () => new Date(),
    perSecond: environment.LETTERS_PER_SECOND,
  }
})

const hear = sealingAudit(open, tellPeople(open))

/** Seals events into the audit log and writes letters to whom they concern: woken by the events. */
export const handler = worker('tell-people', hear)
