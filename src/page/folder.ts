import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { kindOfName } from './kind.ts'

/**
 * The files in a folder and below that Hearsay reads by their names, sorted by code unit at each level, so that two machines
 * agree. Hidden files and folders are left out; links to files are followed, links to folders are not, since they may turn back.
 */
export async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else if (kindOfName(entry.name) !== null && (entry.isFile() || (await isLinkToFile(path)))) yield path
  }
}

/** A dangling link counts as a file: that it leads nowhere is then reported. */
async function isLinkToFile(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null)
  return stats === null || stats.isFile()
}
