import { partitionPoint } from '../record/index.ts'
import type { Features } from './features.ts'
import type { AlikeQuery, Filed, Filing, MemberQuery, Members, Ruling, StoryIndex } from './store.ts'

interface Posting {
  readonly article: string
  readonly day: number | null
  readonly weight: number
}

/** A story index that lives and dies with the process: for tests, benches and a single command's run. */
export class MemoryIndex implements StoryIndex {
  readonly #features = new Map<string, Features>()
  readonly #storyOf = new Map<string, string>()
  readonly #members = new Map<string, Set<string>>()
  readonly #byTerm = new Map<string, Posting[]>()
  readonly #byHash = new Map<number, string[]>()
  readonly #rulings = new Map<string, Ruling[]>()

  async alike(query: AlikeQuery): Promise<readonly string[]> {
    return [...new Set([...this.#byShingles(query), ...this.#byTerms(query)])]
  }

  async held(articles: readonly string[]): Promise<ReadonlyMap<string, Filed>> {
    const known = articles.filter(article => this.#features.has(article))
    return new Map(known.map(id => [id, { features: this.#features.get(id)!, story: this.#storyOf.get(id)! }]))
  }

  async members({ stories, day, limit }: MemberQuery): Promise<ReadonlyMap<string, Members>> {
    return new Map(
      stories.flatMap(story => {
        const all = [...(this.#members.get(story) ?? [])].map(id => ({ id, away: this.#away(id, day) }))
        all.sort((a, b) => a.away - b.away || compare(a.id, b.id))
        const articles = all.slice(0, limit).map(({ id }) => id)
        return all.length === 0 ? [] : [[story, { articles, size: all.length }] as const]
      }),
    )
  }

  async free(stories: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(stories.filter(story => !this.#members.has(story)))
  }

  async rulings(articles: readonly string[]): Promise<readonly Ruling[]> {
    return [...new Set(articles.flatMap(article => this.#rulings.get(article) ?? []))]
  }

  async keep(features: Features, filing: Filing): Promise<void> {
    this.#features.set(features.article, features)
    for (const { term, weight } of features.terms) {
      insert(listIn(this.#byTerm, term), { article: features.article, day: features.day, weight })
    }
    for (const hash of features.shingles) insertId(listIn(this.#byHash, hash), features.article)
    this.#put(features.article, filing.story)
    for (const { from, into } of filing.joined) for (const id of [...(this.#members.get(from) ?? [])]) this.#put(id, into)
    for (const { article, to } of filing.moved) this.#put(article, to)
  }

  async drop(article: string): Promise<void> {
    const held = this.#features.get(article)
    if (!held) return
    this.#leave(article)
    this.#features.delete(article)
    for (const { term } of held.terms) remove(this.#byTerm, term, posting => posting.article === article)
    for (const hash of held.shingles) remove(this.#byHash, hash, id => id === article)
  }

  /** Remembers a person's decision; a later one on the same two articles replaces it. */
  async rule(ruling: Ruling): Promise<void> {
    for (const article of [ruling.a, ruling.b]) {
      const kept = (this.#rulings.get(article) ?? []).filter(
        ({ a, b }) => ![a, b].every(id => id === ruling.a || id === ruling.b),
      )
      this.#rulings.set(article, [...kept, ruling])
    }
  }

  /** Every story with its articles, for whoever lists them. */
  stories(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#members
  }

  #byShingles({ shingles, perShingle, byShingles }: AlikeQuery): readonly string[] {
    const scores = new Map<string, number>()
    for (const hash of new Set(shingles)) {
      const articles = this.#byHash.get(hash) ?? []
      for (const article of articles.slice(0, perShingle)) scores.set(article, (scores.get(article) ?? 0) + 1)
    }
    return best(scores, byShingles)
  }

  #byTerms({ terms, day, perTerm, byTerms }: AlikeQuery): readonly string[] {
    const scores = new Map<string, number>()
    for (const { term, weight } of terms) {
      for (const posting of nearest(this.#byTerm.get(term) ?? [], day, perTerm)) {
        scores.set(posting.article, (scores.get(posting.article) ?? 0) + weight * posting.weight)
      }
    }
    return best(scores, byTerms)
  }

  #put(article: string, story: string): void {
    if (!this.#features.has(article)) return
    this.#leave(article)
    this.#storyOf.set(article, story)
    const members = this.#members.get(story) ?? new Set()
    members.add(article)
    this.#members.set(story, members)
  }

  #leave(article: string): void {
    const story = this.#storyOf.get(article)
    if (story === undefined) return
    const members = this.#members.get(story)!
    members.delete(article)
    if (members.size === 0) this.#members.delete(story)
    this.#storyOf.delete(article)
  }

  #away(article: string, day: number | null): number {
    const own = this.#features.get(article)!.day
    return day === null ? 0 : own === null ? Number.POSITIVE_INFINITY : Math.abs(own - day)
  }
}

/** The articles with the highest scores; ties by id. */
function best(scores: ReadonlyMap<string, number>, limit: number): readonly string[] {
  const hits = [...scores].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  return hits.slice(0, limit).map(([article]) => article)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By day, undated ones at the end; ties by id. */
function before(a: Posting, b: Posting): boolean {
  const [left, right] = [a.day ?? Number.POSITIVE_INFINITY, b.day ?? Number.POSITIVE_INFINITY]
  return left < right || (left === right && a.article < b.article)
}

function insert(list: Posting[], posting: Posting): void {
  list.splice(
    partitionPoint(list, other => before(other, posting)),
    0,
    posting,
  )
}

function insertId(list: string[], id: string): void {
  let at = list.length
  while (at > 0 && list[at - 1]! > id) at--
  list.splice(at, 0, id)
}

/** Up to `limit` at or after `day`, before it, and undated; the first ones by id where `day` is null. */
function nearest(list: readonly Posting[], day: number | null, limit: number): readonly Posting[] {
  if (list.length <= limit) return list
  const dated = firstAt(list, Number.POSITIVE_INFINITY)
  const undated = list.slice(dated, dated + limit)
  if (day === null) return [...list.slice(Math.max(0, dated - limit), dated), ...undated]
  const at = Math.min(firstAt(list, day), dated)
  return [...list.slice(Math.max(0, at - limit), at), ...list.slice(at, Math.min(dated, at + limit)), ...undated]
}

/** The first place whose day is not before `day`. */
function firstAt(list: readonly Posting[], day: number): number {
  return partitionPoint(list, posting => (posting.day ?? Number.POSITIVE_INFINITY) < day)
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

function remove<K, V>(map: Map<K, V[]>, key: K, gone: (item: V) => boolean): void {
  const list = map.get(key)
  if (!list) return
  const left = list.filter(item => !gone(item))
  if (left.length > 0) map.set(key, left)
  else map.delete(key)
}
