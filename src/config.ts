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
  const config: Record<string, string | number | boolean> = {}
  for (const [name, setting] of Object.entries(SETTINGS) as [keyof Config, Setting][]) {
    const variable = setting.environment.find(each => (environment[each] ?? '') !== '')
    if (flags[name] !== undefined) config[name] = settingOf(flags[name], { setting, place: setting.flag ?? name })
    else if (variable !== undefined) config[name] = settingOf(environment[variable], { setting, place: variable })
    else if (file.values[name] !== undefined) {
      config[name] = settingOf(file.values[name], { setting, place: `"${name}" in ${file.path}` })
    } else config[name] = setting.default
  }
  // https://no-color.org: present and not empty, whatever it says.
  if ((environment.NO_COLOR ?? '') !== '') config.colour = false
  return Object.freeze(config) as unknown as Config
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
