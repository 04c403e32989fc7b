-- When the page of a revision was captured last: an older capture that comes late, from an archive, must not become the
-- article's current revision. Null for revisions of before.
alter table revision add column seen timestamp with time zone;
