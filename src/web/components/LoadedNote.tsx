import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type LoadedWord, whyLoaded } from '../view/loaded.ts'

/** The element that tells why a word counts as loaded; the word points to it for screen readers. */
export function whyId(word: LoadedWord): string {
  return `app-why-${word.number}`
}

/** Between a word and its note, and between the note and the edge of the window, in pixels. */
const GAP = 6
/** The pointer may cross the gap to the note without losing it. */
const LINGER_MS = 250

/**
 * Why a loaded word is one: in a note beside the word that has the pointer or the focus, which Escape takes away (WCAG 2.2, 1.4.13),
 * and out of sight for screen readers.
 */
export function LoadedNote({ words }: { readonly words: readonly LoadedWord[] }) {
  const [mark, setMark] = useState<HTMLElement | null>(null)
  const note = useRef<HTMLParagraphElement>(null)
  const word = mark && words.find(one => String(one.number) === mark.dataset.why)

  // From the moment that the words can be seen: who is quick may have the focus on one before the next painting.
  useLayoutEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined
    const point = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null
      const on = target?.closest<HTMLElement>('.body .loaded') ?? null
      if (on) {
        clearTimeout(leaving)
        setMark(on)
      } else if (event.type === 'focusin') setMark(null)
      else {
        clearTimeout(leaving)
        if (!target?.closest('.why-note') && !document.activeElement?.matches('.loaded')) {
          leaving = setTimeout(() => setMark(null), LINGER_MS)
        }
      }
    }
    addEventListener('pointerover', point)
    addEventListener('click', point)
    addEventListener('focusin', point)
    return () => {
      clearTimeout(leaving)
      removeEventListener('pointerover', point)
      removeEventListener('click', point)
      removeEventListener('focusin', point)
    }
  }, [])

  // Before the note is painted: Escape takes away whatever can be seen.
  useLayoutEffect(() => {
    if (!mark) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // Escape closes one thing at a time.
      event.preventDefault()
      setMark(null)
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [mark])

  // After it: the scrolling that brought the word into view is not over when the pointer comes to it.
  useEffect(() => {
    if (!mark) return
    const close = () => setMark(null)
    addEventListener('scroll', close, { passive: true })
    return () => removeEventListener('scroll', close)
  }, [mark])

  useLayoutEffect(() => {
    if (mark && note.current) place(note.current, mark)
  }, [mark])

  return (
    <>
      <ul hidden>
        {words.map(one => (
          <li key={one.number} id={whyId(one)}>
            Loaded word. {whyLoaded(one.by)}
          </li>
        ))}
      </ul>
      {word && (
        <p ref={note} class="why-note" aria-hidden="true">
          <b>Loaded word</b> {whyLoaded(word.by)}
        </p>
      )}
    </>
  )
}

/** Below the word, or above it where there is no room. */
function place(note: HTMLElement, mark: HTMLElement): void {
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect()
  const below = box.bottom + GAP
  const top = below + note.offsetHeight > innerHeight ? box.top - GAP - note.offsetHeight : below
  const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - GAP))
  note.style.top = `${Math.max(GAP, top)}px`
  note.style.left = `${left}px`
}
