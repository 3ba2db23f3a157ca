import { textOf } from '../../record/index.ts'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { type LoadedWord, whyLoaded } from '../view/loaded.ts'
import { Columns } from './Columns.tsx'
import { ExcerptView } from './ExcerptView.tsx'
import { Jump } from './Jump.tsx'
import { useMore } from './more.tsx'

const ROWS = 40

/** The loaded words, each with why it counts as one. */
export function WordsView({ sheet, words }: { readonly sheet: Sheet; readonly words: readonly LoadedWord[] }) {
  const { dispatch, state } = useApp()
  const [shown, more] = useMore(words, ROWS)
  return (
    <section class="words" aria-labelledby="app-words">
      <h2 id="app-words" tabIndex={-1}>
        Loaded words
      </h2>
      <p class="hint">Words that judge where another would only name, whoever uses them.</p>
      {words.length === 0 && <p class="hint">This text has none that Hearsay found.</p>}
      {words.length > 0 && (
        <>
          <label class="check">
            <input type="checkbox" checked={state.loaded} onChange={() => dispatch({ do: 'loaded' })} /> Underline them in the
            text
          </label>
          <table class="key">
            <caption class="hidden">The loaded words in the order of the text</caption>
            <Columns names={['Word', 'In the text, and why']} />
            <tbody>
              {shown.map(word => (
                <tr key={word.number}>
                  <td class="number">{word.number}</td>
                  <th scope="row">
                    <bdi class="wording">{textOf(sheet.reading.article.articleBody, word.span)}</bdi>
                  </th>
                  <td>
                    <Jump to={word.passage}>
                      <ExcerptView sheet={sheet} passage={word.passage} />
                    </Jump>
                    <span class="facts-of">{whyLoaded(word.by)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {more}
        </>
      )}
    </section>
  )
}
