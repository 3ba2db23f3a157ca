import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Correction } from '../../../record/index.ts'

/** What the parts of a story page can do beyond showing it. */
export interface StoryTools {
  /** Sends a correction and shows the story anew. */
  readonly correct: (correction: Correction, done: string) => void
  readonly undo: (id: number) => void
  /** While a correction is on its way no other begins. */
  readonly busy: boolean
}

export const StoryToolsContext = createContext<StoryTools | null>(null)

export function useStoryTools(): StoryTools {
  const tools = useContext(StoryToolsContext)
  if (tools === null) throw new Error('This component stands outside of a story page.')
  return tools
}
