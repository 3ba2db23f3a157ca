import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe-core finds on the page, or within an element, against WCAG 2.2 A and AA and its own best practices. */
export async function violations(page: Page, within = 'html'): Promise<readonly string[]> {
  // Injected by the debugger's way, since the page's policy rightly lets no script in.
  await page.evaluate(AXE)
  const found = await page.evaluate(async scope => {
    const { axe } = globalThis as unknown as {
      axe: { run(scope: string, options: object): Promise<{ violations: Violation[] }> }
    }
    return (await axe.run(scope, { resultTypes: ['violations'] })).violations
  }, within)
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
