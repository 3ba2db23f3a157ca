-- In how many articles a term stands was kept and never asked for.
drop table story_term_counts;
