import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import type { Placed } from '../view/order.ts'
import { nameOf, UNCLEAR } from '../view/speakers.ts'
import { confidenceMeans, KIND } from '../view/words.ts'
import { PanelChain } from './PanelChain.tsx'
import { PanelLinks } from './PanelLinks.tsx'
import { PanelManner } from './PanelManner.tsx'
import { PanelMentions } from './PanelMentions.tsx'
import { PanelRole } from './PanelRole.tsx'

/** One statement in full. */
export function Panel({ sheet, placed }: { readonly sheet: Sheet; readonly placed: Placed }) {
  const { dispatch } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  const { statement, number } = placed
  const group = sheet.speakerOf.get(statement.id)
  const body = sheet.reading.article.articleBody

  // Only when it opens: stepping on with the panel open leaves the focus in the text.
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
    return () => document.getElementById(statement.id)?.focus({ preventScroll: true })
  }, [])

  return (
    <section class="panel" aria-labelledby="app-panel">
      <header>
        <h2 id="app-panel" ref={heading} tabIndex={-1}>
          Statement {number}
        </h2>
        <button type="button" class="button close" onClick={() => dispatch({ do: 'close' })}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <p class="panel-speaker">
        <span class={group?.key === UNCLEAR ? 'name unclear' : 'name'}>
          <bdi>{nameOf(group)}</bdi>
        </span>
        {group?.entity && <span class="kind">{KIND[group.entity.kind]}</span>}
      </p>
      <dl>
        <PanelRole label="Source" spans={statement.source} body={body} none="no source stands in the text" />
        <PanelRole label="Cue" spans={statement.cue} body={body} none="no cue stands in the text" />
        <PanelRole label="Content" spans={statement.content} body={body} none="no content stands in the text" />
        <PanelManner statement={statement} />
        <PanelChain sheet={sheet} placed={placed} />
        <div>
          <dt>Confidence</dt>
          <dd>
            <strong class="figure">{statement.confidence.toFixed(2)}</strong> {confidenceMeans(statement.confidence)}
          </dd>
        </div>
        {statement.speaker !== null && statement.speakerConfidence !== null && (
          <div>
            <dt>Speaker</dt>
            <dd>
              <strong class="figure">{statement.speakerConfidence.toFixed(2)}</strong> is the confidence that this speaker is
              meant.
            </dd>
          </div>
        )}
        {group?.entity && <PanelMentions entity={group.entity} body={body} />}
      </dl>
      <PanelLinks key={statement.id} sheet={sheet} placed={placed} />
    </section>
  )
}
