interface Props {
  /** What the first column has, for those who do not see it. */
  readonly first?: string
  readonly names: readonly string[]
}

/** The head of a table whose first column needs no name to those who see it: mostly the number that the drawing has too. */
export function Columns({ first = 'Number', names }: Props) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="hidden">{first}</span>
        </th>
        {names.map((name, index) => (
          <th key={index} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
