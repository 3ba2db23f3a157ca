/** Sets that grow together; each goes by its least member, so that the order of joining does not show. */
export class Groups {
  readonly #parents = new Map<string, string>()

  /** The least member of the set that `item` is in: itself, where it was never joined to another. */
  of(item: string): string {
    const parent = this.#parents.get(item)
    if (parent === undefined) return item
    const root = this.of(parent)
    this.#parents.set(item, root)
    return root
  }

  join(a: string, b: string): void {
    const [left, right] = [this.of(a), this.of(b)]
    if (left === right) return
    this.#parents.set(left < right ? right : left, left < right ? left : right)
  }
}
