import { defineConfig } from 'vite'
import { configurePlugins, ground } from './configure.ts'

// Whatever the shell says: built for development, the pages would carry a looser policy about their content.
process.env['NODE_ENV'] = 'production'

export default defineConfig({
  plugins: [configurePlugins()],
  build: { assetsInlineLimit: 0 },
  environments: { ssr: { build: { rolldownOptions: { external: ground } }, resolve: { noExternal: true } } },
})
