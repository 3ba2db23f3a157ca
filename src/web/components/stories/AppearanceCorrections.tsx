import { useRef } from 'preact/hooks'
import { type Appearance, type Claim, extentOf, type Passage, textOf } from '../../../record/index.ts'
import type { Told } from '../../story/told.ts'
import { UNCLEAR_LABEL } from '../../view/words.ts'
import { useStoryTools } from './tools.ts'

interface Props {
  readonly told: Told
  readonly appearance: Appearance
}

/** This appearance tells something else than the claim's first one; the first, something else than the second. */
export function NotTheSameClaim({ told, claim, appearance }: Props & { readonly claim: Claim }) {
  const { correct, busy } = useStoryTools()
  const other = claim.appearances[0] === appearance ? claim.appearances[1] : claim.appearances[0]
  const passages = [passageOf(told, other), passageOf(told, appearance)]
  const [first, second] = passages
  if (!first || !second) return null
  const say = () =>
    correct({ kind: 'not-the-same', what: 'claim', passages: [first, second] }, 'The two are told apart from now on.')
  return (
    <button type="button" class="button button-bare" disabled={busy} onClick={say}>
      Not the same claim
    </button>
  )
}

/** Whose words they are instead: somebody who is named in that article, or nobody that is clear. */
export function WrongSpeaker({ told, appearance }: Props) {
  const { correct, busy } = useStoryTools()
  const select = useRef<HTMLSelectElement>(null)
  const content = passageOf(told, appearance)
  if (content === null) return null
  const entities = told.readings.get(appearance.article)?.entities ?? []
  const names = [...new Set(entities.filter(({ kind }) => kind !== 'place').map(({ name }) => name))].sort()
  const save = (event: Event) => {
    event.preventDefault()
    correct({ kind: 'wrong-speaker', content, speaker: select.current!.value || null }, 'The speaker is corrected.')
  }
  return (
    <details class="correct">
      <summary>Wrong speaker</summary>
      <form class="row" onSubmit={save}>
        <label>
          The words are those of{' '}
          <select ref={select}>
            <option value="">{UNCLEAR_LABEL}</option>
            {names.map(name => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <button type="submit" class="button" disabled={busy}>
          Correct it
        </button>
      </form>
    </details>
  )
}

/** A place by its words, as a correction has it. */
function passageOf({ readings }: Told, appearance: Appearance | undefined): Passage | null {
  const span = appearance && extentOf(appearance.spans)
  const reading = appearance && readings.get(appearance.article)
  if (!span || !reading) return null
  return { article: appearance.article, span, exact: textOf(reading.article.articleBody, span) }
}
