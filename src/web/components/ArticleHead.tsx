import type { Sheet } from '../state.ts'
import { dateInWords } from '../view/dates.ts'
import { opensWithHeadline } from '../view/paragraphs.ts'
import { CREDIT } from '../view/words.ts'

/** Outlet, date, author, and whose work the text says it is; then the headline, unless the body opens with it. */
export function ArticleHead({ sheet }: { readonly sheet: Sheet }) {
  const { article } = sheet.reading
  const { headline, alternativeHeadline, publisher, author, datePublished, dateModified, dateline, credits, url } = article
  const inBody = opensWithHeadline(
    article,
    sheet.paragraphs.map(paragraph => paragraph.span),
  )
  return (
    <header class="head">
      <p class="outlet">{publisher ? <bdi>{publisher}</bdi> : <span class="unknown">Outlet not found</span>}</p>
      {!inBody && headline && (
        <h1 class="headline" dir="auto">
          {headline}
        </h1>
      )}
      {!inBody && !headline && <h1 class="hidden">An article without a headline</h1>}
      {alternativeHeadline && (
        <p class="standfirst" dir="auto">
          {alternativeHeadline}
        </p>
      )}
      <ul class="facts">
        {author.length > 0 && (
          <li>
            By <bdi>{author.join(', ')}</bdi>
          </li>
        )}
        {datePublished ? (
          <li>
            <time dateTime={datePublished}>{dateInWords(datePublished)}</time>
          </li>
        ) : (
          <li class="unknown">Date not found</li>
        )}
        {dateModified && (
          <li>
            Updated <time dateTime={dateModified}>{dateInWords(dateModified)}</time>
          </li>
        )}
        {dateline && (
          <li>
            Dateline <bdi>{dateline.text}</bdi>
          </li>
        )}
        {credits.map(credit => (
          <li key={`${credit.name}${credit.span[0]}`}>
            Credits <bdi>{credit.name}</bdi> ({CREDIT[credit.kind]})
          </li>
        ))}
        {url && /^https?:/i.test(url) && (
          <li>
            <a href={url} rel="noreferrer">
              At the outlet
            </a>
          </li>
        )}
      </ul>
    </header>
  )
}
