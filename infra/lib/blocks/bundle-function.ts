import { buildSync } from 'esbuild'
import { basename, join, relative } from 'node:path'
import { root } from './root.ts'

/** Packages that exist for one machine and for tests; what is deployed must not hold a line of them. */
const neverDeployed = ['packages/local/', 'packages/testing/']

/**
 * Bundles a handler's file (`….lambda.ts`) with everything it imports into one small module, `index.mjs` in a folder of its own, and
 * returns that folder. Refuses what reaches into packages that are never deployed.
 */
export function bundleFunction(file: string): string {
  const folder = join(root, '.cache/bundles', basename(file, '.lambda.ts'))
  const { metafile } = buildSync({
    entryPoints: [file],
    outfile: join(folder, 'index.mjs'),
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
