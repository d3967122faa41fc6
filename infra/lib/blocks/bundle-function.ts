import { buildSync } from 'esbuild'
import { rmSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { root } from './root.ts'

/** Packages that exist for one machine and for tests; what is deployed must not hold a line of them. */
const neverDeployed = ['packages/local/', 'packages/testing/']

/**
 * Bundles a handler's file (`….lambda.ts`) with everything it imports into a folder of its own, and returns that folder: `index.mjs`,
 * and beside it, in parts that are read only when they are wanted, what is imported while it runs. Refuses what reaches into packages
 * that are never deployed.
 */
export function bundleFunction(file: string): string {
  const folder = join(root, '.cache/bundles', basename(file, '.lambda.ts'))
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = buildSync({
    entryPoints: [{ in: file, out: 'index' }],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'part-[hash]',
    absWorkingDir: root,
    bundle: true,
    minify: true,
    treeShaking: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    // A few CommonJS parts of packages ask for `require`, which a module does not have.
    banner: { js: "import{createRequire as kunakRequire}from'node:module';const require=kunakRequire(import.meta.url);" },
  })
  const strays = Object.keys(metafile.inputs).filter((input) => neverDeployed.some((place) => input.startsWith(place)))
  if (strays.length > 0) throw new Error(`${relative(root, file)} would deploy what must never be deployed: ${strays.join(', ')}`)
  return folder
}
