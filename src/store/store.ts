import { LIMITS } from '../limits.ts'
import type { Corrected, Correction, Reading, Story } from '../record/index.ts'
import { allReadings, readingOf } from './articles.ts'
import { correctedReading } from './corrected.ts'
import { correct, corrections, correctionsOf, correctionsOfStory, undo } from './corrections.ts'
import type { Database } from './database.ts'
import { openFolder } from './folder.ts'
import { type Intake, openIntake } from './intake.ts'
import { migrate, requireTables } from './migrate.ts'
import { openQueue } from './queue.ts'
import { openServer } from './server.ts'
import { openSession } from './sessions.ts'
import { allStories, listStories, oneStory, type StoryLine, tellStale } from './stories.ts'
import { type StoryPage, type StoryQuery, storyPage } from './story-page.ts'

/** Where a store is: a folder on this machine, or a PostgreSQL server. */
export type StorePlace = { readonly data: string } | { readonly database: string }

/** Articles, their Readings, and the stories that they are filed into. */
export interface Store {
  readonly database: Database
  /** Every story that has articles, the latest first. */
  stories(): AsyncGenerator<StoryLine>
  /** Some of them; throws `request-invalid`. */
  page(query: StoryQuery): Promise<StoryPage>
  /** Throws `story-unknown`. */
  story(id: string): Promise<Story>
  /** Every Story whole, in the order of `stories`. */
  documents(): AsyncGenerator<Story>
  reading(article: string): Promise<Reading | null>
  /** The Reading with what people said about its speakers. */
  correctedReading(article: string): Promise<Reading | null>
  /** With what people said about their speakers, in the order of the articles' ids. */
  readings(): AsyncGenerator<Reading>
  /** The way in; this process is signed in as one that reads. */
  intake(): Promise<Intake>
  /** Does and remembers what a person says; gives its number. Throws `correction-invalid`, `story-unknown`. */
  correct(given: { readonly by: string; readonly correction: Correction }): Promise<number>
  /** Throws `correction-invalid`. */
  undo(given: { readonly id: number; readonly by: string }): Promise<void>
  /** Corrections of everything, or of one story, the latest first. */
  corrections(story?: string): Promise<readonly Corrected[]>
  counts(): Promise<{ readonly articles: number; readonly stories: number }>
  /** Tells those stories anew whose articles changed. */
  refresh(): Promise<void>
  close(): Promise<void>
}

export interface Opening {
  /** Whether a store is made where there is none: by default. */
  readonly make?: boolean
}

/**
 * Opens a store, with its tables brought up to this version. Throws `store-missing` where there is none and none is to be made,
 * `store-locked`, `store-newer`, `store-unreadable`, `database-unreachable`, `usage`.
 */
export async function openStore(place: StorePlace, { make = true }: Opening = {}): Promise<Store> {
  const database = 'data' in place ? await openFolder(place.data, { make }) : await openServer(place.database)
  try {
    if (!make) await requireTables(database)
    await migrate(database)
  } catch (error) {
    await database.close()
    throw error
  }
  return storeOn(database)
}

export function storeOn(database: Database): Store {
  let intake: Promise<Intake> | undefined
  return {
    database,
    stories: () => listStories(database),
    page: query => storyPage(database, query),
    story: id => oneStory(database, id),
    documents: () => allStories(database),
    reading: article => readingOf(database, article),
    correctedReading: async article => {
      const reading = await readingOf(database, article)
      return reading === null ? null : correctedReading(reading, await correctionsOf(database, [article]))
    },
    readings: () => correctedReadings(database),
    intake: () => {
      intake ??= intakeOn(database)
      return intake
    },
    correct: given => correct(database, given),
    undo: given => undo(database, given),
    corrections: story => (story === undefined ? corrections(database) : correctionsOfStory(database, story)),
    counts: async () => (await database.query<{ articles: number; stories: number }>(COUNTED))[0]!,
    refresh: () => tellStale(database),
    close: () => database.close(),
  }
}

async function* correctedReadings(database: Database): AsyncGenerator<Reading> {
  for await (const reading of allReadings(database)) {
    yield correctedReading(reading, await correctionsOf(database, [reading.article.id]))
  }
}

async function intakeOn(database: Database): Promise<Intake> {
  const queue = await openQueue(database, { deathsMax: LIMITS.inputDeathsMax })
  return openIntake(database, { queue, session: await openSession(database) })
}

/** Articles by the counter that filing keeps; stories are few beside them. */
const COUNTED = `select (select value::integer from counters where name = 'filed') as articles,
  (select count(distinct story)::integer from filed) as stories`
