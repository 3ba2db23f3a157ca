import { LIMITS } from '../limits.ts'
import type { Reading, Story } from '../record/index.ts'
import { allReadings, readingOf } from './articles.ts'
import type { Database } from './database.ts'
import { openFolder } from './folder.ts'
import { type Intake, openIntake } from './intake.ts'
import { migrate } from './migrate.ts'
import { openQueue } from './queue.ts'
import { openServer } from './server.ts'
import { openSession } from './sessions.ts'
import { allStories, listStories, oneStory, type StoryLine, tellStale } from './stories.ts'

/** Where a store is: a folder on this machine, or a PostgreSQL server. */
export type StorePlace = { readonly data: string } | { readonly database: string }

/** Articles, their Readings, and the stories that they are filed into. */
export interface Store {
  readonly database: Database
  /** Every story that has articles, the latest first. */
  stories(): AsyncGenerator<StoryLine>
  /** Throws `story-unknown`. */
  story(id: string): Promise<Story>
  /** Every Story whole, in the order of `stories`. */
  documents(): AsyncGenerator<Story>
  reading(article: string): Promise<Reading | null>
  /** In the order of the articles' ids. */
  readings(): AsyncGenerator<Reading>
  /** The way in; this process is signed in as one that reads. */
  intake(): Promise<Intake>
  /** Tells those stories anew whose articles changed. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a store, made where there is none, with its tables brought up to this version. Throws `store-locked`, `store-newer`,
 * `store-unreadable`, `database-unreachable`, `usage`.
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const database = 'data' in place ? await openFolder(place.data) : await openServer(place.database)
  try {
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
    story: id => oneStory(database, id),
    documents: () => allStories(database),
    reading: article => readingOf(database, article),
    readings: () => allReadings(database),
    intake: () => {
      intake ??= intakeOn(database)
      return intake
    },
    refresh: () => tellStale(database),
    close: () => database.close(),
  }
}

async function intakeOn(database: Database): Promise<Intake> {
  const queue = await openQueue(database, { deathsMax: LIMITS.inputDeathsMax })
  return openIntake(database, { queue, session: await openSession(database) })
}
