import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'

/** A sample article as the start page offers it; its text or HTML can be sent to `/api/readings` as it is. */
export interface Sample {
  /** The file's name without its ending. */
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly text?: string
  readonly html?: string
}

/** The samples in a folder of `.txt` and `.html` files, by name; none where there is no such folder. */
export async function readSamples(folder: string): Promise<readonly Sample[]> {
  const names = await readdir(folder).catch(() => [])
  const samples = names.filter(name => /\.(?:txt|html)$/.test(name)).sort()
  return Promise.all(samples.map(async name => sampleOf(name, await readFile(join(folder, name), 'utf8'))))
}

function sampleOf(name: string, content: string): Sample {
  const ending = extname(name)
  const id = basename(name, ending)
  if (ending === '.html') return { id, title: titleOfHtml(content) ?? id, publisher: siteNameOf(content) ?? '', html: content }
  return {
    id,
    title: headerOf(content, 'Title') ?? firstLineOf(content) ?? id,
    publisher: headerOf(content, 'Outlet') ?? '',
    text: content,
  }
}

function headerOf(text: string, name: string): string | null {
  return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1]?.trim() ?? null
}

/** The first line that is no header line. */
function firstLineOf(text: string): string | null {
  return (
    text
      .split(/\r?\n/)
      .find(line => line.trim() !== '' && !/^[A-Z][a-z]+: /.test(line))
      ?.trim() ?? null
  )
}

function titleOfHtml(html: string): string | null {
  return unescaped(/<h1[^>]*>([^<]+)/.exec(html)?.[1] ?? /<title>([^<]+)/.exec(html)?.[1])
}

function siteNameOf(html: string): string | null {
  return unescaped(/<meta property="og:site_name" content="([^"]+)"/.exec(html)?.[1])
}

/** The samples are written for this project; these are the entities that stand in their titles. */
function unescaped(html: string | undefined): string | null {
  const entities: Record<string, string> = {
    '&amp;': '&',
    '&quot;': '"',
    '&#39;': "'",
    '&rsquo;': '’',
    '&lsquo;': '‘',
    '&ldquo;': '“',
    '&rdquo;': '”',
  }
  return html?.replace(/&#?\w+;/g, entity => entities[entity] ?? entity).trim() ?? null
}
