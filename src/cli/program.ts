import { Argument, Command, CommanderError, Option } from 'commander'
import { type Config, loadConfig } from '../config.ts'
import { FORMATS, type FormatName, NOTICE } from '../format/index.ts'
import { VERSION } from '../version.ts'
import type { ReadFlags } from './read.ts'
import { EXPORTS, type ExportName, withStore } from './store-options.ts'

/** Runs the command that `args` name and gives the exit status. Throws a HearsayError where nothing could be begun. */
export async function programFor(args: readonly string[]): Promise<number> {
  let status = 0
  const program = describe(async command => {
    status = await command()
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    // Commander has written its message by now; help and version end with 0, everything that is not understood with 2.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}

/** The command line, described. Each command's code is loaded only when it runs, so that `--help` answers at once. */
export function describe(run: (command: () => Promise<number>) => Promise<void>): Command {
  const program = new Command('hearsay')
    .description('Reads the news and tells who said what, on whose word, in the source’s own words.')
    .version(VERSION)
    .helpCommand(false)
    .showHelpAfterError('(hearsay --help tells what there is)')
    // Options that are set here go to the commands as well, which commander copies from their parent.
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'hearsay: usage: ')) })
    .addHelpText('after', `\n${NOTICE}`)
    .exitOverride()
  describeRead(program, run)
  describeCode(program, run)
  describeAdd(program, run)
  describeWatch(program, run)
  describeStories(program, run)
  describeExport(program, run)
  describeWork(program, run)
  describeServe(program, run)
  describeMcp(program, run)
  return program
}

type Run = (command: () => Promise<number>) => Promise<void>

const THREADS = ['--threads <n>', 'articles read at once (HEARSAY_THREADS)'] as const
const ALLOW_PRIVATE = ['--allow-private', 'fetch addresses inside private networks too'] as const

function describeRead(program: Command, run: Run): void {
  program
    .command('read')
    .description('Write one Reading an article to standard output; nothing is stored.')
    .argument('[input...]', 'text or HTML file, URL, .jsonl[.gz], .warc[.gz], .wacz or folder; none or - is standard input')
    .addOption(new Option('-f, --format <format>', formatHelp()).choices(Object.keys(FORMATS)))
    .option('--published <iso>', 'when the articles were published, ISO 8601; stands over what they say')
    .option('--publisher <name>', 'who publishes the articles; stands over what they say')
    .option(...THREADS)
    .option(...ALLOW_PRIVATE)
    .action((inputs: string[], flags: ReadFlags & Flags) =>
      run(async () => {
        const { read } = await import('./read.ts')
        return read(inputs, { flags, config: configOf(flags) })
      }),
    )
}

function describeCode(program: Command, run: Run): void {
  program
    .command('code')
    .description('Say what one party does to the other, where both are given, in PLOVER: a line of JSON for each line.')
    .argument('<input>', 'a .jsonl[.gz] file of {"uid", "sentence", "source", "target"}; - is standard input')
    .action((input: string) =>
      run(async () => {
        const { code } = await import('./code.ts')
        return code(input)
      }),
    )
}

function describeAdd(program: Command, run: Run): void {
  const command = program
    .command('add')
    .description(
      'Read the inputs, keep them and file them into stories: a line of JSON for each. Interrupted, it goes on where it stopped.',
    )
    .argument('<input...>', 'as for read, and feeds (RSS, Atom, RDF, JSON Feed, OPML); - is standard input')
    .option('--published <iso>', 'when the articles were published, ISO 8601; stands over what they say')
    .option('--publisher <name>', 'who publishes the articles; stands over what they say')
    .option(...THREADS)
    .option(...ALLOW_PRIVATE)
  withStore(command).action((inputs: string[], flags: ReadFlags & Flags) =>
    run(async () => {
      const { add } = await import('./add.ts')
      return add(inputs, { flags, config: configOf(flags) })
    }),
  )
}

