// Runs before the package is installed. onnxruntime-node's own install script downloads CUDA libraries from NuGet on Linux x64,
// which Hearsay never uses, and fails the whole installation where NuGet is not reached. That script leaves off where the files
// are there already, so empty ones are put in their place; they are only ever opened when a program asks for CUDA. npm runs the
// `preinstall` of all packages before the `postinstall` of any. Whatever goes wrong here must not be what fails an installation.
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')

try {
  if (process.platform === 'linux' && process.arch === 'x64') leaveOffCuda()
} catch {}

function leaveOffCuda() {
  const script = dirname(require.resolve('onnxruntime-node/script/install.js'))
  const { requirements, manifests } = require(join(script, 'install-metadata.js'))
  const binaries = join(script, '..', 'bin', 'napi-v6', 'linux', 'x64')
  const expected = readFileSync(join(script, 'install.js'), 'utf8').includes('bin/napi-v6')
  if (!expected || !existsSync(binaries)) return
  for (const name of requirements['linux/x64'] || []) {
    for (const file of Object.keys(manifests[`linux/x64:${name}`] || {})) {
      const path = join(binaries, file)
      if (!existsSync(path)) writeFileSync(path, '')
    }
  }
}
