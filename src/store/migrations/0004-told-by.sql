-- By which version of Hearsay, with which word vectors, a Story was told. One that another has told is told anew when it is shown.
alter table stories add column told_by text;
