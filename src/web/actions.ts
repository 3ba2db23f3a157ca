import type { Reading } from '../record/index.ts'
import {
  ApiError,
  getArticle,
  getSample,
  getSamples,
  getStore,
  type Input,
  type Origin,
  postReading,
  type StoreInfo,
} from './api.ts'
import { keyOf, placeOf, type Route, routeOf, statementIn } from './route.ts'
import { type Action, type Sheet, type State, sheetOf, steps } from './state.ts'
import { passageOf } from './view/passage.ts'

export interface Actions {
  /** Shows what the address asks for: at the start, and when the user goes back or forward. */
  follow(): Promise<void>
  /** Goes to a new address and reads what it names. */
  open(route: Route): Promise<void>
  read(input: Input): Promise<void>
  select(statement: string, options?: { readonly open?: boolean }): void
  step(by: 1 | -1): void
  /** Brings the view beside the text in sight and gives it the keyboard. */
  toViews(): void
  /** Closes what was opened from a view and goes back to where it was opened. */
  back(): void
}

/** Readings that are kept for going back and forward without reading again. */
const KEPT_MAX = 8

interface Tools {
  readonly dispatch: (action: Action) => void
  readonly state: () => State
}

/** Everything that touches the network or the history; what it changes on the page goes through `dispatch`. */
export function createActions({ dispatch, state }: Tools): Actions {
  const kept = new Map<string, Sheet>()
  let running = new AbortController()
  return { follow, open, read, select, step, toViews, back }

  async function follow(): Promise<void> {
    if (state().samples === null) {
      // Without samples the start screen still does its work, so that failure is not worth a message.
      getSamples().then(
        samples => dispatch({ do: 'list-samples', samples }),
        () => dispatch({ do: 'list-samples', samples: [] }),
      )
    }
    if (state().store === null) getStore().then(tellStore, () => {})
    const route = routeOf(location.search, history.state)
    const { view } = state()
    // An address that differs only in its place on the page shows what is shown.
    if (route.kind === 'story' && view.kind === 'story' && view.id === route.id) return
    if (view.kind === 'read' && view.sheet.key === keyOf(route) && placeOf(view.sheet.route).search === placeOf(route).search) {
      dispatch({ do: 'select', statement: statementIn(location.hash) })
    } else await show(route)
  }

  function tellStore(store: StoreInfo): void {
    dispatch({ do: 'store', store })
  }

  async function open(route: Route): Promise<void> {
    const { search, entry } = placeOf(route)
    history.replaceState({ ...history.state, scroll: scrollY }, '')
    history.pushState(entry, '', search)
    await show(route)
  }

  async function read(input: Input): Promise<void> {
    await open(
      'url' in input
        ? { kind: 'url', url: input.url }
        : { kind: 'given', input, key: crypto.getRandomValues(new Uint32Array(2)).join('-') },
    )
  }

  async function show(route: Route): Promise<void> {
    running.abort()
    running = new AbortController()
    const { signal } = running
    if (route.kind === 'stories') return dispatch({ do: 'visit', view: { kind: 'stories', words: route.words } })
    if (route.kind === 'story') return dispatch({ do: 'visit', view: { kind: 'story', id: route.id } })
    if (route.kind === 'start' || route.kind === 'corrections') return dispatch({ do: 'visit', view: { kind: route.kind } })
    const key = keyOf(route)
    const statement = statementIn(location.hash)
    const before = kept.get(key)
    // People correct what is in the store, so that an article of it is asked for each time.
    if (before && route.kind !== 'article') return dispatch({ do: 'show', sheet: before, statement, passage: null })
    dispatch({ do: 'wait', route })
    try {
      const { reading, origin } = await readingOf(route, signal)
      const sheet = sheetOf(reading, { key, route, origin })
      if (signal.aborted) return
      keep(sheet)
      const passage = route.kind === 'article' && route.at !== null ? passageOf(reading, [route.at]) : null
      dispatch({ do: 'show', sheet, statement, passage })
    } catch (cause) {
      if (signal.aborted) return
      if (!(cause instanceof ApiError)) throw cause
      dispatch({ do: 'fail', route, error: cause })
    }
  }

  function keep(sheet: Sheet): void {
    kept.set(sheet.key, sheet)
    if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!)
  }

  function back(): void {
    const { opened } = state()
    dispatch({ do: 'return' })
    const origin = opened && document.getElementById(opened.back)
    origin?.scrollIntoView({ block: 'nearest' })
    origin?.focus({ preventScroll: true })
  }

  /** A click makes an entry in the history, so that "back" undoes it; see `step` for the keys. */
  function select(statement: string, options?: { readonly open?: boolean }): void {
    if (statementIn(location.hash) !== statement) history.pushState(history.state, '', `#${encodeURIComponent(statement)}`)
    dispatch({ do: 'select', statement, ...options })
  }

  /** Stepping replaces the entry: nobody wants to go back through forty statements. */
  function step(by: 1 | -1): void {
    const list = steps(state())
    const at = list.findIndex(one => one.statement.id === state().selected)
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by
    const statement = list[next]?.statement.id
    if (statement === undefined) return
    history.replaceState(history.state, '', `#${encodeURIComponent(statement)}`)
    dispatch({ do: 'select', statement })
  }
}

/** After the view is drawn, for it may be another than before. */
function toViews(): void {
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('.beside h2')
    heading?.scrollIntoView({ block: 'nearest' })
    heading?.focus({ preventScroll: true })
  })
}

type ReadRoute = Exclude<Route, { kind: 'start' | 'stories' | 'story' | 'corrections' }>

async function readingOf(route: ReadRoute, signal: AbortSignal): Promise<{ readonly reading: Reading; readonly origin: Origin }> {
  if (route.kind === 'article') return { reading: await getArticle(route.id, signal), origin: { article: route.id } }
  const input = await inputOf(route, signal)
  return { reading: await postReading(input, signal), origin: input }
}

async function inputOf(route: Exclude<ReadRoute, { kind: 'article' }>, signal: AbortSignal): Promise<Input> {
  if (route.kind === 'sample') return getSample(route.id, signal)
  return route.kind === 'url' ? { url: route.url } : route.input
}
