/** A half-open range `[start, end)` of `article.articleBody`, in UTF-16 code units. */
export type Span = readonly [start: number, end: number]

/** The words of a span: a slice, never generated text. */
export function textOf(body: string, span: Span): string {
  return body.slice(span[0], span[1])
}

/** Whether two spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** Whether `outer` holds every unit of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** The smallest span that holds all of `spans`; null where there is none. */
export function extentOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  return [Math.min(...spans.map(s => s[0])), Math.max(...spans.map(s => s[1]))]
}
