import type { Claim, Lineage, Origin, Range, Span, Story } from '../record/index.ts'
import { piecesOf, textOf } from '../record/index.ts'
import { type Paint, paintFor } from './colour.ts'
import { fold, shown } from './fold.ts'
import { PLAIN, type Style } from './format.ts'
import { NOT_HEARD_HERE, NOTICE } from './notice.ts'

/** A Story and the words of its articles. */
export interface ToldStory {
  readonly story: Story
  /** An article's `articleBody`; null where it is not at hand, so that only what the Story itself holds is shown of it. */
  readonly bodyOf: (article: string) => string | null
}

interface View extends ToldStory {
  readonly paint: Paint
  readonly line: (text: string, indent?: string) => string
  readonly origins: ReadonlyMap<string, Origin>
  /** Names of a Story's entities. */
  readonly names: ReadonlyMap<string, string>
  readonly outlets: ReadonlyMap<string, string>
}

/** A Story for people: what is claimed and on whose word, who took from whom, what differs, who is not heard, what happened when. */
export function storyText(told: ToldStory, style: Style = PLAIN): string {
  const { story } = told
  const paint = paintFor(style)
  const view: View = {
    ...told,
    paint,
    line: (text, indent = '') => fold(text, { width: style.width, indent }),
    origins: new Map(story.origins.map(origin => [origin.id, origin])),
    names: new Map(story.entities.map(({ id, name }) => [id, shown(name)])),
    outlets: new Map(story.articles.map(({ id, publisher }) => [id, shown(publisher ?? id)])),
  }
  const { line } = view
  const publishers = new Set(story.articles.map(({ id, publisher }) => publisher ?? `article ${id}`)).size
  const facts = [of(story.articles.length, 'article'), of(publishers, 'outlet'), rangeWords(story.independentOrigins)]
  return [
    line(paint.strong(shown(story.name))),
    line(paint.dim([...facts, period(story), shown(story.id)].filter(Boolean).join(' · '))),
    part(
      'Claims, the most told first',
      story.claims.map(claim => claimLines(claim, view)),
      view,
    ),
    part(
      'Articles',
      story.articles.map(article => line(articleWords(article), '  ')),
      view,
    ),
    part(
      'Who took from whom',
      story.lineage.map(link => line(lineageWords(link, view), '  ')),
      view,
    ),
    part(
      'Told differently',
      story.disagreements.map(one => disagreementLines(one, view)),
      view,
    ),
    part(NOT_HEARD_HERE, notHeard(view), view),
    part('When', timelineLines(view), view),
    '\n',
    line(paint.dim(NOTICE)),
  ].join('')
}

function part(title: string, lines: readonly string[], { paint, line }: View): string {
  return lines.length === 0 ? '' : `\n${line(paint.strong(title))}${lines.join('')}`
}

function claimLines(claim: Claim, view: View): string {
  const { line, paint } = view
  const articles = new Set(claim.appearances.map(({ article }) => article)).size
  return [
    line(
      piecesOf(claim)
        .map(piece => paint.words(shown(piece)))
        .join(' […] '),
      '  ',
    ),
    line(`told in ${of(articles, 'article')}, ${rangeWords(claim.independentOrigins)}`, '    '),
    ...claim.origins.map(id => line(originWords(view.origins.get(id)!, claim, view), '    ')),
    ...standsAgainst(claim, view).map(words => line(words, '    ')),
    ...claim.lostAttribution.flatMap(lost => lostLines(lost, view)),
  ].join('')
}

/** "o1 Inga Solberg, in the Norland Press Agency: own telling, shared text; carried by …; may be o2 (same speaker)". */
function originWords(origin: Origin, claim: Claim, { paint, names, outlets }: View): string {
  const { id, root, articles, why } = origin
  const outlet = outlets.get(root.article)!
  const isQuoted = claim.appearances.some(({ article, statement }) => article === root.article && statement !== null)
  const nobody = isQuoted ? `${outlet}, speaker unclear` : `${outlet}, which names no source`
  const who = root.speaker === null ? nobody : `${paint.speaker(names.get(root.speaker)!)} in ${outlet}`
  const telling = new Set(claim.appearances.map(({ article }) => article))
  const carriers = articles
    .filter(article => article !== root.article && telling.has(article))
    .map(article => outlets.get(article)!)
  const same = origin.mayBeSameAs.filter(({ origin: other }) => claim.origins.includes(other))
  return [
    `${id} ${who}: ${why.join(', ')}`,
    ...(carriers.length > 0 ? [`also in ${[...new Set(carriers)].join(', ')}`] : []),
    ...same.map(({ origin: other, why: reason }) => `may be ${other} (${reason})`),
  ].join('; ')
}

