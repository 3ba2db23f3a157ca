import type { Reading } from '../record/index.ts'
import type { ApiError, Origin, Sample, StoreInfo } from './api.ts'
import type { Route } from './route.ts'
import { type Layers, layersOf } from './view/layers.ts'
import { inOrder, type Placed } from './view/order.ts'
import type { Passage } from './view/passage.ts'
import { type Paragraph, paragraphsWithSegments } from './view/segments.ts'
import { type SpeakerGroup, speakersOf } from './view/speakers.ts'

/** Everything that the page shows follows from this. */
export interface State {
  readonly samples: readonly Sample[] | null
  readonly view: View
  /** The statement that was stepped to or clicked. */
  readonly selected: string | null
  readonly panelOpen: boolean
  /** Whether all that is told on somebody's word is faded. */
  readonly ownVoice: boolean
  /** The key of the only speaker to show, see `speakers.ts`. */
  readonly speaker: string | null
  readonly keysShown: boolean
  /** Which of the views stands beside the text. */
  readonly beside: Beside
  /** What the pointer or the focus is on in a view: marked in the text as long as it is. */
  readonly pointed: Passage | null
  /** What was opened from a view, and the element to go back to. */
  readonly opened: Opened | null
  /** Whether loaded words are underlined. */
  readonly loaded: boolean
  /** What was typed or dropped last, kept for going back to it. */
  readonly draft: string
  /** What the server shows; null until it has told. */
  readonly store: StoreInfo | null
  /** Origins of the story that is shown that were taken away. */
  readonly away: ReadonlySet<string>
  /** The story that was shown last. */
  readonly story: string | null
  /** Parts of the story page that were opened, by their ids. */
  readonly expanded: ReadonlySet<string>
}

export type Beside = 'speakers' | 'cast' | 'times' | 'map' | 'deeds' | 'words'

export interface Opened {
  readonly passage: Passage
  readonly back: string
}

export type View =
  | { readonly kind: 'stories'; readonly words: string }
  | { readonly kind: 'story'; readonly id: string }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'start' }
  | { readonly kind: 'waiting'; readonly route: Route }
  | { readonly kind: 'failed'; readonly route: Route; readonly error: ApiError }
  | { readonly kind: 'read'; readonly sheet: Sheet }

/** A Reading with what the page works out from it, once. */
export interface Sheet {
  readonly key: string
  readonly route: Route
  readonly origin: Origin
  readonly reading: Reading
  readonly placed: readonly Placed[]
  readonly byId: ReadonlyMap<string, Placed>
  readonly paragraphs: readonly Paragraph[]
  readonly speakers: readonly SpeakerGroup[]
  /** By the id of a statement, the group of its speaker. */
  readonly speakerOf: ReadonlyMap<string, SpeakerGroup>
  readonly layers: Layers
}

export type Action =
  | { readonly do: 'list-samples'; readonly samples: readonly Sample[] }
  | { readonly do: 'store'; readonly store: StoreInfo }
  | { readonly do: 'visit'; readonly view: Extract<View, { kind: 'stories' | 'story' | 'corrections' | 'start' }> }
  | { readonly do: 'take-away'; readonly origins: ReadonlySet<string> }
  | { readonly do: 'expand'; readonly part: string; readonly on?: boolean }
  | { readonly do: 'wait'; readonly route: Route }
  | { readonly do: 'fail'; readonly route: Route; readonly error: ApiError }
  | { readonly do: 'show'; readonly sheet: Sheet; readonly statement: string | null; readonly passage: Passage | null }
  | { readonly do: 'select'; readonly statement: string | null; readonly open?: boolean }
  | { readonly do: 'close' }
  | { readonly do: 'fade'; readonly on?: boolean }
  | { readonly do: 'filter'; readonly speaker: string | null }
  | { readonly do: 'keys'; readonly shown: boolean }
  | { readonly do: 'draft'; readonly text: string }
  | { readonly do: 'beside'; readonly view: Beside }
  | { readonly do: 'point'; readonly passage: Passage | null }
  | { readonly do: 'go'; readonly passage: Passage; readonly back: string }
  | { readonly do: 'return' }
  | { readonly do: 'loaded'; readonly on?: boolean }

