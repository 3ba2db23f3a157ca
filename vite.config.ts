import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The web app alone: `vite build` puts it into `dist/web`, from where the server sends it. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Under the content security policy nothing may stand inline, so no asset becomes a data URL and no script a tag of text.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
