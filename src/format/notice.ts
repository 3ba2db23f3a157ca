/** The line that stands on everything that is made for people. */
export const NOTICE =
  'Hearsay shows who is reported to have said or done what, and how many separate origins that rests on. It does not say whether it is true.'

/** Of a party whose words are nowhere told. Never "was not asked": the article may keep silent about its asking. */
export const NOT_HEARD = 'not heard in this article'
/** The same over the articles of a story. */
export const NOT_HEARD_HERE = 'Not heard in the articles held here'
