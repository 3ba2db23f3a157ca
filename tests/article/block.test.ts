import { expect, test } from 'vitest'
import { blocksOf, textOfBlocks } from '../../src/article/block.ts'
import { parsePage } from '../../src/article/dom.ts'
import { extractBody } from '../../src/article/extract.ts'

const textOf = (html: string) => textOfBlocks(blocksOf(parsePage(html).body))

test('white space collapses and every other character stays', () => {
  expect(textOf('<p>a\u00a0 \n b\u00adc\u200bd\ufeffe 🌊</p>')).toBe('a b\u00adc\u200bd\ufeffe 🌊')
})

test('elements inside a paragraph do not break it, two line breaks do', () => {
  expect(textOf('<p>a<b>b</b> <i>c</i><br>d<br> <br>e</p>f<div>g</div>')).toBe('ab c\nd\n\ne\n\nf\n\ng')
})

test('an article inside of an element that cleaning takes away is given back by the guard', () => {
  const paragraph = '<p>They met on Monday, and they left on Tuesday, said the innkeeper, who had seen both.</p>'
  expect(extractBody(`<html><body><aside>${paragraph.repeat(8)}</aside></body></html>`)).toMatchObject({ isPlain: true })
  expect(extractBody(`<html><body><main>${paragraph.repeat(8)}</main></body></html>`)).toMatchObject({ isPlain: false })
})
