import type { Statement } from '../../record/index.ts'
import { ATTITUDE, POLARITY, QUOTATION, QUOTATION_MEANS } from '../view/words.ts'

/** How it is told: quotation, polarity, and what the outlet's verb does to the words. */
export function PanelManner({ statement }: { readonly statement: Statement }) {
  const { quotation, polarity, attitude, cueLemma } = statement
  return (
    <>
      <div>
        <dt>Quotation</dt>
        <dd>
          <strong>{QUOTATION[quotation]}</strong>, {QUOTATION_MEANS[quotation]}
        </dd>
      </div>
      <div>
        <dt>Polarity</dt>
        <dd>
          <strong>{POLARITY[polarity]}</strong>
        </dd>
      </div>
      <div>
        <dt>Attitude</dt>
        <dd>
          <strong>{attitude}</strong>, {ATTITUDE[attitude]}
          {cueLemma && (
            <>
              {' '}
              (<i>{cueLemma}</i>)
            </>
          )}
        </dd>
      </div>
    </>
  )
}
