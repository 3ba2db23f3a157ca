import { parseHTML } from 'linkedom'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

/**
 * The page as a document. Throws `html-too-deep` where its elements are nested deeper than `LIMITS.htmlDepthMax`: Readability
 * and linkedom recurse in places, so that the stack would end somewhere inside of them.
 */
export function parsePage(html: string): Document {
  const { document } = parseHTML(wrapped(html)) as unknown as { document: Document }
  if (isDeeperThan(document, LIMITS.htmlDepthMax)) {
    throw new HearsayError('html-too-deep', `The page nests more than ${LIMITS.htmlDepthMax} elements within one another.`)
  }
  return document
}

/** linkedom takes the first element for the document's; a fragment without `html` would lose everything after that. */
function wrapped(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
}

/** Walks along the tree's own links, so that the walk itself needs no stack. */
function isDeeperThan(root: Node, depthMax: number): boolean {
  let node: Node | null = root.firstChild
  let depth = 1
  while (node !== null) {
    if (depth > depthMax) return true
    if (node.firstChild !== null) {
      node = node.firstChild
      depth++
      continue
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode
      depth--
    }
    node = node?.nextSibling ?? null
  }
  return false
}

/** The words of an attribute such as `class`: `story-imageCaption` gives `story`, `image`, `caption`. */
export function attributeWords(element: Element, name: string): string[] {
  return (element.getAttribute(name) ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
}
