import type { Content } from '../content.ts'
import type { Telling } from '../tellings.ts'

/**
 * The content of a telling together with that of its verb, where a clause that hangs on its noun stands between them: "*nine people* who had been
 * out shopping *were taken to hospital*"; its own where none does.
 */
export function carriedOn(tellings: readonly Telling[], item: number, body: string): Content {
  const own = tellings[item]!
  const [hanging, verb] = [tellings[item + 1], tellings[item + 2]]
  const isCut =
    own.content.verbAt === -1 &&
    [hanging, verb].every(each => each?.article === own.article && each.sentence === own.sentence) &&
    /^,? (?:who|which|that) $/.test(body.slice(own.span[1], hanging!.span[0])) &&
    verb!.content.verbAt === 0 &&
    /^,? $/.test(body.slice(hanging!.span[1], verb!.span[0]))
  return isCut ? together(own.content, verb!.content) : own.content
}

function together(noun: Content, verb: Content): Content {
  const shift = noun.words.length
  const known = new Set(noun.terms.map(({ key }) => key))
  return {
    ...verb,
    terms: [...noun.terms, ...verb.terms.filter(({ key }) => !known.has(key)).map(term => ({ ...term, at: term.at + shift }))],
    carried: new Set([...noun.carried, ...verb.carried]),
    amounts: [...noun.amounts, ...verb.amounts],
    dates: [...noun.dates, ...verb.dates],
    verbAt: verb.verbAt + shift,
    words: [...noun.words, ...verb.words],
    main: null,
  }
}
