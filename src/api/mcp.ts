import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Context } from 'hono'
import { LIMITS } from '../limits.ts'
import { type McpGiven, mcpServer } from '../mcp/server.ts'

/**
 * Answers the Model Context Protocol over Streamable HTTP, without sessions and streams: a request's answer is one JSON document, a
 * notification has none.
 */
export async function answerMcp(c: Context, given: McpGiven): Promise<Response> {
  if (c.req.method !== 'POST') return c.body(null, 405, { allow: 'POST' })
  const server = mcpServer(given)
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: true,
    maxRequestBodySize: LIMITS.requestBytesMax,
  })
  await server.connect(transport)
  try {
    return await transport.handleRequest(acceptingBoth(c.req.raw))
  } finally {
    await server.close()
  }
}

/** Answers never are a stream, so that a client that takes JSON alone need not be turned away, as the protocol would have it. */
function acceptingBoth(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('accept', 'application/json, text/event-stream')
  return new Request(request, { headers })
}
