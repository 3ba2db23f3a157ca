import type { Reading } from '../record/index.ts'
import type { Store } from '../store/store.ts'
import { type Told, toldIn } from './export-story.ts'
import type { Graph, Row } from './export-table.ts'

type Node = Row & { readonly id: string }
interface Edge {
  readonly from: string
  readonly to: string
  readonly relation: string
  count: number
  readonly articles: Map<string, Reading['article']>
}

/**
 * Who lets whom speak, who tells what whom has said, and who acts upon whom, counted over the store. Somebody goes by the fullest name
 * in a story; between stories names are joined as written. Who has no name is no node.
 */
export async function networkIn(store: Store): Promise<Graph> {
  const network = new Network()
  for await (const told of toldIn(store)) for (const reading of told.readings) network.add(told, reading)
  return network.graph()
}

class Network {
  readonly #nodes = new Map<string, Node>()
  readonly #edges = new Map<string, Edge>()

  add({ story }: Told, reading: Reading): void {
    const { article, entities = [], statements = [], events = [] } = reading
    const names = new Map(
      story.entities.flatMap(({ name, kind, members }) =>
        members.filter(member => member.article === article.id).map(({ id }) => [id, { name, kind }] as const),
      ),
    )
    for (const { id, name, kind } of entities) if (!names.has(id)) names.set(id, { name, kind })
    const nodeOf = (id: string | null | undefined) => {
      const entity = names.get(id ?? '')
      return entity === undefined || entity.kind === 'unnamed' ? null : this.#node(entity.kind, entity.name)
    }
    const outlet = article.publisher === null ? null : this.#node('outlet', article.publisher)
    const byId = new Map(statements.map(statement => [statement.id, statement]))
    for (const { speaker, within } of statements) {
      const from = within === null ? outlet : nodeOf(byId.get(within)?.speaker)
      this.#edge({ article, from, to: nodeOf(speaker), relation: within === null ? 'quotes' : 'tells of' })
    }
    for (const { actors, recipients, eventType } of events) {
      for (const from of actors) {
        for (const to of recipients) this.#edge({ article, from: nodeOf(from), to: nodeOf(to), relation: eventType })
      }
    }
  }

  graph(): Graph {
    const edges = [...this.#edges.values()].map(({ articles, ...edge }) => {
      const all = [...articles.values()]
      return {
        ...edge,
        outlets: [...new Set(all.flatMap(({ publisher }) => publisher ?? []))],
        articles: all.map(({ id }) => id),
        urls: all.flatMap(({ url }) => url ?? []),
      }
    })
    return { nodes: [...this.#nodes.values()], edges }
  }

  #node(kind: string, name: string): string {
    const id = `${kind}:${name}`
    if (!this.#nodes.has(id)) this.#nodes.set(id, { id, name, kind })
    return id
  }

  #edge(of: {
    readonly article: Reading['article']
    readonly from: string | null
    readonly to: string | null
    readonly relation: string
  }) {
    const { article, from, to, relation } = of
    if (from === null || to === null) return
    const key = JSON.stringify([from, to, relation])
    const edge = this.#edges.get(key) ?? { from, to, relation, count: 0, articles: new Map() }
    this.#edges.set(key, edge)
    edge.count += 1
    edge.articles.set(article.id, article)
  }
}