function describeWatch(program: Command, run: Run): void {
  const command = program
    .command('watch')
    .description('Look at feeds again and again, and add what is new, until it is interrupted: a line of JSON for each article.')
    .argument('<feeds>', 'a list of feeds (OPML) or a feed, as a file or by its address')
    .option('--every <minutes>', 'between two looks (HEARSAY_EVERY)')
    .option(...THREADS)
    .option(...ALLOW_PRIVATE)
  withStore(command).action((feeds: string, flags: Flags) =>
    run(async () => {
      const { watch } = await import('./watch.ts')
      return watch(feeds, { config: configOf(flags) })
    }),
  )
}

function describeStories(program: Command, run: Run): void {
  const listed = program.command('stories').description('List the stories in the store, the latest first; nothing is left out.')
  withFormat(withStore(listed), ['text', 'jsonl', 'json', 'csv']).action((flags: StoreFormat & Flags) =>
    run(async () => {
      const { stories } = await import('./stories.ts')
      return stories({ format: flags.format, config: configOf(flags) })
    }),
  )
  const one = program.command('story').description('Show one story.').argument('<id>', 'as hearsay stories has it')
  withFormat(withStore(one), ['text', 'jsonl', 'json']).action((id: string, flags: StoreFormat & Flags) =>
    run(async () => {
      const { story } = await import('./stories.ts')
      return story(id, { format: flags.format, config: configOf(flags) })
    }),
  )
}

function describeExport(program: Command, run: Run): void {
  const command = program
    .command('export')
    .description('Write a table or a graph of the whole store.')
    .addArgument(new Argument('<what>', 'what to write').choices(EXPORTS))
  withFormat(withStore(command), ['jsonl', 'json', 'csv', 'graphml', 'ris', 'bibtex', 'csl']).action(
    (what: ExportName, flags: StoreFormat & Flags) =>
      run(async () => {
        const { exportFrom } = await import('./export.ts')
        return exportFrom(what, { format: flags.format, config: configOf(flags) })
      }),
  )
}

function describeWork(program: Command, run: Run): void {
  const command = program
    .command('work')
    .description('Read what others add to a store on PostgreSQL, until it is interrupted: one more worker, on any machine.')
    .option(...THREADS)
  withStore(command).action((flags: Flags) =>
    run(async () => {
      const { work } = await import('./work.ts')
      return work({ config: configOf(flags) })
    }),
  )
}

function withFormat(command: Command, formats: readonly string[]): Command {
  const option = new Option('-f, --format <format>', 'by default text on a terminal where there is one, jsonl elsewhere')
  return command.addOption(option.choices(formats))
}

interface StoreFormat {
  readonly format?: string
}

function describeServe(program: Command, run: Run): void {
  const command = program
    .command('serve')
    .description('Serve the web app and the REST interface on a store; where there is none yet, on the samples.')
    .option('--port <n>', 'port to listen on (HEARSAY_PORT, PORT)')
    .option('--host <address>', 'address to listen on (HEARSAY_HOST)')
    .option(...THREADS)
    .option(...ALLOW_PRIVATE)
  withStore(command).action((flags: Flags) =>
    run(async () => {
      const { serveUntilStopped } = await import('./serve.ts')
      return serveUntilStopped(configOf(flags))
    }),
  )
}

function describeMcp(program: Command, run: Run): void {
  const command = program
    .command('mcp')
    .description('Let assistants ask a store: the Model Context Protocol on standard input and output.')
    .option(...THREADS)
    .option(...ALLOW_PRIVATE)
  withStore(command).action((flags: Flags) =>
    run(async () => {
      const { mcp } = await import('./mcp.ts')
      return mcp({ config: configOf(flags) })
    }),
  )
}

interface Flags {
  readonly port?: string
  readonly host?: string
  readonly threads?: string
  readonly allowPrivate?: boolean
  readonly every?: string
  readonly data?: string
  readonly database?: string
}

function configOf({ port, host, threads, allowPrivate, every, data, database }: Flags): Config {
  return loadConfig({ flags: { port, host, threads, allowPrivate, every, data, database } })
}

function formatHelp(): string {
  const names: readonly FormatName[] = ['text', 'jsonl']
  return `by default ${names[0]} on a terminal, ${names[1]} elsewhere`
}
