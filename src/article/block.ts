/** A run of text that a page sets apart: a paragraph, a heading, an item of a list, a cell. */
export interface Block {
  readonly text: string
  /** Name of the element that it stands in, in capitals. */
  readonly tag: string
  /** Share of its characters, spaces left out, that are inside links; 0 to 1. */
  readonly linkShare: number
}

/** The blocks under an element, in the order of the page. Every character but white space is kept as it stands. */
export function blocksOf(root: Node): Block[] {
  const blocks: Block[] = []
  let text = ''
  let linked = 0

  const close = (tag: string) => {
    for (const part of text.split(PARAGRAPH_BREAK)) {
      const tidied = tidy(part)
      if (tidied !== '') blocks.push({ text: tidied, tag, linkShare: Math.min(1, linked / unitsOf(text)) })
    }
    text = ''
    linked = 0
  }

  const walk = (parent: Node, tag: string, inLink: boolean) => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT_NODE) {
        const data = (node as Text).data.replace(SPACES, ' ')
        text += data
        if (inLink) linked += unitsOf(data)
      } else if (node.nodeType === ELEMENT_NODE) {
        const name = node.nodeName.toUpperCase()
        if (name === 'BR') text += '\n'
        else if (BLOCK_ELEMENTS.has(name)) {
          close(tag)
          walk(node, name, inLink)
          close(name)
        } else walk(node, tag, inLink || name === 'A')
      }
    }
  }

  walk(root, root.nodeName.toUpperCase(), false)
  close(root.nodeName.toUpperCase())
  return blocks
}

/** The article's text: paragraphs apart by a blank line. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(block => block.text).join('\n\n')
}

const ELEMENT_NODE = 1
const TEXT_NODE = 3

/** White space as HTML and Unicode have it. U+FEFF and U+200B are not in it: they are characters of the text, and stay. */
const SPACES = /[\t\n\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g
/** Two line breaks in a row are how pages without paragraphs set them apart. */
const PARAGRAPH_BREAK = / *\n *\n[ \n]*/

/** Elements that browsers set as blocks by themselves (HTML standard, 15.3, without those that hold no text). */
const BLOCK_ELEMENTS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION'
  ).split(' '),
)

const tidy = (text: string): string =>
  text
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ \n]+|[ \n]+$/g, '')
const unitsOf = (text: string): number => text.replace(/[ \n]/g, '').length
