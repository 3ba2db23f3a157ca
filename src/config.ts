import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, homedir } from 'node:os'
import { join } from 'node:path'
import { HearsayError } from './errors.ts'

/**
 * Every setting, once. A flag stands over the environment, that over the config file, that over the default.
 * `docs/configuration.md` is made from this list.
 */
export const SETTINGS = {
  threads: {
    kind: 'number',
    least: 1,
    most: 256,
    unit: 'threads',
    default: Math.min(2, availableParallelism()),
    defaultSaid: 'the cores of the machine, at most 2',
    environment: ['HEARSAY_THREADS'],
    flag: '--threads',
    about: 'Articles read at once; each thread holds its own copy of the model (about 100 MB).',
  },
  port: {
    kind: 'number',
    least: 0,
    most: 65_535,
    unit: 'TCP port',
    default: 8080,
    environment: ['HEARSAY_PORT', 'PORT'],
    flag: '--port',
    about: 'Where `hearsay serve` listens; 0 takes any free port.',
  },
  host: {
    kind: 'text',
    unit: 'address',
    default: '127.0.0.1',
    environment: ['HEARSAY_HOST'],
    flag: '--host',
    about: 'The address that `hearsay serve` listens on; every other than the default lets other machines in.',
  },
  allowPrivate: {
    kind: 'switch',
    unit: 'yes or no',
    default: false,
    environment: ['HEARSAY_ALLOW_PRIVATE'],
    flag: '--allow-private',
    about: 'Whether addresses inside private networks are fetched.',
  },
  every: {
    kind: 'number',
    least: 1,
    most: 1440,
    unit: 'minutes',
    default: 15,
    environment: ['HEARSAY_EVERY'],
    flag: '--every',
    about: 'How long `hearsay watch` waits between two looks at its feeds.',
  },
  data: {
    kind: 'text',
    unit: 'folder',
    default: '',
    defaultSaid: "`hearsay` in the user's data folder",
    environment: ['HEARSAY_DATA'],
    flag: '--data',
    about: 'Where the store is kept on this machine.',
  },
  database: {
    kind: 'text',
    unit: 'address',
    default: '',
    defaultSaid: 'none',
    environment: ['HEARSAY_DATABASE'],
    flag: '--database',
    about: 'A PostgreSQL server (`postgresql://name:password@host/database`) that keeps the store instead of a folder.',
  },
  colour: {
    kind: 'switch',
    unit: 'yes or no',
    default: true,
    environment: [],
    flag: null,
    about: 'Whether text on a terminal is coloured; the environment variable NO_COLOR, set to anything, says no.',
  },
} as const satisfies Readonly<Record<string, Setting>>

export type Setting = {
  readonly unit: string
  /** Names in the environment; the first one set counts. */
  readonly environment: readonly string[]
  readonly flag: string | null
  readonly about: string
  /** What the documentation says where the default depends on the machine. */
  readonly defaultSaid?: string
} & (
  | { readonly kind: 'number'; readonly default: number; readonly least: number; readonly most: number }
  | { readonly kind: 'text'; readonly default: string }
  | { readonly kind: 'switch'; readonly default: boolean }
)

export interface Config {
  readonly threads: number
  readonly port: number
  readonly host: string
  readonly allowPrivate: boolean
  readonly colour: boolean
  /** Minutes. */
  readonly every: number
  readonly data: string
  /** Null where the store is in the folder. */
  readonly database: string | null
}

/** What a run is given, each as it was written. */
export interface ConfigSources {
  readonly flags?: Readonly<Partial<Record<keyof Config, string | boolean | number>>>
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Where a config file is looked for first. */
  readonly folder?: string
}

