// `npm test`: does its own set-up, runs every check, and ends with the line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareForTests, ROOT } from './prepare.mjs'

const say = line => process.stdout.write(`\n== ${line}\n`)
const sums = { passed: 0, failed: 0 }

try {
  await prepareForTests({ say })
  step('types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])
  step('lint and format', '@biomejs/biome/bin/biome', ['check', '.'])
  tests('unit')
  tests('browser')
} catch (error) {
  process.stdout.write(`${error.message}\n`)
  sums.failed += 1
}
process.stdout.write(`\n${sums.passed} passed, ${sums.failed} failed\n`)
process.exitCode = sums.failed === 0 ? 0 : 1

/** One check that is no test: it counts only where it fails. */
function step(name, file, args) {
  say(name)
  if (node(file, args) !== 0) sums.failed += 1
}

function tests(project) {
  say(`${project} tests`)
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-tests-'))
  const report = join(folder, 'report.json')
  const status = node('vitest/vitest.mjs', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const { passed, failed } = countsIn(report)
  sums.passed += passed
  // A run that breaks off, or a file that does not load, fails no single test; it has failed all the same.
  sums.failed += status !== 0 && failed === 0 ? 1 : failed
  rmSync(folder, { recursive: true, force: true })
}

function countsIn(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function node(file, args) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', file), ...args], { cwd: ROOT, stdio: 'inherit' })
  return status ?? 1
}
