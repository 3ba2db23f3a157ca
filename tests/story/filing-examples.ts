import { readTimes } from '../../src/reading/times/times.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Article } from '../../src/record/index.ts'
import { type Features, featuresOf } from '../../src/story/features.ts'
import { fileArticle } from '../../src/story/filing/file.ts'
import { MemoryIndex } from '../../src/story/memory.ts'

export function featuresFrom(id: string, datePublished: string | null, [headline, ...body]: readonly string[]): Features {
  const articleBody = body.join('\n')
  const sentences = splitSentences(articleBody, splitParagraphs(articleBody))
  const times = readTimes({ body: articleBody, datePublished, sentences })
  return featuresOf({ id, headline: headline!, articleBody, datePublished } as Article, times)
}

/** Files the articles one by one, and gives back the index with the filing of the last. */
export async function filedIn(articles: readonly Features[], index = new MemoryIndex()) {
  let last = null
  for (const features of articles) {
    last = await fileArticle(features, index)
    await index.keep(features, last)
  }
  return { index, last: last! }
}

/** The stories as sets of ids, the articles of each and the stories sorted. */
export function storiesIn(index: MemoryIndex): string[][] {
  return [...index.stories().values()].map(ids => [...ids].sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

/** Invented: a fire in a mill in January, another in a school of the same town in June, with the same people speaking. */
export const MILL = featuresFrom('mill', '2025-01-14', [
  'Fire destroys Harrow Mill in Aunedale',
  'AUNEDALE – A fire destroyed the old Harrow Mill on the river Aune on Monday night, the fire brigade said.',
  'Some 80 firefighters fought the flames for nine hours. Two watchmen, Piet Holm and Anders Quill, were taken to hospital with burns.',
  'Fire chief Mara Lindqvist said the roof of the mill, built in 1871, had fallen in. The weaving company Harrow & Sons employed 140 people there.',
])
export const MILL_TOO = featuresFrom('mill-too', '2025-01-14', [
  'Two watchmen burned as Harrow Mill goes up in flames',
  'Two watchmen are in hospital after the Harrow Mill in Aunedale burned down in the night to Tuesday.',
  'The weaving mill on the Aune, which dates from 1871, is a ruin. Its 140 workers were told to stay at home, Harrow & Sons said.',
  'Mara Lindqvist, the chief of the fire brigade, said the roof fell in at two in the morning. Piet Holm, one of the watchmen, had called for help.',
])
export const MILL_LATER = featuresFrom('mill-later', '2025-01-16', [
  'Police look for cause of mill fire',
  'Police in Aunedale began on Wednesday to look for what set fire to the Harrow Mill on Monday night.',
  'The two watchmen who were burned, Piet Holm and Anders Quill, are to be heard this week. Harrow & Sons wants to weave again by the summer.',
])
export const SCHOOL = featuresFrom('school', '2025-06-03', [
  'Fire in Aunedale school: pupils brought out unhurt',
  'AUNEDALE – A fire in the chemistry room of the Lindenhof school drove 320 pupils into the yard on Monday morning, the fire brigade said.',
  'Nobody was hurt. Fire chief Mara Lindqvist said a cupboard with solvents had caught fire during a lesson.',
  'Headmistress Ruth Okafor said lessons would go on in the gymnasium of the Lindenhof until the holidays.',
])
export const SCHOOL_TOO = featuresFrom('school-too', '2025-06-04', [
  'Solvents burned at Lindenhof school',
  'A cupboard full of solvents burned in the chemistry room of the Lindenhof school in Aunedale on Monday. All 320 pupils came out unhurt.',
  'Headmistress Ruth Okafor praised her teachers. The fire brigade under Mara Lindqvist was there in six minutes, and lessons move to the gymnasium.',
])

/** Invented: two leaders who meet, and meet again a year later. */
export const SUMMIT = featuresFrom('summit', '2024-05-21', [
  'Vesna Torvald and Idris Malek agree on fishing in Karlshavn',
  'KARLSHAVN – President Vesna Torvald and Prime Minister Idris Malek agreed in Karlshavn on Monday how much cod the two countries may fish.',
  'Malek said the quota of 42,000 tonnes was fair. Torvald spoke of a good day for the coast. Boats from both sides may land their catch in either port.',
])
export const SUMMIT_TOO = featuresFrom('summit-too', '2024-05-21', [
  'Cod quota of 42,000 tonnes agreed by Torvald and Malek',
  'Two neighbours have ended their quarrel over cod: Vesna Torvald and Idris Malek signed a quota of 42,000 tonnes in Karlshavn.',
  'Under the treaty, boats may land their catch in the ports of either country, President Torvald and Prime Minister Malek said on Monday.',
])
export const SUMMIT_NEXT_YEAR = featuresFrom('summit-next-year', '2025-05-27', [
  'Torvald and Malek open railway tunnel at Brennfell',
  'BRENNFELL – President Vesna Torvald and Prime Minister Idris Malek rode the first train through the Brennfell tunnel on Monday.',
  'The railway of 31 kilometres cost 2.4 billion crowns and took nine years to dig. Malek said freight would leave the roads, Torvald called the engineers heroes.',
])

/** Invented: a tale of a whole year that names the fire in one clause. */
export const PASSING = featuresFrom('passing', '2025-01-20', [
  'Aunedale council raises parking fees',
  'The council of Aunedale voted on Monday night to raise the fees for parking in the old town from two to three crowns an hour.',
  'Mayor Tilda Brandt said the money was for the trams. The opposition spoke of a tax on shopkeepers; the baker Olaf Nyman fears for his customers.',
  'The debate had been put off by a week because of the fire in the Harrow Mill.',
])