/** The frozen settings of this run. Throws `usage`, naming the place, where a value is not of its kind. */
export function loadConfig({ flags = {}, environment = process.env, folder = process.cwd() }: ConfigSources = {}): Config {
  const file = readConfigFile(configFilesIn({ environment, folder }))
  const config: Record<string, string | number | boolean | null> = {}
  const given: Partial<Record<keyof Config, Rank>> = {}
  for (const [name, setting] of Object.entries(SETTINGS) as [keyof Config, Setting][]) {
    const variable = setting.environment.find(each => (environment[each] ?? '') !== '')
    if (flags[name] !== undefined) {
      config[name] = settingOf(flags[name], { setting, place: setting.flag ?? name })
      given[name] = RANK.flag
    } else if (variable !== undefined) {
      config[name] = settingOf(environment[variable], { setting, place: variable })
      given[name] = RANK.environment
    } else if (file.values[name] !== undefined) {
      config[name] = settingOf(file.values[name], { setting, place: `"${name}" in ${file.path}` })
      given[name] = RANK.file
    } else config[name] = setting.default
  }
  if (!isOnServer(given)) config.database = null
  if (config.data === '') config.data = defaultFolderIn(environment)
  // https://no-color.org: present and not empty, whatever it says.
  if ((environment.NO_COLOR ?? '') !== '') config.colour = false
  return Object.freeze(config) as unknown as Config
}

/** What stands over what: the higher number. */
const RANK = { file: 1, environment: 2, flag: 3 } as const
type Rank = (typeof RANK)[keyof typeof RANK]

/** A store is in one place: of a folder and a server, the one that was said in the stronger way. */
function isOnServer({ data = 0, database = 0 }: { readonly data?: number; readonly database?: number }): boolean {
  if (data === database && data !== 0) {
    throw new HearsayError('usage', 'A store is in a folder (--data) or on a server (--database), and both are given.')
  }
  return database > data
}

/** Whether the store is where it is when nobody says where. */
export function isDefaultFolder({ data }: Config, environment: ConfigSources['environment'] = process.env): boolean {
  return data === defaultFolderIn(environment)
}

function defaultFolderIn(environment: Readonly<Record<string, string | undefined>>): string {
  return join(dataFolderIn(environment), 'hearsay')
}

/** Where this platform keeps a user's data: the XDG Base Directory Specification, and what macOS and Windows have in its place. */
function dataFolderIn(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return environment.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
  return environment.XDG_DATA_HOME || join(homedir(), '.local', 'share')
}

/** Where a config file may lie; the first that exists counts alone. */
function configFilesIn({ environment, folder }: Required<Pick<ConfigSources, 'environment' | 'folder'>>): readonly string[] {
  const home = environment.XDG_CONFIG_HOME || join(homedir(), '.config')
  return [join(folder, 'hearsay.config.json'), join(home, 'hearsay', 'config.json')]
}

interface ConfigFile {
  readonly path: string
  readonly values: Readonly<Record<string, unknown>>
}

function readConfigFile(paths: readonly string[]): ConfigFile {
  const path = paths.find(each => existsSync(each))
  if (path === undefined) return { path: '', values: {} }
  const values = parsedFile(path)
  const unknown = Object.keys(values).find(name => !Object.hasOwn(SETTINGS, name))
  if (unknown !== undefined) throw new HearsayError('usage', `${path} has "${unknown}", which is no setting.`)
  return { path, values }
}

function parsedFile(path: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new HearsayError('usage', `${path} is not JSON.`, { cause: error })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new HearsayError('usage', `${path} is not a JSON object.`)
}

interface Where {
  readonly setting: Setting
  readonly place: string
}

function settingOf(value: unknown, { setting, place }: Where): string | number | boolean {
  if (setting.kind === 'number') return numberOf(value, { setting, place })
  if (setting.kind === 'switch') return switchOf(value, place)
  if (typeof value === 'string' && value !== '') return value
  throw new HearsayError('usage', `${place} has to be a text.`)
}

function numberOf(value: unknown, { setting, place }: Where): number {
  const { least, most } = setting as Extract<Setting, { kind: 'number' }>
  const number = typeof value === 'number' ? value : /^\d+$/.test(String(value)) ? Number(value) : Number.NaN
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new HearsayError('usage', `${place} has to be a whole number from ${least} to ${most}, not "${value}".`)
}

const SWITCHES: Readonly<Record<string, boolean>> = { '1': true, yes: true, true: true, '0': false, no: false, false: false }

function switchOf(value: unknown, place: string): boolean {
  const found = SWITCHES[String(value).toLowerCase()]
  if (found !== undefined) return found
  throw new HearsayError('usage', `${place} has to be yes or no, not "${value}".`)
}
