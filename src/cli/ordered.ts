/**
 * What `work` makes of each item, in the items' order, with at most `limit` of them begun and not yet handed out. An item is asked
 * for only when there is room for it, so that whoever reads slowly slows down the whole chain. `work` must not reject.
 */
export async function* inOrder<Item, Done>(
  items: AsyncIterable<Item>,
  { limit, work }: { readonly limit: number; readonly work: (item: Item) => Promise<Done> },
): AsyncGenerator<Done> {
  const iterator = items[Symbol.asyncIterator]()
  const begun: Promise<{ readonly done: Done }>[] = []
  let next: Promise<{ readonly item: IteratorResult<Item> }> | null = null
  let ended = false
  try {
    while (true) {
      if (!ended && next === null && begun.length < limit) next = iterator.next().then(item => ({ item }))
      const first = begun[0]
      if (first === undefined && next === null) return
      // A slow input must not hold back what is done already, nor a slow article the next input.
      const event = await Promise.race([...(first ? [first] : []), ...(next ? [next] : [])])
      if ('done' in event) {
        begun.shift()
        yield event.done
        continue
      }
      next = null
      if (event.item.done) ended = true
      else begun.push(work(event.item.value).then(done => ({ done })))
    }
  } finally {
    // An item that is still awaited may never come, and `return` would wait for it.
    const ended = iterator.return?.()
    if (next === null) await ended
  }
}
