-- Whether a host is left alone because it told us to slow down or to go away, other than one that does not answer.
alter table authority add column rest_wanted boolean default false not null;
