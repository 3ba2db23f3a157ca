/** Every way in which an operation can fail, with the advice that goes with it. `docs/errors.md` lists each. */
export const ERRORS = {
  'input-not-found': 'Check the path; a name with spaces needs quotation marks.',
  'input-too-large': 'The input is larger than Hearsay reads; split it, or cut what is not the article.',
  'input-binary': 'This is not text. Hearsay reads text, HTML, JSON Lines, WARC and folders of these.',
  'input-empty': 'There is nothing to read in it.',
  'input-unreadable': 'The file could not be opened; check its permissions.',
  'record-invalid': 'A corpus line needs "id" and "text", both strings; see docs/input.md.',
  'feed-invalid': 'Open the address in a browser to see what it is; RSS, Atom, RDF, JSON Feed and OPML are read.',
  'pair-invalid': 'A line needs "sentence", "source" and "target", all strings; see docs/event.md.',
  'html-too-deep': 'The page nests its elements deeper than any article does; save the article as text.',
  'read-timeout': 'Reading took longer than the limit; see docs/limits.md.',
  'read-failed': 'This is a fault in Hearsay; please report it, with the input where you can share it.',
  'url-invalid': 'Only http and https addresses are fetched.',
  'url-private': 'The address is inside a private network; --allow-private fetches it all the same.',
  'url-robots': "The site's robots.txt asks not to fetch this page; save it in your browser and give the file.",
  'url-opted-out': 'The site reserves its pages from text and data mining; save it in your browser and give the file.',
  'url-status': 'The server did not answer with the page; open the address in a browser to see what it says.',
  'url-redirects': 'The address redirects too often.',
  'url-timeout': 'The server took too long; try again later.',
  'url-unreachable': 'The server could not be reached; check the address and the network.',
  'url-not-text': 'What lies at the address is neither HTML nor text.',
  'model-missing': 'The model file is not where it should be; reinstall the package.',
  'model-mismatch': 'The model file is not the one that its manifest names; reinstall the package.',
  'runtime-missing': 'onnxruntime-node could not be loaded; see docs/install.md.',
  'store-locked': 'End the other process, or keep the store on PostgreSQL (--database), which several can use at once.',
  'store-missing': 'Check what --data or --database names; hearsay add makes a store.',
  'store-newer': 'Install the Hearsay that made it, or a later one.',
  'store-unreadable': 'Check the path and its permissions, or choose another folder with --data.',
  'article-unknown': 'The page of a story lists its articles, and so does hearsay story ID.',
  'story-unknown': 'The first page of hearsay serve lists the stories that there are, and so does hearsay stories.',
  'correction-invalid': 'Look at the story again; it may have changed meanwhile.',
  'database-unreachable': 'Check the address, and that the server runs and lets you in.',
  'port-busy': 'Another program listens on that port; choose another with --port or PORT.',
  'request-invalid': 'See /api/openapi.json for what a request has to look like.',
  'request-foreign': 'Requests are taken from the page that Hearsay itself serves, and from programs on this machine.',
  'request-unknown': 'See /api/openapi.json for the addresses that there are.',
  'server-busy': 'Too many articles wait to be read; try again in a few seconds.',
  usage: 'See hearsay --help.',
} as const

export type ErrorCode = keyof typeof ERRORS

/** An operation that failed: `code` is stable, `message` says what happened, `advice` what to do next. */
export class HearsayError extends Error {
  readonly code: ErrorCode
  readonly advice: string

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'HearsayError'
    this.code = code
    this.advice = ERRORS[code]
  }
}
