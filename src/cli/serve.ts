import { once } from 'node:events'
import { serve } from '../api/serve.ts'
import type { Config } from '../config.ts'

/** Serves until the process is told to stop; gives the exit status. Throws `port-busy`. */
export async function serveUntilStopped({ port, host, threads, allowPrivate }: Config): Promise<number> {
  const server = await serve({ port, host, threads, allowPrivate })
  process.stdout.write(`Hearsay is at ${server.url}\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.close()
  return 0
}
