import type { Span } from '../../record/index.ts'
import { REPORTING } from './lexicon.ts'

/**
 * The dictionary form of a cue's head: its first word that is a verb and no auxiliary ("has yet to explain why" → "explain"), else
 * its last noun ("in a statement" → "statement"); null where the cue is no word (":", "―").
 *
 * Irregular forms from a table, regular ones by rule, with the list of reporting verbs to tell "noted" (note) from "jotted" (jot).
 * Gap: a rare verb that drops an e ("opined" is listed, another might come out without its e).
 */
export function lemmaOf(body: string, cue: readonly Span[]): string | null {
  const words = cue.flatMap(([start, end]) => cueWords(body.slice(start, end)))
  if (words.length === 0) return null
  if (words[0] === 'according') return 'according'
  const head = words.find(isVerbForm) ?? words.findLast(word => !SMALL.has(word)) ?? words[0]!
  return baseForm(head)
}

function cueWords(text: string): string[] {
  const plain = text.replace(INVISIBLE, '').toLowerCase()
  return plain.match(/\p{L}[\p{L}\p{M}-]*/gu)?.filter(word => word !== 's' && word !== 't') ?? []
}

/** Soft hyphens, zero-width characters: they stand inside words and are not read. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** Auxiliaries and particles that stand before a cue's head. */
const SMALL = new Set(
  `a an the and or of to in on at by for from with about as that this these those it its his her their has have had having is are
   was were be been being am do does did doing done not never no n't isn wasn didn doesn don won wouldn couldn hasn haven will would
   can could may might must shall should also then still even yet just only once again later earlier already often always repeatedly
   first so far more most much very who which what when where why how if whether there here him them me us you he she they we i
   during after before over under upon into`.split(/\s+/),
)

function isVerbForm(word: string): boolean {
  if (SMALL.has(word) || word.endsWith('ly')) return false
  return word in IRREGULAR || REPORTING.has(word) || REPORTING.has(baseForm(word)) || /(?:ed|ing)$/.test(word)
}

/** The dictionary form of one English word in lower case. */
export function baseForm(word: string): string {
  const irregular = IRREGULAR[word]
  if (irregular) return irregular
  if (REPORTING.has(word)) return word
  for (const candidate of candidates(word)) if (REPORTING.has(candidate)) return candidate
  return byRule(word)
}

function candidates(word: string): string[] {
  if (word.endsWith('ies') || word.endsWith('ied')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)]
  if (word.endsWith('ing')) return stems(word.slice(0, -3))
  if (word.endsWith('ed')) return stems(word.slice(0, -2))
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)]
  if (word.endsWith('s')) return [word.slice(0, -1)]
  return []
}

function stems(stem: string): string[] {
  const single = /([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [`${stem}e`, stem, ...single]
}

function byRule(word: string): string {
  if (word.endsWith('ied') || word.endsWith('ies')) return `${word.slice(0, -3)}y`
  const stem = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : null
  if (stem !== null && /[aeiouy]/.test(stem) && stem.length > 1) {
    if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
    const dropsE =
      /(?:[cgsvzu]|[^aeiou]l|dg|[aeiou]t|[^aeiou][aeiou][knr])$/.test(stem) && !/(?:ss|ng|us|en|er|on|it|et|in|el|ow)$/.test(stem)
    return dropsE ? `${stem}e` : stem
  }
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  `said:say says:say told:tell wrote:write written:write spoke:speak spoken:speak thought:think knew:know known:know felt:feel
   found:find held:hold made:make gave:give given:give went:go gone:go took:take taken:take came:come saw:see seen:see got:get
   began:begin begun:begin swore:swear sworn:swear sought:seek meant:mean left:leave kept:keep led:lead paid:pay sent:send
   shown:show sang:sing struck:strike stood:stand taught:teach understood:understand fought:fight forgot:forget brought:bring
   bought:buy built:build drew:draw drawn:draw drove:drive flew:fly broke:break broken:break chose:choose chosen:choose lost:lose
   heard:hear ran:run sat:sit shook:shake threw:throw thrown:throw withdrew:withdraw withdrawn:withdraw stole:steal stolen:steal stuck:stick put:put let:let set:set cut:cut
   read:read cast:cast hit:hit bet:bet beat:beat foresaw:foresee foreseen:foresee forecast:forecast laid:lay lay:lie lied:lie
   lies:lie lying:lie dying:die tied:tie died:die won:win wept:weep wound:wind rose:rise risen:rise fell:fall
   fallen:fall grew:grow grown:grow became:become bade:bid upheld:uphold overheard:overhear retold:retell foretold:foretell
   does:do did:do done:do has:have had:have is:be are:be was:be were:be been:be being:be quit:quit spread:spread
   analyses:analysis criticisms:criticism sees:see agrees:agree agreed:agree agreeing:agree disagreed:disagree
   disagreeing:disagree guaranteed:guarantee seeing:see fleeing:flee freed:free decreed:decree focused:focus focussed:focus
   focusing:focus travelled:travel labelled:label labeled:label cancelled:cancel signalled:signal signaled:signal
   counselled:counsel quarrelled:quarrel emailed:email`
    .split(/\s+/)
    .map(pair => pair.split(':') as [string, string]),
)
