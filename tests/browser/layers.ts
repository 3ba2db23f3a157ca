import type { Event, Heard, LoadedBy, Place, Reading, Span, Time } from '../../src/record/index.ts'

/** The layers by their words: each is found in the body, from where `after` ends. */
export interface ScriptedLayers {
  readonly times?: readonly (Pick<Time, 'id' | 'type' | 'value'> & Words & { readonly mod?: string })[]
  readonly places?: readonly (Omit<Place, 'span' | 'entity'> & Words & { readonly entity?: string })[]
  readonly events?: readonly (Partial<Event> & Pick<Event, 'id' | 'eventType' | 'actors' | 'recipients'> & Words)[]
  readonly heard?: readonly Heard[]
  readonly loaded?: readonly (LoadedBy & Words)[]
}

interface Words {
  readonly words: string
  readonly after?: string
}

/** A scripted Reading with layers beyond its statements. */
export function withLayers(reading: Reading, { times, places, events, heard, loaded }: ScriptedLayers): Reading {
  const body = reading.article.articleBody
  return {
    ...reading,
    times: times?.map(({ words, after, mod = null, ...rest }) => ({ ...rest, mod, span: find(body, words, after) })),
    places: places?.map(({ words, after, entity = null, ...rest }) => ({ ...rest, entity, span: find(body, words, after) })),
    events: events?.map(({ words, after, ...rest }) => ({
      mode: null,
      trigger: [find(body, words, after)],
      time: null,
      place: null,
      modality: 'asserted' as const,
      onWordOf: 'outlet',
      confidence: 0.8,
      ...rest,
    })),
    heard,
    sentences:
      loaded &&
      reading.sentences?.map(sentence => {
        const own = loaded
          .map(({ words, after, ...by }) => ({ span: find(body, words, after), by }))
          .filter(({ span }) => sentence.span[0] <= span[0] && span[1] <= sentence.span[1])
        return { ...sentence, loaded: own.map(one => one.span), loadedBy: own.map(one => one.by) }
      }),
  }
}

function find(body: string, words: string, after = ''): Span {
  const from = body.indexOf(after)
  const at = body.indexOf(words, from + after.length)
  if (from < 0 || at < 0) throw new Error(`The body does not have “${words}” after “${after}”.`)
  return [at, at + words.length]
}
