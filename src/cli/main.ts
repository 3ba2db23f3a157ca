import { HearsayError } from '../errors.ts'
import { isBrokenPipe } from './output.ts'
import { programFor } from './program.ts'
import { explain } from './trouble.ts'

/** What a command ends with. */
export const STATUS = { allRead: 0, someFailed: 1, wrongUsage: 2 } as const

/** Runs the command line `args` (without node and script) on this process's streams, and ends the process with its status. */
export async function main(args: readonly string[]): Promise<void> {
  // Errors of the output are met where it is written; without a listener they would end the process before.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  const status = await statusOf(args)
  // Standard input that somebody still holds open must not keep a finished command alive, but what was written has to leave.
  process.stdout.write('', () => process.exit(status))
}

async function statusOf(args: readonly string[]): Promise<number> {
  try {
    return await programFor(args)
  } catch (error) {
    if (isBrokenPipe(error)) return STATUS.allRead
    process.stderr.write(explain(error))
    // A port that is taken, or a damaged installation: the usage was right all the same.
    return error instanceof HearsayError && error.code === 'usage' ? STATUS.wrongUsage : STATUS.someFailed
  }
}
