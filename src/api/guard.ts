import type { MiddlewareHandler } from 'hono'
import { HearsayError } from '../errors.ts'

/**
 * Refuses requests that a page of another site makes through the user's browser (`request-foreign`).
 *
 * On a loopback address the Host header has to name this machine: a foreign name there means that its owner has pointed it at
 * 127.0.0.1 to read along (DNS rebinding). Everywhere, a request that changes or costs something has to come from this
 * server's own pages, or from a program, which sends no Origin.
 */
export function guard({ loopback }: { readonly loopback: boolean }): MiddlewareHandler {
  return async (c, next) => {
    const { host, hostname } = new URL(c.req.url)
    if (loopback && !isLoopback(hostname))
      throw new HearsayError('request-foreign', `This server does not answer to the name “${hostname}”.`)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const origin = c.req.header('origin')
      const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
      if (foreign || c.req.header('sec-fetch-site') === 'cross-site') {
        throw new HearsayError('request-foreign', 'The request comes from a page of another site.')
      }
    }
    await next()
  }
}

/** Whether a host name, as a URL has it, is this machine's own. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
