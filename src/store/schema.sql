-- What the migrations make; npx tsx tests/store/schema.ts writes it.

create table articles (
  id text collate "C" not null,
  digest bytea not null,
  input text not null,
  url text,
  publisher text,
  headline text,
  published text collate "C",
  language text,
  words tsvector not null,
  added_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  called text not null default ''::text,
  constraint articles_pkey PRIMARY KEY (id)
);
CREATE INDEX articles_called ON hearsay.articles USING gin (called gin_trgm_ops);
CREATE INDEX articles_latest ON hearsay.articles USING btree (published DESC NULLS LAST, id);
CREATE INDEX articles_published ON hearsay.articles USING btree (published, id);
CREATE INDEX articles_words ON hearsay.articles USING gin (words);

create table correction_articles (
  article text collate "C" not null,
  correction bigint not null,
  side integer,
  together boolean,
  constraint correction_articles_correction_fkey FOREIGN KEY (correction) REFERENCES corrections(id),
  constraint correction_articles_pkey PRIMARY KEY (article, correction),
  constraint correction_articles_side_check CHECK ((side = ANY (ARRAY[1, 2])))
);
CREATE INDEX correction_articles_sides ON hearsay.correction_articles USING btree (correction, side) WHERE (side IS NOT NULL);

create table corrections (
  id bigint not null generated always as identity,
  kind text not null,
  subject json not null,
  effect json not null,
  by text not null,
  at timestamp with time zone not null default now(),
  undone_by text,
  undone_at timestamp with time zone,
  constraint corrections_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'merge'::text, 'rename'::text, 'not-the-same'::text, 'not-a-copy'::text, 'wrong-speaker'::text]))),
  constraint corrections_pkey PRIMARY KEY (id)
);
CREATE INDEX corrections_standing ON hearsay.corrections USING btree (kind, id) WHERE (undone_at IS NULL);

create table counters (
  name text not null,
  value bigint not null,
  constraint counters_pkey PRIMARY KEY (name)
);

create table filed (
  article text collate "C" not null,
  story text collate "C" not null,
  day integer,
  features json not null,
  constraint filed_pkey PRIMARY KEY (article),
  constraint filed_story_fkey FOREIGN KEY (story) REFERENCES stories(id)
);
CREATE INDEX filed_story ON hearsay.filed USING btree (story, day, article);

create table inputs (
  id bigint not null generated always as identity,
  key bytea not null,
  input text not null,
  page_digest bytea,
  page json,
  job uuid,
  session integer,
  outcome text,
  article text collate "C",
  article_digest bytea,
  code text,
  message text,
  received_at timestamp with time zone not null default now(),
  done_at timestamp with time zone,
  constraint inputs_key_key UNIQUE (key),
  constraint inputs_outcome_check CHECK ((outcome = ANY (ARRAY['added'::text, 'unchanged'::text, 'updated'::text, 'failed'::text]))),
  constraint inputs_pkey PRIMARY KEY (id)
);
CREATE INDEX inputs_job ON hearsay.inputs USING btree (job) WHERE (job IS NOT NULL);
CREATE INDEX inputs_page ON hearsay.inputs USING btree (page_digest) WHERE (outcome IS NOT NULL);
CREATE INDEX inputs_session ON hearsay.inputs USING btree (session) WHERE (outcome IS NULL);

create table log (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  kind text not null,
  article text collate "C",
  story text collate "C",
  detail json not null,
  constraint log_pkey PRIMARY KEY (id)
);
CREATE INDEX log_article ON hearsay.log USING btree (article, id) WHERE (article IS NOT NULL);
CREATE INDEX log_story ON hearsay.log USING btree (story, id) WHERE (story IS NOT NULL);

create table migrations (
  number integer not null,
  name text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (number)
);

create table readings (
  article text collate "C" not null,
  version text not null,
  model text not null,
  reading json not null,
  read_at timestamp with time zone not null default now(),
  meanings bytea,
  constraint readings_article_fkey FOREIGN KEY (article) REFERENCES articles(id) ON DELETE CASCADE,
  constraint readings_pkey PRIMARY KEY (article)
);
CREATE INDEX readings_reader ON hearsay.readings USING btree (version, model, article);

create table sessions (
  id integer not null generated always as identity,
  host text not null,
  pid integer not null,
  started_at timestamp with time zone not null default now(),
  constraint sessions_pkey PRIMARY KEY (id)
);

create table stories (
  id text collate "C" not null,
  joined_into text collate "C",
  given_name text,
  stale boolean not null default true,
  name text,
  first_published text collate "C",
  last_published text collate "C",
  articles integer not null default 0,
  publishers integer not null default 0,
  origins_least integer not null default 0,
  origins_most integer not null default 0,
  document json,
  opened_at timestamp with time zone not null default now(),
  told_by text,
  constraint stories_joined_into_fkey FOREIGN KEY (joined_into) REFERENCES stories(id),
  constraint stories_pkey PRIMARY KEY (id)
);
CREATE INDEX stories_joined ON hearsay.stories USING btree (joined_into) WHERE (joined_into IS NOT NULL);
CREATE INDEX stories_listed ON hearsay.stories USING btree (last_published DESC NULLS LAST, id) WHERE (articles > 0);
CREATE INDEX stories_stale ON hearsay.stories USING btree (id) WHERE stale;

create table story_shingles (
  hash bigint not null,
  article text collate "C" not null,
  constraint story_shingles_pkey PRIMARY KEY (hash, article)
);

create table story_terms (
  term text collate "C" not null,
  day integer,
  article text collate "C" not null,
  weight double precision not null
);
CREATE INDEX story_terms_found ON hearsay.story_terms USING btree (term, day, article) INCLUDE (weight);
