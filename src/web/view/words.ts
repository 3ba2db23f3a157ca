import type { EntityKind, Mention, Statement } from '../../record/index.ts'

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
