import { expect, it } from 'vitest'
import { folderWith } from '../page/files.ts'

it('a clone whose new version needs another package is not installed', async () => {
  // A script that the command runs before anything is compiled, and that has no types therefore.
  const script = new URL('../../scripts/prepare.mjs', import.meta.url).href
  const { isInstalled } = (await import(script)) as { isInstalled: (root: string) => boolean }
  const needs = (...names: string[]) => JSON.stringify({ dependencies: Object.fromEntries(names.map(name => [name, '1.0.0'])) })
  const files = { 'node_modules/.package-lock.json': '{}', 'node_modules/@quay/one/package.json': '{}' }
  expect(isInstalled(folderWith({ 'package.json': needs('@quay/one'), ...files }))).toBe(true)
  expect(isInstalled(folderWith({ 'package.json': needs('@quay/one', 'two'), ...files }))).toBe(false)
  expect(isInstalled(folderWith({ 'package.json': needs() }))).toBe(false)
})
