import type { Features } from '../features.ts'
import type { Filing, StoryIndex } from '../store.ts'
import type { Compared } from './apart.ts'
import { groupsOf } from './groups.ts'
import { likenessOf } from './likeness.ts'
import { namesFor } from './names.ts'
import { type Pool, poolOf } from './pool.ts'
import { whyApart, whyTogether } from './why.ts'

/**
 * Where an article belongs among those that the index holds. What is like it is taken with the stories of these, and filed anew as if
 * all had come at once: so an article that comes late may join two stories that are one, or show that one was two. Nothing is changed;
 * the work does not grow with the index.
 */
export async function fileArticle(features: Features, index: StoryIndex): Promise<Filing> {
  const pool = await poolOf(features, index)
  const compared = comparedIn(pool.articles)
  const groups = groupsOf(compared, boundIn(pool)).map(places => places.map(place => pool.articles[place]!.article))
  const names = await namesFor(groups, { article: features.article, stories: pool.stories, index })
  const story = names.of(features.article)
  const fellows = groups.find(group => group.includes(features.article))!.filter(id => id !== features.article)
  const reasons = { pool, compared }
  const joined = [...new Set(pool.stories.values())].sort().flatMap(from => {
    const into = names.joins(from)
    return into === null ? [] : [{ from, into, why: whyTogether(idsIn(pool, from), names.members(into, from), reasons) }]
  })
  const gone = new Map(joined.map(({ from, into }) => [from, into]))
  const moved = [...pool.stories].flatMap(([article, was]) => {
    const from = gone.get(was) ?? was
    const to = names.of(article)
    if (to === from) return []
    const others = names.groupOf(article).filter(id => id !== article)
    return [{ article, from, to, why: others.length > 0 ? whyTogether([article], others, reasons) : whyApart(article, reasons) }]
  })
  return {
    article: features.article,
    story,
    opened: ![...pool.stories.values()].includes(story),
    why: fellows.length > 0 ? whyTogether([features.article], fellows, reasons) : whyApart(features.article, reasons),
    joined,
    moved,
  }
}

function comparedIn(articles: readonly Features[]): Compared {
  const links = articles.map(() => new Float64Array(articles.length))
  articles.forEach((one, i) => {
    for (let j = 0; j < i; j++) links[i]![j] = links[j]![i] = likenessOf(one, articles[j]!)
  })
  return { pool: articles, links }
}

function boundIn({ articles, stories, partial, rulings }: Pool) {
  const places = new Map(articles.map(({ article }, place) => [article, place]))
  const pairs = (wanted: boolean) =>
    rulings.flatMap(({ a, b, together }) => {
      const [one, other] = [places.get(a), places.get(b)]
      return together === wanted && one !== undefined && other !== undefined ? [[one, other] as const] : []
    })
  const whole = [...partial].map(story =>
    articles.flatMap(({ article }, place) => (stories.get(article) === story ? [place] : [])),
  )
  return { together: [...whole, ...pairs(true)], apart: pairs(false) }
}

function idsIn({ stories }: Pool, story: string): readonly string[] {
  return [...stories].flatMap(([id, each]) => (each === story ? [id] : []))
}
