import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const WINDOWS = process.platform === 'win32'
/** Written last, so that its age is that of the whole build. */
const BUILT = join(ROOT, 'dist', '.built')
/** What the build is made of, beside `src`. */
const SETTINGS = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts']

/** Installs where nothing is installed, or not all that it needs by now, and builds where the build is missing or older than the sources. */
export async function prepareClone({ say }) {
  if (isInstalled() && isBuilt()) return
  await withLock(ROOT, async () => {
    if (!isInstalled()) await install({ say })
    if (!isBuilt()) await buildInto({ say })
  })
}

/** As `prepareClone`, but installs anew where the lock file is newer than what is installed. */
export async function prepareForTests({ say }) {
  await withLock(ROOT, async () => {
    if (!existsSync(installed()) || timeOf(installed()) < timeOf(join(ROOT, 'package-lock.json'))) await install({ say })
    if (!isBuilt()) await buildInto({ say })
  })
}

/** Builds whatever the age of the last build. */
export function build({ say }) {
  return withLock(ROOT, () => buildInto({ say }))
}

/** Whether an installation came to its end, and has what the package depends on: a newer version of a clone may need more. */
export function isInstalled(root = ROOT) {
  if (!existsSync(installed(root))) return false
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).every(name => existsSync(join(root, 'node_modules', name, 'package.json')))
}

/** npm writes this file at the end of an installation. */
function installed(root = ROOT) {
  return join(root, 'node_modules', '.package-lock.json')
}

async function install({ say }) {
  say('installing what it needs (npm ci) …')
  await runTool(WINDOWS ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'])
}

/** The new build takes the old one's place at once when it is whole; a command that runs meanwhile finds one of them. */
async function buildInto({ say }) {
  say('building …')
  const started = new Date()
  const fresh = join(ROOT, `dist.${process.pid}.new`)
  const old = join(ROOT, `dist.${process.pid}.old`)
  try {
    mkdirSync(fresh)
    // Types are a check (`npm run types`), not a part of the build: who only wants to run it need not wait for them.
    await Promise.all([
      runTool(process.execPath, [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh]),
      runTool(process.execPath, [tool('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', join(fresh, 'web')]),
    ])
    // The compiler leaves out what is no TypeScript.
    cpSync(join(ROOT, 'src', 'store', 'migrations'), join(fresh, 'store', 'migrations'), { recursive: true })
    writeFileSync(join(fresh, '.built'), `${started.toISOString()}\n`)
    if (existsSync(join(ROOT, 'dist'))) renameSync(join(ROOT, 'dist'), old)
    renameSync(fresh, join(ROOT, 'dist'))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

function isBuilt() {
  if (!existsSync(BUILT)) return false
  const newest = Math.max(newestIn(join(ROOT, 'src')), ...SETTINGS.map(file => timeOf(join(ROOT, file))))
  return newest <= timeOf(BUILT)
}

/** The newest change in a folder; a folder's own time tells of files that were removed. */
function newestIn(folder) {
  const below = readdirSync(folder, { withFileTypes: true }).map(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? newestIn(path) : timeOf(path)
  })
  return Math.max(timeOf(folder), ...below)
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function tool(name, file) {
  return join(ROOT, 'node_modules', name, file)
}

/** Runs a program in the clone; all that it says goes to standard error, since standard output belongs to the data. */
export function runTool(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', process.stderr, process.stderr],
      shell: program.endsWith('.cmd'),
    })
    child.once('error', reject)
    child.once('exit', code => {
      if (code === 0) resolve()
      else reject(new Error(`${[program, ...args].join(' ')} ended with status ${code}.`))
    })
  })
}
