import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { TickEnvironment } from '@kunak/functions/environment'
import { Construct } from 'constructs'
import { ScheduledWorker } from './blocks/scheduled-worker.ts'
import type { DirectorySearch } from './directory-search.ts'
import type { Store } from './store.ts'
import type { Vault } from './vault.ts'

export interface ClockProps {
  readonly vault: Vault
  readonly store: Store
  readonly search: DirectorySearch
  readonly attention: ITopic
}

/** Does every minute what has become due. */
export class Clock extends Construct {
  constructor(scope: Construct, id: string, { vault, store, search, attention }: ClockProps) {
    super(scope, id)
    new ScheduledWorker<TickEnvironment>(this, 'Tick', {
      entry: 'tick',
      environment: (role) => ({
        ...store.open(role, {
          identity: ['read', 'write'],
          directory: ['read', 'due', 'write', 'scan'],
          alerts: ['read', 'due', 'write'],
          events: ['append'],
          letters: ['read', 'due', 'append'],
        }),
        ...search.letPublish(role),
        ...vault.letKnowDoNotList(role),
        ...vault.letKnowPeople(role),
      }),
      everyMinutes: 1,
      concurrency: 1,
      timeoutSeconds: 120,
      memoryMegabytes: 1769,
      impact: {
        stopped:
          'A missed check-in raises nothing, alerts go no further, and after some deployments nobody can search: nothing was done for ten minutes.',
        failed:
          'Something that was due was not done at its time: an alert, a check-in, a part of an import, or a first search file.',
      },
      runbook: 'tick',
      attention,
    })
  }
}
