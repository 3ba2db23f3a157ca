import type { Credit, EntityKind, Event, Mention, Statement, Time } from '../../record/index.ts'

/** Everything that the page says about a statement beyond the article's own words. */
export const LIMITS_LINE =
  'Hearsay shows who is reported to have said or done what, and how many separate origins that rests on. It does not say whether it is true.'

export const UNCLEAR_LABEL = 'speaker unclear'

export const POLARITY: Record<Statement['polarity'], string> = {
  asserted: 'asserted',
  denied: 'denied',
  asked: 'asked',
  declined: 'declined to answer',
}

export const ATTITUDE: Record<Statement['attitude'], string> = {
  neutral: 'the verb takes no side',
  doubting: 'the verb keeps its distance',
  affirming: 'the verb lends support',
}

export const QUOTATION: Record<Statement['quotation'], string> = {
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
}

export const QUOTATION_MEANS: Record<Statement['quotation'], string> = {
  direct: 'in quotation marks',
  indirect: 'told in the outlet’s words',
  mixed: 'partly in quotation marks',
}

export const KIND: Record<EntityKind, string> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
  group: 'group',
  document: 'document',
  unnamed: 'unnamed source',
}

export const CREDIT: Record<Credit['kind'], string> = { wire: 'agency', outlet: 'outlet', release: 'press release' }

export const FORM: Record<Mention['form'], string> = {
  name: 'by name',
  nominal: 'by description',
  pronoun: 'by pronoun',
  metonym: 'by place or seat',
}

/** What a calibrated probability means, in a sentence that somebody could check. */
export function confidenceMeans(confidence: number): string {
  const share = Math.round(confidence * 100)
  return `Of 100 statements given this figure, about ${share} have source, cue and content where a trained annotator would put them.`
}

export const LANE = { said: 'Said', happened: 'Deed', published: 'Published', named: 'Named' } as const

export const TIME_TYPE: Record<Time['type'], string> = {
  DATE: 'no date on the calendar',
  TIME: 'a time of no certain day',
  DURATION: 'how long',
  SET: 'how often',
}

/** TIMEX3's `mod`. */
const MOD: Record<string, string> = {
  APPROX: 'about',
  START: 'the beginning of',
  MID: 'the middle of',
  END: 'the end of',
  BEFORE: 'before',
  AFTER: 'after',
  ON_OR_BEFORE: 'not later than',
  ON_OR_AFTER: 'not earlier than',
  LESS_THAN: 'less than',
  MORE_THAN: 'more than',
  EQUAL_OR_LESS: 'at most',
  EQUAL_OR_MORE: 'at least',
}

export function modInWords(mod: string | null): string {
  return mod === null ? '' : `${MOD[mod] ?? mod.toLowerCase().replaceAll('_', ' ')} `
}

/** How a deed stands in the text. */
export const MODALITY: Record<Event['modality'], string> = {
  asserted: 'told as done',
  denied: 'denied',
  planned: 'planned',
  hypothetical: 'hypothetical',
}

export const UNHEARD_LABEL = 'not heard in this article'
