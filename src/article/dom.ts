import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

/**
 * The page as a document. Throws `html-too-deep` where its elements are nested deeper than `LIMITS.htmlDepthMax`: Readability
 * and linkedom recurse in places, so that the stack would end somewhere inside of them.
 */
export function parsePage(html: string): Document {
  const whole = wrapped(html)
  refuseDepth(whole)
  return (parseHTML(whole) as unknown as { document: Document }).document
}

/**
 * Reads the tags with the parser that linkedom builds its tree on, so that comments, scripts and end tags that may be left out
 * count as they will in the tree, and stops at the limit: both the parser's time and linkedom's grow with the square of the depth.
 */
function refuseDepth(html: string): void {
  let depth = 0
  const parser = new Parser({
    onopentagname() {
      depth++
      if (depth <= LIMITS.htmlDepthMax) return
      throw new HearsayError('html-too-deep', `The page nests more than ${LIMITS.htmlDepthMax} elements within one another.`)
    },
    onclosetag() {
      depth--
    },
  })
  parser.end(html)
}

/** linkedom takes the first element for the document's; a fragment without `html` would lose everything after that. */
function wrapped(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
}

/** The words of an attribute such as `class`: `story-imageCaption` gives `story`, `image`, `caption`. */
export function attributeWords(element: Element, name: string): string[] {
  return (element.getAttribute(name) ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
}
