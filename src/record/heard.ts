/** How often a party that acts or is acted upon speaks itself in this article. */
export interface Heard {
  /** An entity's id. */
  readonly entity: string
  /** Its direct and mixed statements. */
  readonly direct: number
  readonly indirect: number
  /** Those of its statements whose cue doubts them. */
  readonly doubted: number
  /** Whether the article says that it was asked: "did not respond", "declined to comment". */
  readonly sought: boolean
}
