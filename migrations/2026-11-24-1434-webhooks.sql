-- Programs of others that hear what happens in the inbox. The secrets are shut with a key that is not in here; the
-- former one signs along until former_until, so that nobody misses anything while it is changed.
-- failing_since: when the row of failures that still goes on began.
create table webhook_endpoint (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null check (length(name) between 1 and 80),
  url text not null check (length(url) <= 2000),
  types text[] not null,
  sealed bytea not null,
  former bytea,
  former_until timestamptz,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  failing_since timestamptz,
  disabled_at timestamptz,
  disabled_why text check (disabled_why in ('failing', 'gone', 'colleague')),
  ended_at timestamptz,
  ended_by bigint references employee (id)
);
create index webhook_endpoint_types on webhook_endpoint using gin (types) where ended_at is null;
grant select, insert, update on webhook_endpoint to :"app";

-- One event for one endpoint; public_id is the webhook-id, the same however often it is tried or sent again. body is
-- what is signed and sent to the letter: ids and facts, no words and no names. next_at: not before; while somebody
-- calls, when others may think that they died.
create table webhook_delivery (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  endpoint_id bigint not null references webhook_endpoint (id),
  event_seq bigint,
  type text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  -- Tries since it was last asked for; a replay begins anew.
  round integer not null default 0,
  made_at timestamptz not null,
  next_at timestamptz not null,
  ended_at timestamptz
);
create unique index webhook_delivery_event on webhook_delivery (endpoint_id, event_seq) where event_seq is not null;
create index webhook_delivery_due on webhook_delivery (next_at, id) where state = 'waiting';
create index webhook_delivery_log on webhook_delivery (endpoint_id, id desc);
create index webhook_delivery_ended on webhook_delivery (ended_at) where ended_at is not null;
grant select, insert, update, delete on webhook_delivery to :"app";

create table webhook_attempt (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references webhook_delivery (id) on delete cascade,
  at timestamptz not null,
  status integer,
  error text,
  milliseconds integer not null
);
create index webhook_attempt_delivery on webhook_attempt (delivery_id, id desc);
grant select, insert, delete on webhook_attempt to :"app";
