import { work } from '../../src/cli/work.ts'
import { loadConfig } from '../../src/config.ts'
import { slowReader } from './readings.ts'

// A process that runs `hearsay work` with a reader that takes DELAY milliseconds and signs with its name: working.ts URL NAME DELAY
const [database, name, delay] = process.argv.slice(2) as [string, string, string]
const config = { ...loadConfig({ flags: { database }, environment: {}, folder: '/' }), threads: 1 }
process.exit(await work({ config, open: async () => slowReader(name, Number(delay)) }))