function standsAgainst({ appearances }: Claim, { names, outlets, paint }: View): readonly string[] {
  const words = { denies: 'denied', withdraws: 'withdrawn', answers: 'answered', withholds: 'not commented on' } as const
  return appearances.flatMap(({ stance, speaker, article }) => {
    if (stance === 'asserts') return []
    const who = speaker === null ? 'speaker unclear' : names.get(speaker)!
    return [`${words[stance]} by ${paint.speaker(who)} in ${outlets.get(article)}`]
  })
}

function lostLines({ article, span, from, direction }: Claim['lostAttribution'][number], view: View): readonly string[] {
  const { line, outlets, paint } = view
  const where = `${outlets.get(article)} names nobody for what ${outlets.get(from.article)} gave in somebody’s mouth`
  return [
    line(`${paint.trouble('attribution lost')}: ${where}${direction === 'unclear' ? ', whichever was first' : ''}`, '    '),
    ...[quoted(view, from.article, from.span), quoted(view, article, span)].flatMap(words =>
      words === null ? [] : [line(words, '      │ ')],
    ),
  ]
}

function quoted({ bodyOf, paint }: View, article: string, span: Span): string | null {
  const body = bodyOf(article)
  return body === null ? null : paint.words(shown(textOf(body, span)))
}

function articleWords({ datePublished, publisher, family, headline, id, origins }: Story['articles'][number]): string {
  const outlet = shown(publisher ?? 'unknown outlet')
  const owned = family === null || family === publisher ? outlet : `${outlet} (${shown(family)})`
  return `${datePublished ?? 'undated'}  ${owned}: ${shown(headline ?? id)}${origins.length > 0 ? ` [${origins.join(' ')}]` : ''}`
}

function lineageWords({ from, to, kind, commonWith, credited, direction, share }: Lineage, { outlets }: View): string {
  const [a, b] = [outlets.get(from), outlets.get(to)]
  if (kind === 'common') return `${a} – ${b}: both have the same ${commonWith ?? 'text'}`
  const verb = { copy: 'copies', rewrite: 'rewrites', cite: 'cites' }[kind]
  const words = direction === 'known' ? `${b} ${verb} ${a}` : `${a} – ${b}: ${kind}, unclear which was first`
  const much = kind === 'cite' ? [] : [`${Math.round(share * 100)} % of its words`]
  return `${words} · ${[...much, ...(credited ? ['says so'] : kind === 'cite' ? [] : ['does not say so'])].join(' · ')}`
}

function disagreementLines({ about, values }: Story['disagreements'][number], { line, paint, outlets }: View): string {
  const each = values.map(({ value, article, origins }) =>
    line(`${paint.words(shown(value))} · ${outlets.get(article)}${origins.length > 0 ? ` · ${origins.join(' ')}` : ''}`, '    '),
  )
  return `${line(shown(about), '  ')}${each.join('')}`
}

function notHeard({ story, names, line }: View): readonly string[] {
  return story.heard
    .filter(({ direct, indirect }) => direct + indirect === 0)
    .map(({ entity, sought }) => line(`${names.get(entity)}${sought ? ' (was asked)' : ''}`, '  '))
}

function timelineLines({ story, names, line, bodyOf }: View): readonly string[] {
  const events = new Map(story.events.map(event => [event.id, event]))
  return story.timeline.map(({ time, event: id }) => {
    const { eventType, modality, actors, recipients, appearances, independentOrigins } = events.get(id)!
    const { article, trigger } = appearances[0]!
    const body = bodyOf(article)
    const deed = body === null ? '' : `“${trigger.map(span => shown(textOf(body, span))).join(' […] ')}”`
    const who = [actors, recipients].map(ids => ids.map(each => names.get(each)).join(', '))
    const parts = [[who[0], deed, who[1]].filter(Boolean).join(' → '), eventType, modality === 'planned' ? 'planned' : '']
    return line(`${time}  ${[...parts, rangeWords(independentOrigins)].filter(Boolean).join(' · ')}`, '  ')
  })
}

function period({ firstPublished, lastPublished }: Story): string {
  if (firstPublished === null || lastPublished === null) return ''
  return firstPublished === lastPublished ? firstPublished : `${firstPublished} to ${lastPublished}`
}

export function of(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** "2–3 origins": the least first. */
export function rangeWords([least, most]: Range): string {
  return least === most ? of(least, 'origin') : `${least}–${most} origins`
}
