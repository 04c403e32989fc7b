-- The database decides on sources: what is listed or added, paused, moved, ended. And a turn is found by one look into
-- an index, however many hosts there are.

-- kind is FEED, SITEMAP, PAGE, or SITE while its listing is looked for; origin LIST or ADDED; state ACTIVE, PAUSED,
-- ENDED or REMOVED. given_address and given_kind are what the list or the command said, feed and kind what holds now.
-- Until grace_until, much at once is no surprise.
alter table source add column kind varchar(7) default 'FEED' not null;
alter table source add column verify_certificate boolean default true not null;
alter table source add column origin varchar(5) default 'LIST' not null;
alter table source add column state varchar(7) default 'ACTIVE' not null;
alter table source add column state_reason varchar(1000);
alter table source add column dismissed boolean default false not null;
alter table source add column given_address varchar(2000);
alter table source add column given_kind varchar(7) default 'FEED' not null;
alter table source add column moved_from varchar(2000);
alter table source add column added timestamp with time zone;
alter table source add column grace_until timestamp with time zone;
alter table source add column error_since timestamp with time zone;
alter table source add column last_new timestamp with time zone;
alter table source add column silent_after timestamp with time zone;
alter table source add column median_daily double precision;
alter table source add column left_out integer default 0 not null;
alter table source add column waiting bigint default 0 not null;
alter table source add column fetched bigint default 0 not null;
alter table source add column given_up bigint default 0 not null;
alter table source add column quarantined bigint default 0 not null;

update source set given_address = feed, added = coalesce(last_poll, current_timestamp),
    grace_until = current_timestamp,
    state = case when listed then 'ACTIVE' else 'REMOVED' end,
    waiting = (select count(*) from request where source_id = source.id and kind = 'PAGE' and state = 'WAITING'),
    fetched = (select count(*) from request where source_id = source.id and kind = 'PAGE' and state = 'FETCHED'),
    given_up = (select count(*) from request where source_id = source.id and kind = 'PAGE' and state = 'FAILED');
alter table source alter column given_address set not null;
alter table source alter column added set not null;
alter table source alter column grace_until set not null;

-- next_turn is never later than the moment at which the authority has something to be asked and may be asked; null when
-- nothing waits. strikes counts how often in a row it told us to go away.
alter table authority add column next_turn timestamp with time zone;
alter table authority add column strikes integer default 0 not null;
update authority set next_turn = next_request;
create index authority_by_turn on authority (next_turn);

-- kind is LISTING, CHILD (a sitemap that an index names) or PAGE; state WAITING, FETCHED, FAILED, HELD (its source is
-- paused or removed), QUARANTINED or KNOWN (old news under a new address). priority: 0 listings, 1 pages, 2 pages of a
-- burst. seen is when the address was met, dated when the page appeared as far as the listing tells.
alter table request alter column kind set data type varchar(7);
alter table request alter column state set data type varchar(11);
alter table request add column priority integer default 1 not null;
alter table request add column seen timestamp with time zone;
alter table request add column dated timestamp with time zone;
alter table request add column deferrals integer default 0 not null;
alter table request add column moved_to varchar(2000);
alter table request add column probe boolean default false not null;
update request set seen = due, dated = coalesce(feed_published, due);
update request set kind = 'LISTING', priority = 0 where kind = 'FEED';
update request set state = 'HELD' where state = 'WAITING'
    and exists (select 1 from source where source.id = request.source_id and source.state = 'REMOVED');
alter table request alter column seen set not null;
alter table request alter column dated set not null;
alter table source drop column listed;
drop index request_by_turn;
create index request_by_turn on request (authority, state, priority, due);
create index request_by_date on request (source_id, kind, dated);

-- How many articles of a source appeared on which day (UTC), by which its rhythm is known.
create table source_day (
    source_id varchar(80) not null references source (id),
    on_day    date not null,
    entries   integer not null,
    primary key (source_id, on_day)
);

-- Where the listing of a site may be, in the order in which the addresses are tried.
create table candidate (
    source_id varchar(80) not null references source (id),
    position  integer not null,
    kind      varchar(7) not null,
    address   varchar(2000) not null,
    primary key (source_id, position)
);

-- Finds the same content under another address.
create index revision_by_fingerprint on revision (fingerprint);
