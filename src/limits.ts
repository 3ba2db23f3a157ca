/** Everything that is bounded, with the reason. Sizes are bytes, times milliseconds, lengths UTF-16 units. */
export const LIMITS = {
  /** A page of news is under 5 MB with everything inlined; 20 leaves room for the worst. */
  pageBytesMax: 20_000_000,
  /** A corpus line holds one article as text. */
  recordBytesMax: 20_000_000,
  /** The longest article of the development corpora has 40,000 units; a book chapter still fits. */
  articleUnitsMax: 1_000_000,
  /** Deeper pages than this are broken or hostile; recursion in the extractor must stay far under the stack's end. */
  htmlDepthMax: 400,
  /** Header lines stand within the first lines of a text file. */
  headerLinesMax: 12,
  fetchTimeoutMs: 20_000,
  fetchRedirectsMax: 5,
  /** RFC 9309 asks for at least 500 KiB of robots.txt; what lies beyond is not looked at. */
  robotsBytesMax: 512_000,
  /** Servers refuse longer addresses themselves, mostly at 8,000; matching them against long rules takes time. */
  urlUnitsMax: 4_000,
  /** A page packed more than twice is no page. */
  fetchCodingsMax: 2,
  /** Between two articles of one site that a feed lists: nobody waits for them, and small sites are not to notice. */
  fetchPauseMs: 1_000,
  /** Feeds in use have 10 to 100 entries and under a megabyte; the parser holds them several times over. */
  feedUnitsMax: 5_000_000,
  feedEntriesMax: 500,
  feedsPerListMax: 1_000,
  /** How many sites' robots.txt are kept in memory, and for how long: RFC 9309 has 24 hours as the most. */
  sitesMax: 500,
  siteAgeMaxMs: 86_400_000,
  /** The reading of one article, on one thread, however long it is. */
  readTimeoutMs: 120_000,
  /** What the objects of one thread may take, in megabytes; beyond it the thread is replaced and the process lives on. */
  threadHeapMbMax: 400,
  /** The part of it where objects begin, in megabytes: room for what some articles need, so that most is dead before it is moved. */
  threadYoungMbMax: 128,
  /** How long a database server may take to answer a connection. */
  databaseTimeoutMs: 10_000,
  /** Of one process: one transaction that files, a few that read; a server of default settings takes 100 in all. */
  databaseConnectionsMax: 4,
  /** Pages received and not yet read that one `hearsay add` lays up: enough to feed several workers, and small beside the store. */
  inputsWaitingMax: 64,
  /** How often reading one input may end with the death of the process before it counts as failed; people interrupt runs, too. */
  inputDeathsMax: 10,
  /** Articles' ids are keys of the database's indexes, whose entries have to stay under 2,700 bytes. */
  articleIdUnitsMax: 500,
  /** What is searched for is a line, not a text. */
  searchUnitsMax: 200,
  /** Articles that the API holds at once, read and waiting; each may be as large as a request. */
  apiReadingsMax: 32,
  /** What the API takes in one request: a page and its wrapping as JSON. */
  requestBytesMax: 25_000_000,
} as const

if (LIMITS.requestBytesMax < LIMITS.pageBytesMax) throw new Error('A page that may be read must fit into a request.')
