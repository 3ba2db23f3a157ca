import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Queryable } from '../../src/store/database.ts'
import { openStore } from '../../src/store/store.ts'
import { folders } from './places.ts'

/** The tables that the migrations make, as text: their columns, constraints and indexes, each sorted by name. */
export async function schemaOf(sql: Queryable): Promise<string> {
  const columns = await sql.query<{ table: string; line: string }>(COLUMNS)
  const constraints = await sql.query<{ table: string; line: string }>(CONSTRAINTS)
  const indexes = await sql.query<{ table: string; line: string }>(INDEXES)
  const tables = [...new Set(columns.map(({ table }) => table))]
  const of = (rows: readonly { table: string; line: string }[], table: string) => rows.filter(row => row.table === table)
  const texts = tables.map(table => {
    const inside = [...of(columns, table), ...of(constraints, table)].map(({ line }) => `  ${line}`)
    return `create table ${table} (\n${inside.join(',\n')}\n);\n${of(indexes, table)
      .map(({ line }) => `${line};\n`)
      .join('')}`
  })
  return `-- What the migrations make; npx tsx tests/store/schema.ts writes it.\n\n${texts.join('\n')}`
}

const COLUMNS = `
  select c.relname as table, concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attcollation <> t.typcollation then 'collate ' || quote_ident(l.collname) end,
    case when a.attnotnull then 'not null' end,
    case when a.attidentity = 'a' then 'generated always as identity' end,
    'default ' || pg_get_expr(d.adbin, d.adrelid)) as line
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
  join pg_type t on t.oid = a.atttypid
  left join pg_collation l on l.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'hearsay'::regnamespace and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

// Since PostgreSQL 18 "not null" is a constraint of its own here; in the columns it stands in every version.
const CONSTRAINTS = `
  select c.relname as table, 'constraint ' || conname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'hearsay'::regnamespace and contype <> 'n' order by c.relname, conname`

const INDEXES = `
  select tablename as table, indexdef as line from pg_indexes where schemaname = 'hearsay'
    and indexname not in (select conname from pg_constraint) order by tablename, indexname`

export const SCHEMA_FILE = fileURLToPath(new URL('../../src/store/schema.sql', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const places = await folders()
  const store = await openStore(await places.fresh())
  writeFileSync(SCHEMA_FILE, await schemaOf(store.database))
  await store.close()
  await places.close()
}