export const INITIAL: State = {
  samples: null,
  view: { kind: 'stories', words: '' },
  selected: null,
  panelOpen: false,
  ownVoice: false,
  speaker: null,
  keysShown: false,
  beside: 'speakers',
  pointed: null,
  opened: null,
  loaded: false,
  draft: '',
  store: null,
  away: new Set(),
  story: null,
  expanded: new Set(),
}

export function reduce(state: State, action: Action): State {
  switch (action.do) {
    case 'list-samples':
      return { ...state, samples: action.samples }
    case 'store':
      return { ...state, store: action.store }
    case 'visit':
      return { ...leaving(state), ...keptFor(state, action.view), view: action.view, story: idOf(action.view) ?? state.story }
    case 'take-away':
      return { ...state, away: action.origins }
    case 'expand':
      return { ...state, expanded: toggled(state.expanded, action.part, action.on) }
    case 'wait':
      return { ...leaving(state), view: { kind: 'waiting', route: action.route } }
    case 'fail':
      return { ...leaving(state), view: { kind: 'failed', route: action.route, error: action.error } }
    case 'show':
      return shown({ ...leaving(state), view: { kind: 'read', sheet: action.sheet } }, action)
    case 'select':
      return chosen({ ...state, opened: null }, action.statement, action.open)
    case 'close':
      return { ...state, panelOpen: false }
    case 'fade':
      return { ...state, ownVoice: action.on ?? !state.ownVoice }
    case 'filter':
      return { ...state, speaker: action.speaker }
    case 'keys':
      return { ...state, keysShown: action.shown }
    case 'draft':
      return { ...state, draft: action.text }
    case 'beside':
      return { ...state, beside: action.view, pointed: null }
    case 'point':
      return { ...state, pointed: action.passage }
    case 'go':
      // The panel would hide the text on narrow screens and the views on wide ones.
      return { ...state, opened: { passage: action.passage, back: action.back }, panelOpen: false }
    case 'return':
      return { ...state, opened: null, pointed: null }
    case 'loaded':
      return { ...state, loaded: action.on ?? !state.loaded }
  }
}

/** The statements that `]` and `[` step through. */
export function steps(state: State): readonly Placed[] {
  if (state.view.kind !== 'read') return []
  const { speakers, placed } = state.view.sheet
  return state.speaker === null ? placed : (speakers.find(group => group.key === state.speaker)?.statements ?? [])
}

export function sheetOf(reading: Reading, { key, route, origin }: Pick<Sheet, 'key' | 'route' | 'origin'>): Sheet {
  const placed = inOrder(reading)
  const speakers = speakersOf(reading, placed)
  return {
    key,
    route,
    origin,
    reading,
    placed,
    byId: new Map(placed.map(one => [one.statement.id, one])),
    paragraphs: paragraphsWithSegments(reading, placed),
    speakers,
    layers: layersOf(reading, placed),
    speakerOf: new Map(speakers.flatMap(group => group.statements.map(one => [one.statement.id, group] as const))),
  }
}

/** What was opened and taken away holds as long as one comes back to the same story. */
function keptFor(state: State, view: View): Partial<State> {
  const id = idOf(view)
  return id === null || id === state.story ? {} : { away: new Set(), expanded: new Set() }
}

function idOf(view: View): string | null {
  return view.kind === 'story' ? view.id : null
}

function toggled(set: ReadonlySet<string>, member: string, on = !set.has(member)): ReadonlySet<string> {
  const changed = new Set(set)
  if (on) changed.add(member)
  else changed.delete(member)
  return changed
}

/** An article with the statement that its address names, else with the words that are meant. */
function shown(
  state: State,
  { statement, passage }: { readonly statement: string | null; readonly passage: Passage | null },
): State {
  const known = chosen(state, statement, false)
  return known.selected !== null || passage === null ? known : { ...known, opened: { passage, back: '' } }
}

function leaving(state: State): State {
  return { ...state, selected: null, panelOpen: false, speaker: null, beside: 'speakers', pointed: null, opened: null }
}

/** A statement that the Reading does not have selects nothing, so that an old link shows the article all the same. */
function chosen(state: State, statement: string | null, open = state.panelOpen): State {
  if (state.view.kind !== 'read') return state
  const known = statement !== null && state.view.sheet.byId.has(statement)
  return { ...state, selected: known ? statement : null, panelOpen: known && open }
}
