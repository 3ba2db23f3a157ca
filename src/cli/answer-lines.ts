import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { ErrorCode, type JSONRPCMessage, JSONRPCMessageSchema, type RequestId } from '@modelcontextprotocol/sdk/types.js'
import { LIMITS } from '../limits.ts'
import { linesOf } from '../page/lines.ts'
import { writerTo } from './output.ts'
import type { Streams } from './read.ts'

/**
 * Connects a server to standard input and output, a message a line, and resolves when the input has ended and every request of it is
 * answered: the protocol kit's own transport would be closed while answers are on their way, and is silent to what is no message.
 */
export async function answerLines(server: McpServer, { stdin, stdout }: Pick<Streams, 'stdin' | 'stdout'>): Promise<void> {
  const write = writerTo(stdout)
  const send = (message: object) => write(`${JSON.stringify(message)}\n`)
  const open = new Map<RequestId, (answered?: Promise<void>) => void>()
  const answers = new Set<Promise<void>>()
  const transport: Transport = {
    start: async () => {},
    close: async () => transport.onclose?.(),
    send: async message => {
      const sent = send(message)
      if ('id' in message && message.id !== undefined) open.get(message.id)?.(sent)
      await sent
    },
  }
  const expectAnswer = (id: RequestId) => {
    const answer = new Promise<void>(resolve => open.set(id, resolve)).finally(() => open.delete(id))
    answers.add(answer)
    answer.then(() => answers.delete(answer)).catch(() => {})
  }
  await server.connect(transport)
  for await (const { bytes } of linesOf(stdin, LIMITS.requestBytesMax)) {
    const text = bytes === null ? '…' : Buffer.from(bytes).toString('utf8').trim()
    if (text === '') continue
    const message = messageIn(text)
    if (message === null) {
      await send(NO_MESSAGE)
      continue
    }
    if ('method' in message && 'id' in message) expectAnswer(message.id)
    // Nothing answers what was taken back.
    if ('method' in message && message.method === 'notifications/cancelled') open.get(message.params?.requestId as RequestId)?.()
    transport.onmessage?.(message)
  }
  await Promise.all(answers)
}

function messageIn(text: string): JSONRPCMessage | null {
  try {
    return JSONRPCMessageSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const NO_MESSAGE = {
  jsonrpc: '2.0',
  id: null,
  error: { code: ErrorCode.ParseError, message: 'The line is no message of JSON-RPC 2.0.' },
}
