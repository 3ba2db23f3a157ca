import type { Reader } from '../reader.ts'
import type { Intake, Outcome } from '../store/intake.ts'
import type { Store } from '../store/store.ts'
import { startWorker, type Worker } from '../store/worker.ts'

/** Inputs that are to be read, here or by another worker of the same store. */
export interface Waiting {
  /** What becomes of an input; rejects where the store or the reader fails as a whole. */
  outcomeOf(input: number): Promise<Outcome>
  /** Lets what is being read here come to its end. */
  stop(): Promise<void>
}

interface Given {
  readonly store: Store
  readonly intake: Intake
  readonly read: Reader['read']
  /** How many inputs are in hand at once. */
  readonly limit: number
}

interface Promised {
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

/** Milliseconds between two looks at what other workers have done. */
const LOOK_MS = 300

/** Starts a worker of this process with the first input that waits. */
export function waitingOn({ store, intake, read, limit }: Given): Waiting {
  const promised = new Map<number, Promised[]>()
  let worker: Worker | undefined
  let stopped = false
  let look: NodeJS.Timeout | undefined
  let failure: { readonly error: unknown } | undefined

  const settle = (input: number, outcome: Outcome) => {
    const [first, ...others] = promised.get(input) ?? []
    promised.delete(input)
    first?.resolve(outcome)
    // The same page given twice at once is one input: after the first of its lines nothing has changed.
    const again = outcome.outcome === 'failed' ? outcome : ({ ...outcome, outcome: 'unchanged' } as const)
    for (const other of others) other.resolve(again)
  }
  const fail = (error: unknown) => {
    failure ??= { error }
    for (const list of promised.values()) for (const { reject } of list) reject(error)
    promised.clear()
  }
  const lookAround = async () => {
    if (promised.size > 0) for (const [input, outcome] of await intake.done([...promised.keys()])) settle(input, outcome)
  }
  const start = () => {
    worker = startWorker({ database: store.database, intake, read, limit, onDone: settle, onFailure: fail })
    const again = () => {
      if (!stopped) look = setTimeout(() => lookAround().catch(fail).finally(again), LOOK_MS)
    }
    again()
  }
  return {
    outcomeOf: input =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure.error)
        promised.set(input, [...(promised.get(input) ?? []), { resolve, reject }])
        if (worker === undefined) start()
        worker?.wake()
      }),
    stop: async () => {
      stopped = true
      clearTimeout(look)
      await worker?.stop()
    },
  }
}
