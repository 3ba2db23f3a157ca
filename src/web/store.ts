import { type Action, INITIAL, reduce, type State } from './state.ts'

export interface Store {
  state(): State
  dispatch(action: Action): void
  /** Calls `listener` after each change; returns how to stop that. */
  subscribe(listener: () => void): () => void
}

/** The one place that holds the state. It changes at once, so two keys pressed within one frame count as two. */
export function createStore(): Store {
  let state = INITIAL
  const listeners = new Set<() => void>()
  return {
    state: () => state,
    dispatch(action) {
      state = reduce(state, action)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
