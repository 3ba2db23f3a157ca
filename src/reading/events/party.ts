import { INERT } from './lexicon.ts'
import type { Token } from './line.ts'
import { type Party, partiesFrom, partyOf } from './phrase.ts'
import { COUNTS, DETERMINERS, PRONOUNS, set, TIMES } from './small-words.ts'

/** Deeds, words and other things that stand for whoever's they are. */
const ACTS = set(
  `request decision bid plan offer proposal bill call calls appeal demand policy policies attack treatment move resolution invitation ruling order law budget
   statement reform reforms effort efforts visit agreement treaty truce ceasefire deal talks use killing arrest detention crackdown response handling report verdict result
   results election vote amendment claim claims charge role position stance complaint strike protest motion action actions dialogue removal violence war raid raids bombing shelling announcement approach
   practice conduct abuse abuses violations violation threat threats campaign initiative sanctions tariffs idea suggestion petition plea pleas invitation motion test tests launch launches nomination remark remarks comment comments tweet tweets proposals news crackdown intervention invasion strikes shooting bombings terrorism
   legislation contribution measure measures compromise settlement investigation inquiry withdrawal appointment agenda rhetoric speech language ad ads orders rule rules idea ideas opening release
   conviction sentence execution executions assassination massacre legacy record behaviour behavior failure refusal conditions terms lawsuit subpoena subpoenas demands declaration crime crimes argument arguments view views notion challenge map maps`,
)
/** A deed or a word of somebody's. */
export const isAct = (word: string): boolean => ACTS.has(word) || ACTS.has(word.replace(/s$/, ''))

/** Acts of which "of" names who does them: "the appeal of two editors". */
const ASKING = set('appeal request plea petition bid offer proposal plan policy decision ruling protest complaint')

/** Whose act a phrase speaks of: "Ecuador's request" is Ecuador's, "calls by Greenpeace" Greenpeace's; the phrase itself where it is no act. */
export function partiesMeant(line: readonly Token[], from: number): Party[] {
  if (line[from]?.lower === 'what') {
    // "struck what the army called a store".
    const called = line.findIndex((token, i) => i > from && i < from + 6 && /^(?:called|calls|described)$/.test(token.lower))
    return called > 0 ? partiesFrom(line, called + (line[called + 1]?.lower === 'as' ? 2 : 1)) : []
  }
  const parties = partiesFrom(line, from)
  const [first] = parties
  return first && isAct(line[first.head]!.lower) ? meantBy(line, first) : parties
}

/** Whose act a phrase is; the phrase itself where it is no act; nobody where nobody is named. */
export function meantBy(line: readonly Token[], party: Party): Party[] {
  const { lower } = line[party.head]!
  if (lower === 'positions' || !isAct(lower)) return [party]
  const start = line.findIndex(token => token.span[0] === party.span[0])
  let owner = -1
  for (let i = start; i < party.head; i++) if (line[i]!.possessive) owner = i
  if (owner >= 0) return [partyOf(line, start, owner + 1)]
  if (/^(?:his|her|its|their)$/.test(line[start]!.lower)) return [partyOf(line, start, start + 1)]
  const next = line[party.head + 1]
  const isAsked = ASKING.has(lower) || ASKING.has(lower.replace(/s$/, ''))
  if (next && (next.lower === 'by' || next.lower === 'from' || (next.lower === 'of' && isAsked)))
    return partiesFrom(line, party.head + 2)
  return []
}

/** Whether a phrase may act: a name, a pronoun, or a noun that is not known to be no party. */
export function isParty(line: readonly Token[], party: Party): boolean {
  const head = line[party.head]!
  if (INERT.has(head.lower) || INERT.has(head.lemma) || INERT.has(head.lower.replace(/s$/, ''))) return false
  if (
    TIMES.has(head.lower) ||
    /^\d+$/.test(head.lower) ||
    /^(?:what|percent|time|.*self|.*selves|\w+'(?:ve|m|re|d|ll))$/.test(head.lower)
  )
    return false
  if (/-(?:flagged|based|born|led|backed|owned|controlled|registered)$/.test(head.lower)) return false
  if (
    /^each other/.test(
      line
        .filter(({ span }) => span[0] >= party.span[0])
        .slice(0, 2)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    return false
  return !isBare(line, party)
}

/** "abroad", "legal protection", "restore": neither a name nor an article nor a plural, and none of the nouns that go without. */
function isBare(line: readonly Token[], { span, head }: Party): boolean {
  const { lower } = line[head]!
  if (/s$|\d/.test(lower) || BARE_NOUNS.has(lower) || PRONOUNS.has(lower)) return false
  for (let i = head; i >= 0 && line[i]!.span[0] >= span[0]; i--) {
    const token = line[i]!
    // "fighters loyal", "positions held": what stands behind a plural belongs to it.
    if (
      token.capital ||
      token.possessive ||
      /[^su]s$/.test(token.lower) ||
      DETERMINERS.has(token.lower) ||
      token.part === 'CD' ||
      COUNTS.has(token.lower)
    )
      return false
  }
  return true
}

const BARE_NOUNS = set(
  `police people parliament congress government opposition army navy troops staff management media security militia militiamen gendarmerie artillery men women children youth
   personnel clergy cavalry infantry students crew cattle livestock television intelligence customs state everyone everybody someone somebody anyone both others those one most many some all
   fishermen gunmen policemen servicemen lawmen firemen councilmen congressmen businessmen clergymen tribesmen townspeople opponents aircraft property shipping electricity water traffic wheat grain
   whoever law enforcement`,
)
