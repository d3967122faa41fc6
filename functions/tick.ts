import { continueImports, type ImportWorker } from '@kunak/data/directory'

// A running import has the job for a minute; giving it back earlier leaves room for the last row.
const budgetMs = 45_000

/** Does what has become due: goes on with imports. Every minute; called more often or late it does the same. */
export function tick(open: () => Promise<ImportWorker> | ImportWorker): () => Promise<void> {
  let opened: Promise<ImportWorker> | undefined
  return async () => {
    opened ??= Promise.resolve()
      .then(open)
      .catch((fault: unknown) => {
        opened = undefined
        throw fault
      })
    await continueImports(await opened, budgetMs)
  }
}
