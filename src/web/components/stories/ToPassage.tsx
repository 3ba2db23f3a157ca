import type { ComponentChildren } from 'preact'
import type { Span } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import { placeOf } from '../../route.ts'
import type { Told } from '../../story/told.ts'
import { plainClick } from '../events.ts'

interface Props {
  readonly told: Told
  readonly article: string
  readonly at?: Span | null
  readonly class?: string
  readonly label?: string
  readonly children: ComponentChildren
}

/** Leads to the annotated article, with the words marked that are meant. */
export function ToPassage({ told, article, at = null, class: name, label, children }: Props) {
  const { actions } = useApp()
  const route = { kind: 'article', id: article, story: told.story.id, at } as const
  return (
    <a href={placeOf(route).search} class={name} aria-label={label} onClick={plainClick(() => void actions.open(route))}>
      {children}
    </a>
  )
}
