import { type Passage, textOf } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import { mentionOf, outletOf, type Told } from '../../story/told.ts'
import { type Party, partiesOf } from '../../story/unheard.ts'
import { count, JOINED } from '../../story/words.ts'
import { KIND } from '../../view/words.ts'
import { useMore } from '../more.tsx'
import { ToPassage } from './ToPassage.tsx'
import { useStoryTools } from './tools.ts'

const ROWS = 25

/** Who speaks in the articles held here, and who does not. */
export function HeardView({ told }: { readonly told: Told }) {
  const parties = partiesOf(told)
  const unheard = parties.filter(party => party.missed)
  const [shown, more] = useMore(parties, ROWS)
  if (parties.length === 0) return null
  const held = count(told.story.articles.length, 'article')
  return (
    <section class="heard" aria-labelledby="story-heard">
      <h2 id="story-heard">Who is heard</h2>
      {unheard.length > 0 && (
        <p class="unheard-line">
          Not heard in the {held} held here:{' '}
          {unheard.map(({ entity, accused, heard }, index) => (
            <span key={entity.id}>
              {index > 0 && '; '}
              <bdi class="name">{entity.name}</bdi>
              {(accused || heard.sought) && (
                <span class="kind">
                  {' '}
                  ({[accused && 'accused', heard.sought && 'was asked, an article says'].filter(Boolean).join(', ')})
                </span>
              )}
            </span>
          ))}
        </p>
      )}
      <table class="parties">
        <caption class="hidden">Statements of each party in the {held} held here</caption>
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">direct</th>
            <th scope="col">indirect</th>
            <th scope="col">doubted</th>
          </tr>
        </thead>
        {shown.map(party => (
          <PartyRow key={party.entity.id} told={told} party={party} />
        ))}
      </table>
      {more}
      <p class="hint">
        Statements in quotation marks, in the outlets’ words, and those among both whose verb keeps its distance. Who is not heard
        here may be heard in articles that are not held.
      </p>
    </section>
  )
}

function PartyRow({ told, party }: { readonly told: Told; readonly party: Party }) {
  const { dispatch, state } = useApp()
  const { entity, heard, unheard, articles } = party
  const part = `party ${entity.id}`
  const open = state.expanded.has(part)
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button type="button" class="member" aria-expanded={open} onClick={() => dispatch({ do: 'expand', part })}>
            <bdi>{entity.name}</bdi>
          </button>
          <span class="facts-of">
            {KIND[entity.kind]}, {entity.kind === 'unnamed' || entity.kind === 'group' ? 'in' : 'named in'}{' '}
            {count(articles, 'article')}
            {unheard && <em class="unheard"> not heard</em>}
          </span>
        </th>
        <td class="count">{heard.direct}</td>
        <td class="count">{heard.indirect}</td>
        <td class="count">{heard.doubted}</td>
      </tr>
      {open && (
        <tr class="party-members">
          <td colSpan={4}>
            <Members told={told} party={party} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** The names under which it goes in each article, why they count as one, and the way to tell two of them apart. */
function Members({ told, party }: { readonly told: Told; readonly party: Party }) {
  const { correct, busy } = useStoryTools()
  const { members, why } = party.entity
  const passages = members.map(member => passageOf(told, member))
  const first = passages[0]
  return (
    <>
      <ul class="plain-list">
        {members.map((member, index) => {
          const passage = passages[index]
          return (
            <li key={`${member.article} ${member.id}`} class="row">
              <span>
                <bdi class="wording-inline">{passage?.exact ?? '–'}</bdi>{' '}
                <ToPassage told={told} article={member.article} at={passage?.span}>
                  <bdi>{outletOf(told, member.article)}</bdi>
                </ToPassage>
              </span>
              {index > 0 && first && passage && (
                <button
                  type="button"
                  class="button button-bare"
                  disabled={busy}
                  onClick={() =>
                    correct(
                      { kind: 'not-the-same', what: 'entity', passages: [first, passage] },
                      'The two names are told apart from now on.',
                    )
                  }
                >
                  Somebody else
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {why.length > 0 && (
        <p class="joined">
          counted as one by{' '}
          {why.map(({ kind, what }) => `${JOINED[kind]}${what.length > 0 ? ` (${what.join(', ')})` : ''}`).join('; ')}
        </p>
      )}
    </>
  )
}

function passageOf(told: Told, member: { readonly article: string; readonly id: string }): Passage | null {
  const span = mentionOf(told, member)
  const body = told.readings.get(member.article)?.article.articleBody
  return span === null || body === undefined ? null : { article: member.article, span, exact: textOf(body, span) }
}
