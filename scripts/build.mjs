// `npm run build`: the library and commands (tsc) and the web app (vite) into dist. Two at once wait for one another.
import { build } from './prepare.mjs'

await build({ say: line => process.stderr.write(`${line}\n`) })
