/** Words of a sentence that end, open or belong to its phrases. */
export const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

export const BE = set('is are was were be been being am')
export const AUXILIARIES = set(
  'is are was were be been being am has have had having will would can could may might shall should must do does did to not never',
)
const ADVERBS = set(
  `also now then still already again yet even just only once twice later earlier formally jointly briefly repeatedly reportedly allegedly long often always
   never soon first immediately overnight yesterday today tomorrow meanwhile however therefore openly publicly formerly early late`,
)
export const TIMES = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december week month year night day morning afternoon evening weekend',
)
export const PRONOUNS = set('he she it they we i you him her them us me who whom which himself herself itself themselves')
export const DETERMINERS = set(
  'the a an this that these those his her its their our my some many several few all both each every any no another two three four five six seven eight nine ten eleven twelve dozens hundreds thousands more most',
)
export const COUNTS = set(
  'some many most several two three four five six seven eight nine ten tens dozens scores hundreds thousands millions members',
)

export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) ||
  (word.endsWith('ly') && word.length > 4 && word !== 'family' && word !== 'ally' && word !== 'assembly' && word !== 'italy')
