import { Fragment } from 'preact'
import { useMemo } from 'preact/hooks'
import { overlaps } from '../../record/index.ts'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { overlaysOf } from '../view/overlays.ts'
import { opensWithHeadline } from '../view/paragraphs.ts'
import { plainClick } from './events.ts'
import { ParagraphView } from './ParagraphView.tsx'

/** The article's text, to the letter: the text content of this element is `articleBody`. */
export function Body({ sheet }: { readonly sheet: Sheet }) {
  const { actions, state } = useApp()
  const { paragraphs, reading, byId } = sheet
  const { articleBody, inLanguage } = reading.article
  const extent = (state.selected === null ? null : byId.get(state.selected)?.extent) ?? null
  const spans = paragraphs.map(paragraph => paragraph.span)
  const headline = opensWithHeadline(reading.article, spans)
  const rest = articleBody.slice(paragraphs.at(-1)?.span[1] ?? 0)

  const shown = useMemo(() => {
    const group = sheet.speakers.find(one => one.key === state.speaker)
    return group ? new Set(group.statements.map(one => one.statement.id)) : null
  }, [sheet, state.speaker])

  const { opened, pointed, loaded } = state
  const overlays = useMemo(() => {
    const passages = [opened?.passage, pointed && { ...pointed, sentence: null }].filter(one => one != null)
    return overlaysOf(paragraphs, { passages, loaded: (loaded && sheet.layers.words) || [] })
  }, [paragraphs, opened, pointed, loaded, sheet])

  const open = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const start = event.target.closest<HTMLElement>('.start-mark')
    if (start) return plainClick(() => actions.select(start.id, { open: true }))(event)
    if (event.target.closest('.loaded')) return
    const mark = event.target.closest<HTMLElement>('[data-owners]')
    if (!mark || !(getSelection()?.isCollapsed ?? true)) return
    const owners = mark.dataset.owners?.split(' ') ?? []
    // Where several statements lie over one another, each further click goes one outwards.
    const next = owners[owners.indexOf(state.panelOpen ? (state.selected ?? '') : '') + 1] ?? owners[0]
    if (next !== undefined) actions.select(next, { open: true })
  }

  return (
    // biome-ignore lint/a11y: the click is a short cut; each statement begins with a link that does the same from the keyboard.
    <div class="body" lang={inLanguage ?? undefined} onClick={open}>
      {paragraphs.map(paragraph => (
        <Fragment key={paragraph.index}>
          {paragraph.before}
          <ParagraphView
            paragraph={paragraph}
            sheet={sheet}
            as={headline && paragraph.index === 0 ? 'h1' : 'p'}
            selected={extent && overlaps(extent, paragraph.span) ? state.selected : null}
            shown={shown}
            overlays={overlays[paragraph.index]!}
          />
        </Fragment>
      ))}
      {rest}
    </div>
  )
}
