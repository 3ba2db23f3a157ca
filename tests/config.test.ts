import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GENERATED } from '../scripts/docs.ts'
import { loadConfig, SETTINGS } from '../src/config.ts'
import { folderWith } from './page/files.ts'

const nowhere = folderWith({})
const FILE = 'hearsay.config.json'

describe('settings', () => {
  it('stand over one another: flag, environment, file, default', () => {
    const folder = folderWith({ [FILE]: '{"port": 3}' })
    const environment = { HEARSAY_PORT: '2' }
    expect(loadConfig({ flags: { port: '1' }, environment, folder }).port).toBe(1)
    expect(loadConfig({ environment, folder }).port).toBe(2)
    expect(loadConfig({ environment: {}, folder }).port).toBe(3)
    expect(loadConfig({ environment: { XDG_CONFIG_HOME: nowhere }, folder: nowhere }).port).toBe(SETTINGS.port.default)
  })

  it('take PORT too, and the own name before it', () => {
    expect(loadConfig({ environment: { PORT: '5' }, folder: nowhere }).port).toBe(5)
    expect(loadConfig({ environment: { PORT: '5', HEARSAY_PORT: '6' }, folder: nowhere }).port).toBe(6)
  })

  it('are looked for in the user’s own folder where the working directory has no file', () => {
    const home = folderWith({ 'hearsay/config.json': '{"allowPrivate": true}' })
    expect(loadConfig({ environment: { XDG_CONFIG_HOME: home }, folder: nowhere }).allowPrivate).toBe(true)
  })

  it('have no colours where NO_COLOR is set, to whatever', () => {
    expect(loadConfig({ environment: { NO_COLOR: '0' }, folder: nowhere }).colour).toBe(false)
    expect(loadConfig({ environment: { NO_COLOR: '' }, folder: nowhere }).colour).toBe(true)
  })

  it('put a store into one place: the folder or the server, whichever was said in the stronger way', () => {
    const environment = { HEARSAY_DATABASE: 'postgresql://courier.example/store', XDG_DATA_HOME: '/data', LOCALAPPDATA: '/data' }
    expect(loadConfig({ environment, folder: nowhere }).database).toBe(environment.HEARSAY_DATABASE)
    const flagged = loadConfig({ flags: { data: 'here' }, environment, folder: nowhere })
    expect([flagged.data, flagged.database]).toEqual(['here', null])
    const both = { ...environment, HEARSAY_DATA: 'there' }
    expect(() => loadConfig({ environment: both, folder: nowhere })).toThrow(expect.objectContaining({ code: 'usage' }))
    expect(loadConfig({ environment: {}, folder: nowhere }).data).toMatch(/hearsay$/)
  })

  it('are frozen', () => {
    expect(Object.isFrozen(loadConfig({ environment: {}, folder: nowhere }))).toBe(true)
  })

  it.each([
    ['HEARSAY_THREADS', 'many'],
    ['HEARSAY_THREADS', '0'],
    ['PORT', '65536'],
    ['HEARSAY_ALLOW_PRIVATE', 'perhaps'],
  ])('of the wrong kind are refused by name: %s=%s', (name, value) => {
    const wrong = expect.objectContaining({ code: 'usage', message: expect.stringContaining(name) })
    expect(() => loadConfig({ environment: { [name]: value }, folder: nowhere })).toThrow(wrong)
  })

  it.each(['{"ports": 1}', '[]', '{', '{"host": 7}'])('refuse the file %s', content => {
    const folder = folderWith({ [FILE]: content })
    expect(() => loadConfig({ environment: {}, folder })).toThrow(expect.objectContaining({ code: 'usage' }))
  })
})

describe('generated pages', () => {
  it.each(Object.keys(GENERATED))('%s is current (npx tsx scripts/docs.ts makes it so)', path => {
    const page = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
    expect(GENERATED[path]!(page)).toBe(page)
  })
})
