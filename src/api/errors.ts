import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ERRORS, type ErrorCode, HearsayError } from '../errors.ts'

/** The shape in which the API tells every failure. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly advice: string }
}

/** The body and status for an error; what is no HearsayError is a fault of ours, and its details stay inside. */
export function errorAnswer(error: unknown): { readonly body: ErrorBody; readonly status: ContentfulStatusCode } {
  if (!(error instanceof HearsayError) || error.code === 'read-failed') {
    return { body: bodyOf('read-failed', 'Something went wrong inside Hearsay.'), status: 500 }
  }
  return { body: bodyOf(error.code, error.message), status: STATUS[error.code] ?? 500 }
}

function bodyOf(code: ErrorCode, message: string): ErrorBody {
  return { error: { code, message, advice: ERRORS[code] } }
}

/** Statuses of RFC 9110. A site that refuses or fails is not the client's fault, but neither is it ours: 4xx and 502 to 504. */
const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'article-unknown': 404,
  'correction-invalid': 409,
  'database-unreachable': 503,
  'html-too-deep': 422,
  'input-binary': 422,
  'input-empty': 422,
  'input-too-large': 413,
  'read-timeout': 503,
  'request-foreign': 403,
  'request-invalid': 400,
  'request-unknown': 404,
  'server-busy': 503,
  'story-unknown': 404,
  'url-invalid': 400,
  'url-not-text': 422,
  'url-opted-out': 403,
  'url-private': 403,
  'url-redirects': 502,
  'url-robots': 403,
  'url-status': 502,
  'url-timeout': 504,
  'url-unreachable': 502,
}
