import fc from 'fast-check'

// Every run tries the same cases, so that a red run means a change. `KUNAK_SEED=<number> pnpm test` looks for others.
fc.configureGlobal({ seed: Number(process.env['KUNAK_SEED'] ?? 20_261_122) })
