import type { AuditFault } from '@kunak/domain/identity'
import { findAuditFault } from '@kunak/domain/identity'
import { auditKeysOf, readWholeLog } from '@kunak/data/identity'
import type { Command } from './command.ts'

const help = `pnpm kunak audit verify     look for what was changed in the audit log

Reads the whole log: every entry must be what the signed chain says of it, none may be missing, moved or put in. What happened in the
last ten minutes may not be sealed yet and is left out.
Exit codes: 0 all is as it was written; 1 something was changed; 2 wrongly called.`

/** How long an entry may wait for its link: the worker that seals is seconds behind, and tries again when it fails. */
const unsealedMinutes = 10

/** `pnpm kunak audit verify`: whether the audit log is as it was written. */
export const auditCommand: Command = {
  summary: 'verify the audit log',
  help,
  run: async (args, { withNetwork, say, complain }) => {
    if (args.length !== 1 || args[0] !== 'verify') {
      complain(help)
      return 2
    }
    return await withNetwork(async ({ database, keys, now }) => {
      const log = await readWholeLog(database)
      const sealedBefore = new Date(now().getTime() - unsealedMinutes * 60_000)
      const fault = findAuditFault(log, { isSigned: auditKeysOf(keys.audit).isSigned, sealedBefore })
      if (fault) {
        complain(`The audit log was changed: ${describe(fault)}.`)
        return 1
      }
      say(`The audit log is as it was written: ${log.entries.length} entries, ${log.links.length} signed links.`)
      return 0
    })
  },
}

function describe(fault: AuditFault): string {
  const about = 'seq' in fault ? `link ${fault.seq}` : `entry ${fault.id} about ${fault.subject}`
  switch (fault.code) {
    case 'link_missing':
      return `${about} is missing`
    case 'link_changed':
      return `${about} is not the one that was written`
    case 'not_signed':
      return `${about} was not signed by this network`
    case 'entry_missing':
      return `${about} is missing`
    case 'entry_changed':
      return `${about} is not the one that was written`
    case 'entry_not_sealed':
      return `${about} stands in no link`
  }
}
