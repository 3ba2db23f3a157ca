import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { FORMATS } from '../../src/format/index.ts'
import { READING } from './reading.ts'
import { NO_SHELF } from './shelves.ts'

const app = createApp({
  reader: { read: async () => READING },
  webRoot: '',
  samples: [],
  shelf: NO_SHELF,
  loopback: true,
  allowPrivate: false,
  log: () => {},
})

interface Description {
  readonly openapi: string
  readonly paths: Record<
    string,
    Record<string, { summary?: string; responses: Record<string, { content?: Record<string, unknown> }> }>
  >
  readonly components: { readonly schemas: Record<string, { properties?: Record<string, unknown>; required?: string[] }> }
}

async function description(): Promise<Description> {
  return (await app.request('http://localhost/api/openapi.json')).json()
}

describe('/api/openapi.json', () => {
  it('describes every route of the API, and no other', async () => {
    const { paths, openapi } = await description()
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method} ${path}`))
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual(served.sort())
    expect(openapi).toBe('3.1.0')
  })

  it('describes a Reading with all its fields, the unread layers as optional', async () => {
    const { Reading, Statement, Article } = (await description()).components.schemas
    expect(Object.keys(Reading?.properties ?? {})).toEqual(Object.keys(READING))
    expect(Object.keys(Statement?.properties ?? {})).toEqual(Object.keys(READING.statements?.[0] ?? {}))
    expect(Object.keys(Article?.properties ?? {})).toEqual(Object.keys(READING.article))
    expect(Reading?.required).toEqual(['schema', 'input', 'reader', 'article', 'problems'])
  })

  it('names the type of every download', async () => {
    const types = Object.keys((await description()).paths['/api/readings']?.post?.responses['200']?.content ?? {})
    for (const { mediaType } of Object.values(FORMATS)) expect(types).toContain(mediaType)
  })

  it('has a page in the documentation that names every route', async () => {
    const page = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8')
    for (const path of [...Object.keys((await description()).paths), '/api/openapi.json']) expect(page).toContain(`\`${path}\``)
  })
})
