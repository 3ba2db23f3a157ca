/** Whether a clause tells that words are taken back. Troops, offers and candidates are withdrawn too: what is taken back has to be words, or a number. */
export function takesWordsBack(clause: string): boolean {
  return RETRACTED.test(clause) || TAKEN_BACK.test(clause) || WAS_TAKEN_BACK.test(clause)
}

const RETRACTED = /\b(?:retract(?:s|ed|ing)?|recant(?:s|ed|ing)?)\b/

const BACK = '(?:with(?:drew|draws?|drawn|drawing)|correct(?:s|ed|ing)|t(?:ook|akes?|aken|aking)(?: \\w+){0,3} back)'
const WORDS =
  '(?:statements?|figures?|counts?|tolls?|numbers?|claims?|accusations?|allegations?|reports?|remarks?|comments?|words|estimates?|denials?|assertions?|testimony|accounts?|versions?|announcements?)'
const NUMBER = '(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'

/** "withdrew the figure of four", "taken back the four of yesterday", "took its statement back". */
const TAKEN_BACK = new RegExp(
  `\\b(?:${BACK}(?:(?: [\\w’'-]+){0,3} ${WORDS}| the ${NUMBER}(?= of| that| given|$))|t(?:ook|akes?|aken|aking)(?: \\w+){0,2} ${WORDS} back)\\b`,
)
/** "the statement was later withdrawn". */
const WAS_TAKEN_BACK = new RegExp(`\\b${WORDS}(?: \\w+){1,3} (?:withdrawn|corrected|taken back)\\b`)
