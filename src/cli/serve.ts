import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ServeOptions, serve } from '../api/serve.ts'
import { type Config, isDefaultFolder } from '../config.ts'
import { storePlace } from './store-options.ts'

/** Serves until the process is told to stop; gives the exit status. Throws `port-busy`, and what `openStore` throws. */
export async function serveUntilStopped(config: Config): Promise<number> {
  const { port, host, threads, allowPrivate } = config
  const server = await serve({ port, host, threads, allowPrivate, store: storeFor(config) })
  process.stdout.write(`Hearsay is at ${server.url}\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.close()
  return 0
}

/** The user's own store; where they have none yet, the samples, kept beside the place where it would be. */
function storeFor(config: Config): ServeOptions['store'] {
  const { data, database } = config
  const own = database !== null || existsSync(join(data, 'database')) || !isDefaultFolder(config)
  return own ? storePlace(config) : { samples: `${data}-samples` }
}
