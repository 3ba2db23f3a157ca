import { main } from '../../src/cli/main.ts'

// The command itself, from its sources: worker.ts work --database URL, or worker.ts read FILE
await main(process.argv.slice(2))
