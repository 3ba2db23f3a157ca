import type { Appearance, Joined, Lineage, Range } from '../../record/index.ts'

/** Everything that the pages of stories say beyond the articles' own words. */
export const STANCE: Record<Appearance['stance'], string> = {
  asserts: 'says so',
  denies: 'denies it',
  withdraws: 'withdraws it',
  answers: 'answers it',
  withholds: 'declines to say',
}

const LINEAGE: Record<Lineage['kind'], string> = {
  copy: 'copies',
  rewrite: 'rewrites',
  cite: 'cites',
  common: 'shares with',
}

/** What the later article does to the other; where it is unclear which took from which, neither is said to have done it. */
export function lineageInWords({ kind, direction }: Lineage): string {
  return direction === 'unclear' && kind !== 'common' ? 'shares words with' : LINEAGE[kind]
}

export const COMMON: Record<NonNullable<Lineage['commonWith']>, string> = {
  release: 'both print a press release',
  speech: 'both quote a speech',
}

export const JOINED: Record<Joined['kind'], string> = {
  name: 'the same name',
  alias: 'the same short name',
  title: 'the same title',
  office: 'the same office',
  place: 'the same place',
  value: 'the same value',
  text: 'the same words',
  meaning: 'in other words',
  answer: 'in answer to it',
  deed: 'the same deed',
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** "2–3 separate origins", the lower bound first. */
export function originsInWords([least, most]: Range): string {
  return least === most ? `${count(most, 'separate origin')}` : `${least}–${most} separate origins`
}

/** The same, where the line has little room. */
export function rangeInWords([least, most]: Range): string {
  return least === most ? count(most, 'origin') : `${least}–${most} origins`
}

/** Names in a row: "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
