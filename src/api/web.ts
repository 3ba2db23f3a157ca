import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Headers on every answer: the app loads nothing from elsewhere, is framed nowhere, and tells no site where a reader came from. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // The server speaks http on this machine; whoever puts TLS before it decides this for their name.
  strictTransportSecurity: false,
})

/** Serves the built web app from `webRoot`; addresses inside the app (no file ending) get its one page. */
export function serveWeb(app: OpenAPIHono, webRoot: string): void {
  if (!existsSync(webRoot)) return
  const page = serveStatic({ path: join(webRoot, 'index.html') })
  app.use('/*', async (c, next) => {
    await next()
    if (c.res.ok && !isApi(c)) c.header('cache-control', cachingOf(c.req.path))
  })
  app.use('/*', serveStatic({ root: webRoot }))
  app.get('/*', (c, next) => (extname(c.req.path) === '' && !isApi(c) ? page(c, next) : next()))
}

function isApi(c: Context): boolean {
  return c.req.path.startsWith('/api/')
}

/** Vite puts a digest of the content into the names of its assets, so these never change. */
function cachingOf(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}
