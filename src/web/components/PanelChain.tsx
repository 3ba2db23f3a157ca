import { type ChainStep, UNNAMED } from '../../format/chain.ts'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { hearsayOf } from '../view/chain.ts'
import type { Placed } from '../view/order.ts'
import { nameOf } from '../view/speakers.ts'
import { CREDIT, KIND } from '../view/words.ts'
import { plainClick } from './events.ts'

/** On whose word: from the outlet by way of an agency and of those who pass it on to who is last named, and what is told in it. */
export function PanelChain({ sheet, placed }: { readonly sheet: Sheet; readonly placed: Placed }) {
  const { links, inner, trailEnds } = hearsayOf(placed, { reading: sheet.reading, all: sheet.placed })
  return (
    <div class="chain">
      <dt>On whose word</dt>
      <dd>
        <ol>
          {links.map(({ step, placed: one }, index) =>
            one === null ? (
              <li key={index}>
                <Outer step={step} />
              </li>
            ) : one === placed ? (
              <li key={index} aria-current="true">
                <Name sheet={sheet} placed={one} last />, here
              </li>
            ) : (
              <Link key={index} sheet={sheet} placed={one} />
            ),
          )}
        </ol>
        <p class="chain-end">{trailEnds ? 'The trail ends here.' : 'The root, as far as this text tells.'}</p>
        {inner.length > 0 && (
          <>
            <p class="chain-inner">Told in it</p>
            <ul>
              {inner.map(one => (
                <Link key={one.statement.id} sheet={sheet} placed={one} />
              ))}
            </ul>
          </>
        )}
      </dd>
    </div>
  )
}

/** The outlet, or the agency that it credits. */
function Outer({ step: { kind, name } }: { readonly step: ChainStep }) {
  if (kind === 'statement') return null
  return (
    <>
      <bdi>{name ?? UNNAMED[kind]}</bdi>
      {kind === 'wire' && name !== null && <span class="kind"> {CREDIT.wire}</span>}
    </>
  )
}

interface Props {
  readonly sheet: Sheet
  readonly placed: Placed
}

function Link({ sheet, placed }: Props) {
  const { actions } = useApp()
  const { id } = placed.statement
  return (
    <li>
      <a href={`#${encodeURIComponent(id)}`} onClick={plainClick(() => actions.select(id))}>
        <span class="number">{placed.number}</span> <Name sheet={sheet} placed={placed} />
      </a>
    </li>
  )
}

/** The speaker; the last one with its kind where it is no person, for a trail often ends in a document or in somebody not named. */
function Name({ sheet, placed, last }: Props & { readonly last?: boolean }) {
  const group = sheet.speakerOf.get(placed.statement.id)
  const kind = last ? group?.entity?.kind : undefined
  return (
    <>
      <bdi>{nameOf(group)}</bdi>
      {kind && kind !== 'person' && <span class="kind"> {KIND[kind]}</span>}
    </>
  )
}
