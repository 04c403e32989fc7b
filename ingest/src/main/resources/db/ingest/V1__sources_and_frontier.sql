-- What crawlers share: which sources there are, whose turn it is, and which revisions were published.
-- PostgreSQL's SQL; H2 runs the same file in its PostgreSQL mode.

create table source (
    id            varchar(80) primary key,
    name          varchar(300) not null,
    home          varchar(2000),
    feed          varchar(2000) not null,
    language      varchar(35),
    listed        boolean not null,
    etag          varchar(1000),
    last_modified varchar(200),
    last_poll     timestamp with time zone,
    last_success  timestamp with time zone,
    error         varchar(1000)
);

-- One row for each host and port that is ever asked. Whoever holds the lease is the only one who may ask it.
create table authority (
    name         varchar(300) primary key,
    next_request timestamp with time zone not null,
    lease_until  timestamp with time zone
);

-- One row for each address to ask: a feed again and again, a page until it is fetched or given up.
-- kind is FEED or PAGE, state WAITING, FETCHED or FAILED. They are no check constraints, because H2 2.4 evaluates
-- "in (...)" of a constraint with the session that created the table, and fails once that session is closed.
create table request (
    id             varchar(32) primary key,
    kind           varchar(4) not null,
    state          varchar(7) not null,
    source_id      varchar(80) not null references source (id),
    authority      varchar(300) not null references authority (name),
    url            varchar(2000) not null,
    due            timestamp with time zone not null,
    attempts       integer not null,
    hops           integer not null,
    error          varchar(1000),
    feed_title     varchar(1000),
    feed_published timestamp with time zone
);

create index request_by_turn on request (authority, state, kind, due);
create index request_by_source on request (source_id, kind, state);

-- Which content of which article was published, and on the strength of which record: a claim by the same record is
-- the same publication tried again after a crash.
create table revision (
    article_id  varchar(32) not null,
    fingerprint varchar(32) not null,
    number      integer not null,
    claimed_by  varchar(300) not null,
    primary key (article_id, fingerprint)
);
