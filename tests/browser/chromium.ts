import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const PACKAGE = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url)
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/hearsay-chromium', import.meta.url))

const ARGUMENTS = [
  // Root has no sandbox to start; the tests show pages of this project only.
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  // There is no network: whatever is asked of another machine fails, as it does where Hearsay runs without one.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** A running Chromium that came with npm; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const home = await unpacked()
  const executablePath = join(home, 'chromium')
  const env = { ...process.env } as Record<string, string>
  // The package brings the shared libraries that a bare machine lacks; where the system has its own, those fit it better.
  if (await lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = [join(home, 'al2023', 'lib'), env.LD_LIBRARY_PATH].join(':')
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(home, 'fonts')
  return chromium.launch({ executablePath, env, args: ARGUMENTS })
}

/**
 * The folder that holds the unpacked browser. The package unpacks into the temporary folder and takes a half-written file for
 * a whole one, so it unpacks into a folder of its own here, which gets its final name only when it is complete.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string }
  const home = join(CACHE, version)
  if (existsSync(join(home, 'chromium'))) return home
  await mkdir(CACHE, { recursive: true })
  const draft = await mkdtemp(join(CACHE, 'draft-'))
  await withEnvironment({ TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }, async () => {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  })
  // Another test process may have been faster; its folder is as good as this one.
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }))
  return home
}

/** Runs `work` under environment variables that are put back afterwards: only this way is the package told where to unpack. */
async function withEnvironment(values: Record<string, string>, work: () => Promise<void>): Promise<void> {
  const touched = [...Object.keys(values), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']
  const before = touched.map(name => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  try {
    await work()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

async function lacksLibraries(executable: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ldd', [executable]).catch(() => ({ stdout: 'not found' }))
  return stdout.includes('not found')
}
