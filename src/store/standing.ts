import type { Queryable } from './database.ts'

/** Follows joins to the story that has the articles now; null where there is none. */
export async function standingStory(
  sql: Queryable,
  id: string,
): Promise<{ readonly id: string; readonly stale: boolean; readonly told_by: string | null } | null> {
  const [row] = await sql.query<{ id: string; stale: boolean; told_by: string | null }>(
    `with recursive way as (
       select id, joined_into, stale, told_by, 0 as step from stories where id = $1
       union all
       select s.id, s.joined_into, s.stale, s.told_by, step + 1 from stories s join way on s.id = way.joined_into where step < 1000
     )
     select id, stale, told_by from way where joined_into is null`,
    [id],
  )
  return row ?? null
}
