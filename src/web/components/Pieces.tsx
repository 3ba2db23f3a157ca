import { type Span, textOf } from '../../record/index.ts'
import { type Overlay, type Piece, piecesOf } from '../view/overlays.ts'
import { whyId } from './LoadedNote.tsx'

interface Props {
  readonly body: string
  readonly span: Span
  readonly overlays: readonly Overlay[]
}

/** A slice of the body with what is laid over it. The text content stays the slice. */
export function Pieces({ body, span, overlays }: Props) {
  if (overlays.length === 0) return <>{textOf(body, span)}</>
  return (
    <>
      {piecesOf(span, overlays).map(piece => (
        <PieceView key={piece.span[0]} piece={piece} text={textOf(body, piece.span)} />
      ))}
    </>
  )
}

function PieceView({ piece, text }: { readonly piece: Piece; readonly text: string }) {
  const { lit, sentence, word } = piece
  const marks = [lit ? 'lit' : null, sentence ? 'opened' : null].filter(Boolean).join(' ')
  if (word && piece.span[0] === word.span[0]) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button breaks lines as a box does; these are words in a line.
      <span class={`loaded ${marks}`} role="button" tabIndex={0} aria-describedby={whyId(word)} data-why={word.number}>
        {text}
      </span>
    )
  }
  const classes = word ? `loaded ${marks}` : marks
  if (!classes) return <>{text}</>
  return (
    <span class={classes} data-why={word?.number} tabIndex={sentence || lit ? -1 : undefined}>
      {text}
    </span>
  )
}
