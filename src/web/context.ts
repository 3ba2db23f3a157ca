import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Actions } from './actions.ts'
import type { Action, State } from './state.ts'

export interface AppTools {
  readonly actions: Actions
  readonly dispatch: (action: Action) => void
}

export const AppContext = createContext<(AppTools & { readonly state: State }) | null>(null)

export function useApp(): AppTools & { readonly state: State } {
  const app = useContext(AppContext)
  if (app === null) throw new Error('This component stands outside of App.')
  return app
}
