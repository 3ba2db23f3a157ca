import type { HearsayError } from '../errors.ts'
import type { Page } from '../record/index.ts'

/** What became of one input, or of one part of it: a Page, or the reason why there is none. */
export type PageOutcome =
  | { readonly input: string; readonly page: Page; readonly error?: undefined }
  | { readonly input: string; readonly error: HearsayError; readonly page?: undefined }
