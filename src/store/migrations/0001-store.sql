-- Ours alone, so that a database may hold other things beside.
create schema if not exists hearsay;

create table migrations (
  number integer primary key,
  name text not null,
  applied_at timestamptz not null default now()
);

-- Texts that are compared or sorted as ids are in collation "C": the same order on every machine.

-- What was given to `hearsay add`, and what became of it. A row waits while `outcome` is null.
create table inputs (
  id bigint generated always as identity primary key,
  key bytea not null unique,                    -- SHA-256 of the input's name and of the page
  input text not null,                          -- the path or address, as the line of `add` has it
  page_digest bytea,                            -- SHA-256 of what was received; null where nothing was
  page json,                                    -- until it is read
  job uuid,                                     -- in the queue, until it is read
  session integer,                              -- the process that reads it now
  outcome text check (outcome in ('added', 'unchanged', 'updated', 'failed')),
  article text collate "C",
  article_digest bytea,                         -- of the article that this page was read as
  code text,                                    -- why it failed
  message text,
  received_at timestamptz not null default now(),
  done_at timestamptz
);
create index inputs_page on inputs (page_digest) where outcome is not null;
create index inputs_session on inputs (session) where outcome is null;
create index inputs_job on inputs (job) where job is not null;

-- Processes that read. Each holds an advisory lock with its number; a number whose lock is free is a process that is dead.
create table sessions (
  id integer generated always as identity primary key,
  host text not null,
  pid integer not null,
  started_at timestamptz not null default now()
);

create table articles (
  id text collate "C" primary key,
  digest bytea not null,                        -- SHA-256 of the words and of what the outlet says about them
  input text not null,
  url text,
  publisher text,
  headline text,
  published text collate "C",                   -- ISO 8601, as precise as given
  language text,
  words tsvector not null,                      -- headline and body, for full-text search
  added_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index articles_words on articles using gin (words);
create index articles_published on articles (published, id);

-- One Reading an article: the latest. `json`, not `jsonb`: it comes back unit for unit as it went in.
create table readings (
  article text collate "C" primary key references articles on delete cascade,
  version text not null,                        -- of the reader
  model text not null,
  reading json not null,
  read_at timestamptz not null default now()
);
create index readings_reader on readings (version, model, article);

create table stories (
  id text collate "C" primary key,
  joined_into text collate "C" references stories,
  given_name text,                              -- by a person
  stale boolean not null default true,          -- whether what follows is older than its articles
  name text,
  first_published text collate "C",
  last_published text collate "C",
  articles integer not null default 0,
  publishers integer not null default 0,
  origins_least integer not null default 0,
  origins_most integer not null default 0,
  document json,
  opened_at timestamptz not null default now()
);
create index stories_stale on stories (id) where stale;
create index stories_listed on stories (last_published desc nulls last, id) where articles > 0;
create index stories_joined on stories (joined_into) where joined_into is not null;

-- The index that filing asks (`src/story/store.ts`). `day` is the publication's, in days since 1970.
create table filed (
  article text collate "C" primary key,
  story text collate "C" not null references stories,
  day integer,
  features json not null
);
create index filed_story on filed (story, day, article);

create table story_terms (
  term text collate "C" not null,
  day integer,
  article text collate "C" not null,
  weight double precision not null
);
create index story_terms_found on story_terms (term, day, article) include (weight);

create table story_term_counts (
  term text collate "C" primary key,
  articles integer not null
) with (fillfactor = 70);

create table story_shingles (
  hash bigint not null,
  article text collate "C" not null,
  primary key (hash, article)
);

-- What is counted as it comes, since counting itself would grow with the store.
create table counters (
  name text primary key,
  value bigint not null
);
insert into counters values ('filed', 0);

-- What people corrected. Nothing is ever taken out of it: undoing is a date.
create table corrections (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('split', 'merge', 'rename', 'not-the-same', 'not-a-copy', 'wrong-speaker')),
  subject json not null,
  effect json not null,                         -- which articles it moved from which story to which
  by text not null,
  at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz
);
create index corrections_standing on corrections (kind, id) where undone_at is null;

-- The articles that a correction speaks of. Where it rules that articles are of one story or of two, each stands on side 1 or 2, and
-- the ruling holds between the sides; the latest that stands counts.
create table correction_articles (
  article text collate "C" not null,
  correction bigint not null references corrections,
  side integer check (side in (1, 2)),
  together boolean,
  primary key (article, correction)
);
create index correction_articles_sides on correction_articles (correction, side) where side is not null;

-- What happened, in its order: why an article is where it is, and what was done about it.
create table log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null,                           -- added, updated, reread, filed, moved, joined, corrected, undone
  article text collate "C",
  story text collate "C",
  detail json not null
);
create index log_article on log (article, id) where article is not null;
create index log_story on log (story, id) where story is not null;
