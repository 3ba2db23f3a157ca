import { useState } from 'preact/hooks'
import { copyText } from '../clipboard.ts'
import type { Sheet } from '../state.ts'
import type { Placed } from '../view/order.ts'
import { permanentLink } from '../view/permanentLink.ts'
import { statementJson } from '../view/statementJson.ts'

/** The statement's address, and the statement to take along. */
export function PanelLinks({ sheet, placed }: { readonly sheet: Sheet; readonly placed: Placed }) {
  const [said, setSaid] = useState('')
  const link = permanentLink(sheet, placed, location.href)
  const copy = async (text: string, what: string) => {
    setSaid((await copyText(text)) ? `${what} copied.` : `The browser does not let this page copy. ${what} was not copied.`)
  }
  return (
    <div class="panel-links">
      <a class="permanent" href={link.url} rel="noreferrer">
        {link.atSource ? 'This passage at the outlet' : 'Link to this statement'}
      </a>
      {link.passing && <p class="hint">The text was given here, so this link works in this window only.</p>}
      <div class="row">
        <button type="button" class="button" onClick={() => void copy(link.url, 'Link')}>
          Copy link
        </button>
        <button type="button" class="button" onClick={() => void copy(statementJson(sheet, placed), 'JSON')}>
          Copy as JSON
        </button>
      </div>
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  )
}
