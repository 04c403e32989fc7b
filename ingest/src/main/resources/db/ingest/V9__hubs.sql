-- What is agreed on with hubs (WebSub), so that they tell of news at once.

create table hub_subscription (
    source_id varchar(80) primary key references source (id),
    hub       varchar(2000) not null,
    topic     varchar(2000) not null,
    token     varchar(32) not null unique,
    secret    varchar(64) not null,
    expires   timestamp with time zone,
    next_try  timestamp with time zone not null,
    failures  integer not null,
    denial    varchar(1000)
);

create index hub_subscription_by_try on hub_subscription (next_try);
