import type { Sheet } from '../state.ts'

/** Trouble with the article, said calmly and where it is met first. */
export function Problems({ sheet }: { readonly sheet: Sheet }) {
  const { problems, statements } = sheet.reading
  if (problems.length === 0 && statements?.length !== 0) return null
  return (
    <section class="note" aria-label="Notes on this reading">
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>
            <span dir="auto">{problem.note}</span> <code>{problem.code}</code>
          </li>
        ))}
        {problems.length === 0 && <li>No statement was found in this text.</li>}
      </ul>
    </section>
  )
}
