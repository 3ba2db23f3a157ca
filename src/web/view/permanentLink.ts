import { extentOf } from '../../record/index.ts'
import type { Sheet } from '../state.ts'
import type { Placed } from './order.ts'
import { textFragmentUrl } from './textFragment.ts'

export interface PermanentLink {
  readonly url: string
  /** Whether it leads to the page that the article came from, by a text fragment. */
  readonly atSource: boolean
  /** Whether it works only where the text was given. */
  readonly passing: boolean
}

/** The address of a statement: its words on the source's page where the article has an address, else this page's own. */
export function permanentLink({ reading, route }: Sheet, { statement, extent }: Placed, here: string): PermanentLink {
  const { url, articleBody } = reading.article
  const span = extentOf(statement.content) ?? extent
  if (url !== null && /^https?:/i.test(url) && span !== null) {
    return { url: textFragmentUrl(url, articleBody, span), atSource: true, passing: false }
  }
  const own = new URL(here)
  own.hash = encodeURIComponent(statement.id)
  return { url: own.href, atSource: false, passing: route.kind === 'given' }
}
