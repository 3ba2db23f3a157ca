-- What the clauses of an article mean to the model, packed; null where an older reader has read it.
alter table readings add column meanings bytea;
