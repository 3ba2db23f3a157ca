const set = (text: string): Set<string> => new Set(text.split(/\s+/))

export const STOPS = set(
  'the a an of in at on for to by from with and or but who which that whose his her their its said says told is was are were has had as when while after before if because than then also called named',
)
export const PARTICLES = set('de von van bin al el la del di du der den ter ibn ben da dos e y')
export const BODY_JOINTS = set('of for on')

export const SMALL_IN_TITLES = set(
  'a an the of in on at to for and or but nor by with from as is it its vs v over after into up out off than his her not be are if that',
)

/** Capitals that begin no name. */
export const NEVER = set(
  `the a an this that these those it he she they we you his her their its our my your i'm i've i'll i'd it's he's she's they're we're you're
   that's there's what's who's let's don't can't won't isn't but and or so yet nor if as at by in on of to for from with into over under
   about after before during since until while when where why how what who whom whose which because although though however meanwhile
   moreover furthermore nevertheless nonetheless also still even then now here there yes no not all any some many most more few several
   both each every either neither one two three four five six seven eight nine ten first second third last next other another such only
   just perhaps maybe instead indeed once again asked speaking according despite following earlier later today yesterday tomorrow
   monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
   december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun well ok okay oh please thanks thank editor's
   note updated update click read watch related advertisement continue reading among between within without through throughout against
   across around behind beyond unlike like per via amid whether would could should will shall may might must can do does did has have
   had is are was were be been being never always often sometimes`,
)
/** Words that open a sentence before a name without being part of it. */
export const OPENERS = set(
  'former interim acting then-president ex-president late outgoing incoming newly fellow rival embattled longtime nearly about so-called',
)

export const RELATIVES = set(
  'brother sister cousin son daughter nephew niece wife husband widow widower uncle aunt mother father grandson granddaughter',
)

/** Words that make a name that of a body. */
export const BODY_WORDS = set(
  `committee commission council court courts department ministry office bureau agency administration university college school institute
   institution center centre foundation association federation union league party congress senate parliament assembly house cabinet
   board bank reserve fund company corporation corp corp. inc inc. ltd ltd. co. llc group holdings partners industries motors airlines
   airways systems technologies pictures studios records entertainment times post news journal tribune herald globe gazette chronicle
   observer guardian telegraph mirror mail today press magazine review monitor network channel radio television tv broadcasting
   service services authority alliance coalition campaign pac society club church ministries army navy force guard police fbi cia nsa
   organization organisation team squad cavaliers panthers vikings trust network academy museum library hospital clinic project
   initiative caucus chamber exchange tower hotel stadium airport embassy pentagon kremlin treasury administration's government
   street nations security intelligence enforcement workers teachers attendants sons brothers times' gop dnc rnc forum conference
   convention show program tribunal registry laboratory lab labs observatory brigade guild cooperative co-operative collective
   consortium syndicate orchestra choir theatre theater festival zoo garrison mission`,
)

/** Places that are no persons: states of the US, countries, large cities; enough to keep them from being taken for speakers. */
export const PLACES = new Set(
  `n. korea|s. korea|d.c.|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|america|united states|u.s.|u.s|us|uk|u.k.|e.u.|eu|european union|united kingdom|britain|great britain|england|scotland|wales|ireland|northern ireland|france|germany|italy|spain|portugal|netherlands|belgium|luxembourg|switzerland|austria|denmark|sweden|norway|finland|iceland|poland|czech republic|slovakia|hungary|romania|bulgaria|greece|turkey|cyprus|malta|croatia|serbia|slovenia|bosnia|kosovo|albania|macedonia|ukraine|russia|belarus|moldova|estonia|latvia|lithuania|georgia|armenia|azerbaijan|kazakhstan|uzbekistan|china|japan|south korea|north korea|korea|taiwan|hong kong|vietnam|thailand|myanmar|burma|philippines|indonesia|malaysia|singapore|india|pakistan|bangladesh|sri lanka|nepal|afghanistan|iran|iraq|syria|lebanon|israel|palestine|jordan|saudi arabia|yemen|oman|qatar|kuwait|bahrain|united arab emirates|egypt|libya|tunisia|algeria|morocco|sudan|south sudan|ethiopia|somalia|kenya|uganda|rwanda|tanzania|congo|nigeria|ghana|senegal|mali|south africa|zimbabwe|zambia|mozambique|angola|canada|mexico|cuba|haiti|jamaica|puerto rico|guatemala|honduras|el salvador|nicaragua|costa rica|panama|colombia|venezuela|ecuador|peru|bolivia|brazil|chile|argentina|paraguay|uruguay|australia|new zealand|london|paris|berlin|rome|madrid|brussels|geneva|vienna|moscow|kiev|kyiv|beijing|shanghai|tokyo|seoul|delhi|mumbai|jerusalem|tel aviv|cairo|baghdad|tehran|damascus|aleppo|kabul|istanbul|ankara|new york city|los angeles|chicago|boston|philadelphia|san francisco|seattle|houston|dallas|atlanta|miami|detroit|denver|las vegas|phoenix|san diego|cleveland|cincinnati|columbus|pittsburgh|baltimore|manhattan|brooklyn|queens|europe|asia|africa|latin america|middle east|crimea|benghazi|gaza|west bank|guantanamo|silicon valley|hollywood|long island|earth`.split(
    '|',
  ),
)
