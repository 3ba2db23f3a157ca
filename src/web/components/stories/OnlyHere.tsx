import { textOf } from '../../../record/index.ts'
import type { Part } from '../../story/diff.ts'

/** A passage with the words marked that stand on this side only. */
export function OnlyHere({ body, parts }: { readonly body: string; readonly parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ span, shared }) =>
        shared ? (
          textOf(body, span)
        ) : (
          <mark key={span[0]} class="only">
            {textOf(body, span)}
          </mark>
        ),
      )}
    </>
  )
}
