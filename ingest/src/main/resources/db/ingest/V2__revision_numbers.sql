-- Two claims at the same moment must not get the same number.
alter table revision add constraint revision_number unique (article_id, number);
