-- What an article calls things: its headline, its outlet, and the names of whom and what it speaks of. Searched by trigrams, where
-- the server has them (`src/store/trigrams.ts`), so that a name is found that is written a little otherwise.
alter table articles add column called text not null default '';
update articles set called = concat_ws(' · ', headline, publisher);

-- The latest first, undated ones at the end, as stories are listed.
create index articles_latest on articles (published desc nulls last, id);
