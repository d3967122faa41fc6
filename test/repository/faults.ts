/** Files that nobody may write here, by path, and what is wrong with them. */
export const faults = {
  'packages/domain/src/faults/badly-formatted.ts': `export const  text = "double quotes";\n`,
  'packages/domain/src/faults/wrong-type.ts': `export const count: number = 'one'\n`,
  'packages/domain/src/faults/bad-manners.ts': `import { z } from 'zod'
/* eslint-disable */
// TODO: later
export async function save(anything: any, second: string, third: string, fourth: string) {
  Promise.resolve(1)
  console.log(z, new Date(), process.env['HOME'], second, third, fourth)
  return anything.name as unknown as number
}
`,
  'packages/domain/src/faults/failing.test.ts': `import { expect, it } from 'vitest'
it('fails', () => expect(1).toBe(2))
it('asserts nothing', () => {})
`,
  'packages/domain/src/faults/dead.ts': `export const dead = 1\n`,
  'web/src/lib/ui/broken.svelte': `<script lang="ts">
  let count: number = $state('one')
  let items: string[] = []
</script>

<img src="/picture.png" />
{#each items as item}{@html item}{/each}
{count}
`,
  // What the layers forbid: one file for each rule at least.
  'packages/vocabulary/src/faults.ts': `import '../../contracts/src/index.ts'\n`,
  'packages/contracts/src/faults.ts': `import '../../domain/src/directory/index.ts'\n`,
  'packages/domain/src/faults/upward.ts': `import '../../../data/src/index.ts'\nimport 'node:fs'\n`,
  'packages/domain/src/faults/circle.ts': `import './elcric.ts'\n`,
  'packages/domain/src/faults/elcric.ts': `import './circle.ts'\n`,
  'packages/data/src/faults.ts': `import '../../api/src/index.ts'\nimport 'fast-check'\n`,
  'packages/data/src/directory/faults.ts': `import '../identity/take-token.ts'\n`,
  'packages/mail/src/faults.ts': `import '../../domain/src/directory/index.ts'\n`,
  'packages/api/src/faults.ts': `import '@aws-sdk/client-dynamodb'\nimport '../../testing/src/index.ts'\nimport '@kunak/local'\n`,
  'packages/api/src/directory/get-faults.ts': `import { loadOrganisation } from '@kunak/data/directory'
import type { Organisation } from '@kunak/contracts/directory'
export const answer: Organisation | null = await loadOrganisation()
`,
  'web/src/lib/faults.ts': `import '../../../packages/api/src/index.ts'\n`,
  'functions/faults.lambda.ts': `import '../packages/local/src/index.ts'\n`,
  'infra/lib/faults.ts': `import '../../packages/domain/src/directory/index.ts'\nimport '../../packages/domain/src/faults/failing.test.ts'\n`,
} as const
