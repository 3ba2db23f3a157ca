import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { textOf } from '../../record/index.ts'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import type { Member } from '../view/cast.ts'
import { countryName } from '../view/countries.ts'
import { passageOf } from '../view/passage.ts'
import { FORM, KIND, UNHEARD_LABEL } from '../view/words.ts'
import { plainClick } from './events.ts'
import { Jump, usePointing } from './Jump.tsx'
import { useMore } from './more.tsx'

interface Props {
  readonly sheet: Sheet
  readonly member: Member
}

/** One member of the cast. Pointing at it marks its mentions in the text; pressing it lists them. */
export function CastRow({ sheet, member }: Props) {
  const [open, setOpen] = useState(false)
  const { entity, direct, indirect, doubted, sought, unheard, described } = member
  const { name, kind, country, mentions } = entity
  const pointing = usePointing({ words: mentions.map(one => one.span), sentence: null })
  const facts = [
    KIND[kind],
    country && countryName(country),
    `${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'}`,
  ]
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button type="button" class="member" aria-expanded={open} onClick={() => setOpen(!open)} {...pointing}>
            <bdi>{name}</bdi>
          </button>
        </th>
        <td class="count">{direct}</td>
        <td class="count">{indirect}</td>
        <td class="count">{doubted}</td>
      </tr>
      <tr class="who">
        <td colSpan={4}>
          <span class="facts-of">{facts.filter(Boolean).join(', ')}</span>
          {described.length > 0 && (
            <span class="described">
              {described.map((text, index) => (
                <Fragment key={text}>
                  {index > 0 && '; '}
                  <bdi>{text}</bdi>
                </Fragment>
              ))}
            </span>
          )}
          {unheard && <em class="unheard">{UNHEARD_LABEL}</em>}
          {sought && <span class="sought">asked for comment, the article says</span>}
          {open && (
            <>
              <Mentions sheet={sheet} member={member} />
              <Statements sheet={sheet} member={member} />
            </>
          )}
        </td>
      </tr>
    </tbody>
  )
}

const MENTIONS = 24
const STATEMENTS = 25

function Mentions({ sheet, member }: Props) {
  const [shown, more] = useMore(member.entity.mentions, MENTIONS)
  const { reading } = sheet
  return (
    <>
      <h3>In the text</h3>
      <ul class="wordings">
        {shown.map(({ span, form }) => (
          <li key={span[0]}>
            <Jump to={passageOf(reading, [span])}>
              <bdi>{textOf(reading.article.articleBody, span)}</bdi>
              {form !== 'name' && <span class="hidden">, {FORM[form]}</span>}
            </Jump>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

function Statements({ sheet, member }: Props) {
  const { actions } = useApp()
  const [shown, more] = useMore(member.statements, STATEMENTS)
  if (member.statements.length === 0) return null
  const { articleBody } = sheet.reading.article
  return (
    <>
      <h3>Statements</h3>
      <ol class="told">
        {shown.map(({ statement, number }) => {
          const words = statement.content[0] ?? statement.cue[0]
          return (
            <li key={statement.id}>
              <a
                href={`#${encodeURIComponent(statement.id)}`}
                onClick={plainClick(() => actions.select(statement.id, { open: true }))}
              >
                <span class="number">{number}</span> <bdi class="one-line">{words ? textOf(articleBody, words) : ''}</bdi>
              </a>
            </li>
          )
        })}
      </ol>
      {more}
    </>
  )
}
