import { defineConfig } from 'vite'
import { configurePlugins, ground } from './configure.ts'

export default defineConfig({
  plugins: [configurePlugins()],
  build: { assetsInlineLimit: 0 },
  environments: { ssr: { build: { rolldownOptions: { external: ground } }, resolve: { noExternal: true } } },
})
