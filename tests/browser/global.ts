import type { TestProject } from 'vitest/node'
import { buildApp } from './build.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the app as it is now, built once for all files of tests. */
    readonly builtApp: string
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await buildApp()
  provide('builtApp', folder)
  return remove
}
