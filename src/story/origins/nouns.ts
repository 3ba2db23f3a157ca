import { stemOf } from '../terms.ts'

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stemOf))

/** Stems of nouns for bodies that say nothing of which; a bank and an airline are told apart by them, two banks are not. */
export const ANY_BODY = stems(`
  company firm business group corporation enterprise operator maker manufacturer producer owner builder developer contractor supplier carrier
  airline lender bank insurer retailer chain giant organisation organization agency body institution institute charity association authority`)

/** Of nouns for somebody of whom no more is told. */
export const ANYBODY = stems(`
  source insider person people someone somebody man men woman women other witness eyewitness onlooker bystander individual`)

/** Of nouns for those who speak for a body. */
export const OFFICIAL = stems(
  'official authority authorities spokesman spokeswoman spokesperson spokespeople representative officer',
)

/** Of what stands before these and says nothing of which body. */
export const ANY_SORT = stems('senior local top government state public company unnamed')

/** Of nouns for many that stand for the body that they work for. */
export const AT_WORK = stems(`
  officials authorities prosecutors investigators detectives inspectors officers regulators firefighters rescuers doctors lawmakers
  organisers organizers campaigners executives managers bosses ministers diplomats medics paramedics coastguards soldiers troops`)

/** Of nouns for outlets, which pass on what somebody told them. */
export const MEDIA = stems('media outlet press newspaper broadcaster website tabloid')
