/** Lines of a page that tell no news: what an outlet prints under, beside or between its articles. */
const NOTICE = new RegExp(
  [
    String.raw`\b(?:sign up|subscribe|newsletter|follow us|click here|read more|share this|terms of (?:use|service)|privacy policy|cookies?)\b`,
    String.raw`\ball rights reserved\b|©|\bcopyright\s\d{4}`,
    String.raw`\bmay not be (?:published|reproduced|redistributed|broadcast|rewritten)\b`,
    String.raw`\b(?:originally|first) (?:published|appeared) (?:on|in|by|at)\b|\brepublished\b`,
    String.raw`\bcontributed (?:reporting )?to th(?:is|e) (?:report|story|article)\b`,
    String.raw`\b(?:image|photo|picture|video)s?(?: credits?)?:|\bgetty images\b|\bfile photo\b`,
    String.raw`\b(?:reporting|editing|writing) by\b`,
    String.raw`\bhave (?:been )?(?:updated|corrected) to\b|\bthis (?:story|article) (?:has been|was) (?:updated|corrected|amended)\b`,
  ].join('|'),
  'i',
)

/** Lines that stand under pictures: they show what was to be seen, and who took it. */
const CAPTION = new RegExp(
  [
    String.raw`\b(?:hide|show|view) captions?\b|\bmedia captions?\b|\bimage (?:copyright|caption|source)\b`,
    String.raw`\b(?:photograph|photo|picture|image|video) (?:by|courtesy of|provided by|released by)\b|\(?\b(?:AP|AFP|EPA|Reuters)[ /](?:photo|pictures)\b`,
    String.raw`\b\d{1,3} (?:of|/) \d{1,3}\b|\b\d{1,3}/\d{1,3} [\p{Lu}“"]`,
    String.raw`\bin this (?:\p{L}+\.? \d{1,2},? (?:\d{4},? )?)?(?:file )?(?:photo|picture|image|frame)\b|\bpictured (?:above|below|here|left|right)\b`,
  ].join('|'),
  'iu',
)

/** Whether a sentence is an outlet's notice; it is left out wherever texts are compared. */
export const isNotice = (sentence: string): boolean => NOTICE.test(sentence)

/** Whether a sentence in the outlet's own voice claims nothing: a notice, or words under a picture. */
export const isBesideNews = (sentence: string): boolean => NOTICE.test(sentence) || CAPTION.test(sentence)
