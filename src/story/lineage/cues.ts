/** The words by which articles say where they have something from. English alone, as the tagger is. */

const CAPITAL = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*`
const AGENCY_NAME = [
  String.raw`(?:${CAPITAL}\s){1,4}(?:News|Press|Telegraph|Telegraphic|Information|Wire)\s(?:Agency|Service|Association|Bureau)`,
  String.raw`(?:${CAPITAL}\s){1,3}(?:Newswire|Newswires|Wire|Wires)(?:\sService)?`,
  String.raw`(?:Agence|Agencia|Agência|Agenzia|Agentur|Agencja|Agentia)(?:\s(?:de|di|d'|${CAPITAL}))*\s${CAPITAL}`,
].join('|')

/** A name that says by itself that it is an agency's, on no list: "Norland Press Agency", "Meridian Wire". */
export const AGENCY_LIKE = new RegExp(`^(?:${AGENCY_NAME})$`, 'u')

const OUTLET_NAME = String.raw`(?:The\s)?${CAPITAL}(?:\s(?:of\s|the\s|and\s|&\s)?${CAPITAL}){0,5}`

interface Line {
  /** Its group `name` is whom it names. */
  readonly form: RegExp
  readonly at: 'head' | 'foot'
  /** Whether the name must be one of an article of the story, since many others may stand so. */
  readonly isHeld?: boolean
}

/** Credits for a whole article that `article/credits.ts` has no name for. */
export const ARTICLE_LINES: readonly Line[] = [
  // "HOLLINGATE, March 4 (Norland Press Agency) - …"
  { at: 'head', form: new RegExp(String.raw`^[^()\n]{0,60}\((?<name>${AGENCY_NAME})\)(?=\s*(?:[—–:-]|$))`, 'u') },
  // "VELIMAR (Sarvenna Press) — …", "(Melindra Wire/Standard)"
  {
    at: 'head',
    form: new RegExp(String.raw`^[^()\n]{0,60}\((?<name>${OUTLET_NAME})(?:\/[^()\n]{1,40})?\)(?=\s*[—–-])`, 'u'),
    isHeld: true,
  },
  // "By Meridian Wire", "Meridian Wire"
  { at: 'head', form: new RegExp(String.raw`^(?:[Bb]y\s)?(?<name>${AGENCY_NAME})\s*$`, 'u') },
  // "(Norland Press Agency)", "— Meridian Wire", "Source: Meridian Wire"
  {
    at: 'foot',
    form: new RegExp(
      String.raw`(?:^|(?<=[.!?…”"’]\s))(?:[Ss]ource:\s|[—–-]{1,2}\s?)?[(\[]?(?<name>${AGENCY_NAME})[)\]]?\.?\s*$`,
      'u',
    ),
  },
  // "With files from the Sunreach Dispatch"
  {
    at: 'foot',
    form: new RegExp(
      String.raw`\b(?:[Ww]ith\s)?(?:files|reporting|material|information|reports)\s(?:from|by)\s(?:the\s)?(?<name>${OUTLET_NAME})\.?\s*$`,
      'u',
    ),
  },
  {
    at: 'foot',
    form: new RegExp(String.raw`^[(\[]?(?:Additional\s)?[Rr]eporting\sby\s(?:the\s)?(?<name>${OUTLET_NAME})\.?[)\]]?\s*$`, 'u'),
  },
]

/** An outlet's name stands before it: "The Arden Post reported". */
export const NAME_BEFORE =
  /(?<=\S)[,”"]?\s(?:(?:has|had|have|first|also|then|earlier|newspaper|magazine|website|agency)\s)*(?:reported|reports|writes|wrote|revealed|quoted|quotes|quoting|cited|cites|disclosed|has learned|has found|has seen|broke the (?:story|news)|has it (?:from|that))\b/gu

/** An outlet's name stands after it: "told Reuters", "as first reported by the Courier". */
export const NAME_AFTER = new RegExp(
  String.raw`\b(?:${[
    'according to',
    'told',
    'tells',
    'telling',
    '(?:first |as )*reported (?:by|in|on)',
    'reports? (?:by|in|from|on)',
    'report published (?:by|in)',
    'investigation by',
    'citing',
    'quoted (?:by|in)',
    'cited by',
    '(?:first |originally )?published (?:by|in)',
    '(?:revealed|disclosed|leaked|carried) by',
    '(?:interviews?|comments?|remarks|statements?|e-?mail|letter) (?:with|to|in|by|for|published (?:by|in))',
    '(?:obtained|seen|viewed|reviewed|interviewed) by',
    '(?:speaking|spoke|speak) (?:to|with)',
    'wrote (?:in|for)',
    'confirmed to',
    'asked by',
    'tests by',
  ].join('|')})\s`,
  'giu',
)

/** Too weak to make a name of an outlet, but enough for one that the story has an article of: "had said six, on Radio Tysvik". */
export const HELD_AFTER = /\b(?:on|in|via|from|by|to|with|said|says)\s/giu

const HELD_VERB = String.raw`\s(?:(?:has|had|have|also|first|then|later|earlier)\s)*(?:${[
  'reported',
  'says?',
  'said',
  'claims?',
  'claimed',
  'learn(?:ed|t)',
  'publish(?:ed|es)',
  'print(?:ed|s)',
  'broadcast',
  'aired',
  'showed',
  'uncovered',
  'exposed',
  'brought',
  'carried',
  'ran',
  'puts?',
  'count(?:ed|s)',
  'named',
  'had it',
  'was (?:the )?first to (?:report|say)',
].join('|')})\b`

/** The same before it. */
export const HELD_BEFORE: readonly RegExp[] = [
  // "which the Lantern published"
  new RegExp(String.raw`(?<=\S)[,”"]?${HELD_VERB}`, 'gu'),
  // "Skylark, a trade magazine, says"
  new RegExp(String.raw`(?<=\S),\s[^,;]{3,60},${HELD_VERB}`, 'gu'),
  // "the Lantern’s own report"
  /(?<=['’]s)\s(?:(?:own|first|earlier|exclusive)\s)?(?:reports?|reporting|story|account|article|interview|findings|figures?|investigation|revelations|version)\b/gu,
]

/** Words that may stand between the verb and the name: "told the German daily Bild". */
export const QUALIFIER =
  /^(?:the|a|an|its?|his|her|their|local|state|state-run|state-owned|state-controlled|public|private|national|regional|official|semi-official|independent|pro-\p{L}+|news|newspapers?|papers?|daily|weekly|tabloid|magazine|broadsheet|agency|agencies|wire|service|broadcaster|television|TV|radio|channel|network|station|website|site|outlet|portal|programme|program|show|business|sports|media|\p{Lu}\p{Ll}+(?:an|ish|ese|i|ch|ic|[’']s)|U\.?S\.?|UK|UN)$/u

/** Whether a name says by itself that it is an outlet's: "The Lakeside Independent", "Radio Skarn", "Norland Press Agency". */
export function isMediaName(name: string): boolean {
  const words = name.split(/\s/)
  if (words.length === 1 || !/^[\p{Lu}\d]/u.test(name)) return false
  if (TITLE.test(words[0]!) || !words.every(word => /^[\p{Lu}\d&]|^(?:of|the|and|for|de|la)$/u.test(word))) return false
  return (
    MEDIA_NOUN.test(words.at(-1)!) || /^(?:Radio|TV|Channel|Agence|Agencia|Agenzia)$/.test(words[0]!) || AGENCY_LIKE.test(name)
  )
}

const TITLE = /^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Judge|Senator|President|Minister|General|Captain)\.?$/
const MEDIA_NOUN =
  /^(?:advertiser|advocate|argus|avis|blad|broadcasting|bulletin|chronicle|clarion|compass|courant|courier|daily|dispatch|echo|enquirer|examiner|gazette|globe|guardian|herald|independent|inquirer|journal|kurier|ledger|mail|mercury|messenger|mirror|news|newspaper|newswire|observer|online|post|press|radio|record|register|reporter|review|sentinel|standard|sun|telegraph|television|tidende|times|today|tribune|tv|weekly|wire|zeitung)$/i

/** A short first line that heads what a body issues to the press: "Information for the press", "Arden Town Police, press office, 3 May". */
export const RELEASE_LINE =
  /^(?:information (?:for|to) the (?:press|media)|(?:press|media|news) (?:information|notice|statement|office|bulletin)|[^\n.!?“"]{2,60}, (?:press|media) office\b[^\n.!?]{0,30})[.:]?$/i

interface Phrase {
  readonly kind: 'release' | 'speech' | 'own'
  readonly form: RegExp
}

const ANY = String.raw`(?:(?!(?:said|says|in|on|that|which|to)\b)[\p{L}\p{M}'’-]+\s){0,4}?`
const PAPER =
  '(?:statement|press release|news release|media release|release|communiqué|communique|press statement|media advisory|advisory|notice|bulletin|announcement|circular)'

export const PHRASES: readonly Phrase[] = [
  // "in a statement", "said in the statement released on Monday", "a statement from the bank said", "its statement"
  {
    kind: 'release',
    form: new RegExp(
      String.raw`\b(?:in|via|through|by|to)\s(?:a|an|the|its|his|her|their|another)\s(?<name>${ANY}${PAPER})\b(?!\s(?:to|that\s\p{L}+\sgave)\b)`,
      'giu',
    ),
  },
  {
    kind: 'release',
    form: new RegExp(
      String.raw`\b(?:the|a|an|its|his|her|their|[\p{L}]+['’]s)\s(?<name>${ANY}${PAPER})\s(?:\p{L}+\s){0,6}?(?:said|says|read|reads|added|announced|issued|published|released|posted)\b`,
      'giu',
    ),
  },
  {
    kind: 'release',
    form: new RegExp(String.raw`\baccording to (?:a|an|the|its|his|her|their)\s(?<name>${ANY}${PAPER})\b`, 'giu'),
  },
  { kind: 'release', form: new RegExp(String.raw`\b(?:a|the)\s(?<name>${PAPER})\s(?:from|by|of)\b`, 'giu') },
  {
    kind: 'release',
    form: /\b(?:wrote|said|posted|announced|written|tweeted)\s(?:\p{L}+\s){0,3}?on\s(?<name>Twitter|X|Facebook|Instagram|Telegram|Truth Social|Weibo|social media|LinkedIn|Threads|Bluesky)\b/giu,
  },
  {
    kind: 'release',
    form: /\b(?:in|on)\s(?:a|an|the|his|her|its|their)\s(?<name>(?:tweet|(?:\p{L}+\s){0,2}?post|blog post|open letter|filing))\b/giu,
  },
  {
    kind: 'release',
    form: /\bon\s(?:its|the|their|his|her|\p{L}+['’]s)\s(?<name>(?:\p{L}+\s){0,2}?(?:web ?site|homepage|Facebook page))\b/giu,
  },
  { kind: 'release', form: /\b(?<name>tweeted)\b/giu },
  // "told reporters", "told a news conference", "in a televised speech"
  {
    kind: 'speech',
    form: /\b(?:told|telling|tells|addressing|addressed|said before|asked)\s(?:a |an |the |his |her |its |their |\p{L}+['’]s )?(?<name>(?:\p{L}+\s){0,2}?(?:reporters|journalists|lawmakers|legislators|parliament|congress|the senate|assembly|court(?:room)?|jury|judges?|hearing|committee|council|crowds?|rally|supporters|delegates|conference|briefing|audience|students|summit|inquiry|union|members|residents|meeting))\b/giu,
  },
  {
    kind: 'speech',
    form: /\b(?:at|in|during|from)\s(?:a|an|the|his|her|its|their)\s(?<name>(?:[\p{L}-]+\s){0,3}?(?:press conference|news conference|press briefing|briefing|speech|address|hearing|rally|rostrum|news briefing|debate|sermon|keynote))\b/giu,
  },
  // "as she read the ruling", "when he handed down the sentence"
  {
    kind: 'speech',
    form: /\b(?:read|reads|reading|delivered|delivering|handed down|handing down|pronounced|pronouncing|explaining|announcing)\s(?:out\s)?(?:the|his|her|its|their)\s(?<name>(?:[\p{L}-]+\s)?(?:ruling|verdict|judge?ment|sentence))\b/giu,
  },
  { kind: 'speech', form: /\bon\s(?<name>(?:state |national |live )?(?:television|TV|radio))\b/gu },
  // "told this newspaper"
  {
    kind: 'own',
    form: /\b(?:told|by|to|with|of|asked)\s(?<name>this\s(?:newspaper|paper|website|magazine|publication|outlet|reporter|news organi[sz]ation|station|channel)|our\s(?:newspaper|paper|reporters?|correspondents?|newsroom|station))\b/giu,
  },
]
