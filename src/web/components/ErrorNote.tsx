import type { ComponentChildren } from 'preact'

interface Props {
  readonly title: string
  readonly error: { readonly code: string; readonly message: string; readonly advice: string }
  readonly children?: ComponentChildren
}

/** A failure: what happened, what to do next, and the code under which the documentation lists it. */
export function ErrorNote({ title, error, children }: Props) {
  return (
    <section class="note note-error" role="alert">
      <h2>{title}</h2>
      <p dir="auto">{error.message}</p>
      <p class="advice">{error.advice}</p>
      <p class="code">
        Code <code>{error.code}</code>
      </p>
      {children}
    </section>
  )
}
