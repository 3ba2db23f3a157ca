import type { ComponentChildren } from 'preact'
import { type Evidence, type Span, textOf } from '../../../record/index.ts'
import type { Part } from '../../story/diff.ts'
import { outletOf, publishedOf, type Told } from '../../story/told.ts'
import { sentenceAt } from '../../view/passage.ts'
import { OnlyHere } from './OnlyHere.tsx'
import { ToPassage } from './ToPassage.tsx'

interface Props {
  readonly told: Told
  readonly evidence: Evidence
  /** Who speaks, where somebody does. */
  readonly speaker?: ComponentChildren
  /** Shows the whole sentence, with the words of the evidence marked in it. */
  readonly sentence?: boolean
  /** The words in stretches that another passage has too, and stretches that it lacks. */
  readonly parts?: readonly Part[]
  readonly children?: ComponentChildren
}

/** Words of an article as they stand there, never without the outlet that prints them. */
export function Extract({ told, evidence, speaker, sentence = false, parts, children }: Props) {
  const { article, span } = evidence
  const reading = told.readings.get(article)
  const published = publishedOf(told, article)
  return (
    <figure class="extract">
      <blockquote dir="auto">
        {reading === undefined ? (
          <span class="unknown">{told.coming.has(article) ? 'The article is on its way.' : 'The article is not at hand.'}</span>
        ) : parts ? (
          <OnlyHere body={reading.article.articleBody} parts={parts} />
        ) : sentence ? (
          <InSentence body={reading.article.articleBody} span={span} sentence={widest(sentenceAt(reading, span), span)} />
        ) : (
          <Shortened text={textOf(reading.article.articleBody, span)} />
        )}
      </blockquote>
      <figcaption>
        {speaker && <span class="extract-speaker">{speaker}</span>}
        <ToPassage told={told} article={article} at={span} class="extract-place">
          <bdi>{outletOf(told, article)}</bdi>
          {published && (
            <>
              {', '}
              <time dateTime={published.iso}>{published.words}</time>
            </>
          )}
        </ToPassage>
        {children}
      </figcaption>
    </figure>
  )
}

/** Units of a passage that are shown of it. */
const SHOWN_UNITS = 420

/** The beginning of a passage, cut between words; that it goes on is said outside of it. */
function Shortened({ text }: { readonly text: string }) {
  if (text.length <= SHOWN_UNITS) return <>{text}</>
  return (
    <>
      {text.slice(0, SHOWN_UNITS).replace(/\s+\S*$/, '')}
      <span class="goes-on-mark"> […]</span>
    </>
  )
}

function InSentence({ body, span, sentence }: { readonly body: string; readonly span: Span; readonly sentence: Span }) {
  return (
    <>
      {textOf(body, [sentence[0], span[0]])}
      <mark class="meant">
        <Shortened text={textOf(body, span)} />
      </mark>
      {span[1] - span[0] <= SHOWN_UNITS && textOf(body, [span[1], sentence[1]])}
    </>
  )
}

/** Words that run over the end of their sentence are shown whole. */
function widest(sentence: Span, span: Span): Span {
  return [Math.min(sentence[0], span[0]), Math.max(sentence[1], span[1])]
}
