import type { Figure } from './entities.ts'

/**
 * Sets the gender of people whose given name and titles do not tell it, by the pronouns that follow their names.
 *
 * Only pronouns that come before any other name count, and only a clear majority decides: "Lowe said she" twice is a woman.
 */
export function learnGenders(body: string, figures: readonly Figure[]): void {
  for (const figure of figures) {
    if (figure.gender !== null || (figure.kind !== 'person' && figure.kind !== 'unknown')) continue
    let male = 0
    let female = 0
    for (const { span, headline } of figure.names) {
      if (headline) continue
      const pronoun = body
        .slice(span[1], span[1] + FOLLOWING_UNITS)
        .match(FIRST_PRONOUN)?.[1]
        ?.toLowerCase()
      if (!pronoun) continue
      if (pronoun.startsWith('h') && pronoun !== 'her') male++
      else female++
    }
    const votes = male + female
    if (votes < VOTES_MIN || Math.max(male, female) / votes < MAJORITY) continue
    figure.gender = male > female ? 'male' : 'female'
    if (figure.kind === 'unknown') figure.kind = 'person'
  }
}

/** A clause or two, in UTF-16 units. */
const FOLLOWING_UNITS = 120
const VOTES_MIN = 2
const MAJORITY = 0.75
/** The first pronoun with no other name, and no quotation, in between. */
const FIRST_PRONOUN = /^[^\p{Lu}“”"]*?(?<![\p{L}])(he|she|his|her|him|himself|herself)(?![\p{L}])/u
