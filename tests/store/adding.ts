import { add } from '../../src/cli/add.ts'
import { loadConfig } from '../../src/config.ts'
import type { StorePlace } from '../../src/store/store.ts'
import { VERSION } from '../../src/version.ts'
import { slowReader } from './readings.ts'

// A process that runs `hearsay add CORPUS` with a reader that takes DELAY milliseconds, to be killed: adding.ts PLACE CORPUS DELAY
const [place, corpus, delay] = process.argv.slice(2) as [string, string, string]
const flags = JSON.parse(place) as StorePlace
const config = { ...loadConfig({ flags, environment: {}, folder: '/' }), threads: 2 }
const reader = { version: VERSION, model: 'sha256:double' }
const open = async () => slowReader(reader.model, Number(delay))
process.exit(await add([corpus], { flags: {}, config, open, version: async () => reader }))
