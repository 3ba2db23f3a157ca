import type { Context } from 'hono'
import { answerTo, PROTOCOLS } from '../mcp/protocol.ts'
import type { ToolsGiven } from '../mcp/tools.ts'

/**
 * Answers the Model Context Protocol over Streamable HTTP, without sessions and streams: a request's answer is one JSON document, a
 * notification has none.
 */
export function mcpHandler(given: ToolsGiven & { readonly log: (line: string) => void }): (c: Context) => Promise<Response> {
  return async c => {
    if (c.req.method !== 'POST') return c.body(null, 405, { allow: 'POST' })
    const version = c.req.header('mcp-protocol-version')
    if (version !== undefined && !PROTOCOLS.some(known => known === version)) return c.body(null, 400)
    const answer = await answerTo(await c.req.text(), given)
    return answer === null ? c.body(null, 202) : c.json(answer)
  }
}
