import { useRef, useState } from 'preact/hooks'
import { HearsayError } from '../../errors.ts'
import { useApp } from '../context.ts'
import { inputFromFile } from '../files.ts'
import { unreadable } from './DropZone.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { Samples } from './Samples.tsx'

/** Three ways in: a text, a file, an address; and the samples, for a first look. */
export function StartScreen({ url = '' }: { readonly url?: string }) {
  const { actions, dispatch, state } = useApp()
  const text = useRef<HTMLTextAreaElement>(null)
  const address = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<HearsayError | null>(null)

  const readText = (event: Event) => {
    event.preventDefault()
    const given = text.current!.value
    if (given.trim() === '') return setError(new HearsayError('input-empty', 'The field is empty.'))
    dispatch({ do: 'draft', text: given })
    void actions.read({ text: given })
  }
  const readAddress = (event: Event) => {
    event.preventDefault()
    const given = address.current!.value.trim()
    if (!/^https?:\/\//i.test(given)) return setError(new HearsayError('url-invalid', 'This is not an address.'))
    void actions.read({ url: given })
  }
  const readFile = (event: Event) => {
    const file = (event.currentTarget as HTMLInputElement).files?.[0]
    if (!file) return
    inputFromFile(file).then(actions.read, cause => setError(cause instanceof HearsayError ? cause : unreadable(file)))
  }

  return (
    <div class="start">
      <h1 class="start-title">
        Paste an article. <span>See who speaks in it, and where the outlet speaks for itself.</span>
      </h1>
      {error && <ErrorNote title="This was not read." error={error} />}
      <div class="start-ways">
        <form class="way way-text" onSubmit={readText}>
          <label for="app-text">The text of an article</label>
          <textarea
            id="app-text"
            ref={text}
            rows={9}
            dir="auto"
            spellcheck={false}
            defaultValue={state.draft}
            placeholder="Headline, byline and text, as you would copy them from the page"
          />
          <button type="submit" class="button button-main">
            Read it
          </button>
        </form>
        <div class="way-others">
          <form class="way" onSubmit={readAddress} noValidate>
            <label for="app-url">Its address</label>
            <div class="row">
              <input id="app-url" ref={address} type="url" inputMode="url" defaultValue={url} placeholder="https://" />
              <button type="submit" class="button">
                Fetch
              </button>
            </div>
            <p class="hint">Fetched politely: robots.txt and opt-outs are honoured.</p>
          </form>
          <div class="way">
            <label for="app-file">A file</label>
            <input id="app-file" type="file" accept=".txt,.text,.md,.html,.htm,.xhtml,text/plain,text/html" onChange={readFile} />
            <p class="hint">Text or HTML. You may also drop it anywhere on this page.</p>
          </div>
          <p class="hint privacy">What you give goes to this Hearsay server and nowhere else. Nothing is kept.</p>
        </div>
      </div>
      <Samples />
    </div>
  )
}
