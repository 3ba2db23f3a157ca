/** Words of the clauses in which somebody is told to say something; see `clauses.ts`. */
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const AUXILIARIES = set('has have had is are was were been be will would can could may might must should did does do used')
export const ADVERBS = set(
  'also now then still again even just only once later earlier not never always often first long already since himself herself themselves to',
)
export const SUBJECTS = set('he she they i we you it there this these those nobody everyone somebody someone everybody no')
export const DETERMINERS = set(
  'the a an his her its their our my your some many several few both two three four five six seven eight nine ten one another other most each every all no dozens hundreds thousands more at',
)
/** Plurals without an article, or without an s. */
export const GROUPS = set('police people officials witnesses critics media staff troops women men parents children residents')
/**
 * Words that open no subject. With a capital they only open a sentence; a first or second person says what the outer speaker says anyhow,
 * or nothing yet.
 */
export const NO_SUBJECT = set(
  'i we you it they and but so yet or if when while because although though as in on at for from with by after before since until how what why where who which that this these those there here do does did is are was were can could would will should may might have has had let every no nobody everyone everybody somebody someone anyone anybody then now not once maybe perhaps like well yes',
)
/** What ends a subject: it belongs to a clause of its own. */
export const STOPS = set(
  'that which who whom whose when where while if because although though whether how why what than so but or then until unless since after before',
)

/** Verbs with what is said behind them. */
const SAYING = `say claim allege argue insist admit concede acknowledge confess confirm announce boast brag testify swear maintain assert
 declare reveal disclose complain explain deny recall report believe think suspect fear doubt hope write tweet text shout scream yell
 whisper joke predict estimate confide vow pledge threaten`
/** Verbs with the one who is told between: "told her that", "asked the court to". */
export const TELLING = set('tell assure inform warn promise remind advise notify ask order urge instruct')
export const VERBS = new Set([...set(SAYING), ...TELLING])
export const PROMISING = set('vow pledge threaten promise swear claim')
export const SAYING_TO = set('say admit confess confirm complain explain reveal disclose confide boast brag')
/** Verbs behind which the clause, or what is reported, may stand without "that". */
export const BARE = set(
  'say claim insist admit confirm deny believe think suspect fear doubt hope report tell assure inform advise remind warn promise predict swear allege',
)
/** Verbs with a thing for what is said: "reported ice on the wings", "admitted theft". */
export const NOUNS_TOO = set('report admit confess deny predict')
/** Verbs with a message that is quoted behind them. */
export const SENDING = set('sent sends send wrote writes posted posts left leaves texted emailed issued')
/** Verbs with what somebody or something is called. */
export const CALLING = set('called calls described describes dubbed branded labelled labeled dismissed')
