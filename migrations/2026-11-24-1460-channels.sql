-- A channel account that Polder speaks to itself. settings: where it is and who we are there; sealed: passwords, shut
-- with a key that is not in the database. cursor: up to where was heard, written with the messages themselves.
-- tokens, filled_at, failures, open_until: how much may be called now (channels/limits.ts).
create table channel_connection (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  channel_account_id bigint not null references channel_account (id),
  connector text not null,
  settings jsonb not null,
  sealed bytea not null,
  state text not null default 'paused' check (state in ('paused', 'on', 'ended')),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  changed_at timestamptz not null,
  changed_by bigint references employee (id),
  tried_at timestamptz,
  trial jsonb,
  expires_at timestamptz,
  cursor text,
  heard_at timestamptz,
  problem text,
  problem_since timestamptz,
  again_at timestamptz,
  attempts integer not null default 0,
  tokens real,
  filled_at timestamptz,
  failures integer not null default 0,
  open_until timestamptz
);
create unique index channel_connection_account on channel_connection (channel_account_id) where state <> 'ended';
grant select, insert, update on channel_connection to :"app";

-- What could not be read or stored, as it came: seen by people, in nobody's way. It goes after thirty days.
create table channel_aside (
  id bigint generated always as identity primary key,
  connection_id bigint not null references channel_connection (id),
  key text not null,
  reason text not null,
  raw bytea,
  at timestamptz not null,
  times integer not null default 1,
  unique (connection_id, key)
);
grant select, insert, update, delete on channel_aside to :"app";
comment on column channel_aside.raw is 'personal: a message as it came, that nobody could read';

-- What a channel must know of a message to answer it (facts), and what the message repeated of earlier ones (quoted).
create table message_source (
  message_id bigint primary key,
  received_at timestamptz not null,
  person_id bigint references person (id),
  facts jsonb not null,
  quoted text
);
create index message_source_person on message_source (person_id);
grant select, insert, delete on message_source to :"app";

-- Files that came along. verdict: plain; active (can run or carry a program: given out only as a file); too-large.
create table message_attachment (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  message_id bigint not null,
  received_at timestamptz not null,
  person_id bigint references person (id),
  name text not null,
  media_type text not null,
  bytes bigint not null,
  verdict text not null check (verdict in ('plain', 'active', 'too-large')),
  content bytea
);
create index message_attachment_message on message_attachment (message_id);
create index message_attachment_person on message_attachment (person_id);
grant select, insert, delete on message_attachment to :"app";

alter table channel_aside enable row level security;
alter table channel_aside force row level security;
create policy owner_reads_all on channel_aside to :"owner" using (true) with check (true);
create policy purpose_declared on channel_aside to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
alter table message_source enable row level security;
alter table message_source force row level security;
create policy owner_reads_all on message_source to :"owner" using (true) with check (true);
create policy purpose_declared on message_source to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
alter table message_attachment enable row level security;
alter table message_attachment force row level security;
create policy owner_reads_all on message_attachment to :"owner" using (true) with check (true);
create policy purpose_declared on message_attachment to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- They go when the words of the message go, whatever made them go.
create function drop_sources() returns trigger language plpgsql as $$
begin
  delete from message_source where message_id = new.id;
  delete from message_attachment where message_id = new.id;
  return null;
end $$;
create trigger message_sources_go after update of text on message for each row
  when (new.text = '' and old.text <> '') execute function drop_sources();

-- An answer on its way: queued → calling (the intent, with the number of the try) → what came of it. unknown with
-- ask_at: it will be looked for; without: a person decides. doubted: an earlier try may have arrived.
alter table outbound drop constraint if exists outbound_state_check;
alter table outbound add constraint outbound_state_check
  check (state in ('queued', 'calling', 'sent', 'not_sent', 'failed', 'unknown'));
alter table outbound add column next_at timestamptz;
alter table outbound add column called_at timestamptz;
alter table outbound add column ask_at timestamptz;
alter table outbound add column asked integer not null default 0;
alter table outbound add column doubted boolean not null default false;
alter table outbound add column answer text;
alter table outbound add column decided_by bigint references employee (id);
alter table outbound add column decided_at timestamptz;
create index outbound_calling on outbound (called_at) where state = 'calling';
create index outbound_unknown on outbound (ask_at) where state = 'unknown';
create index outbound_failed on outbound (message_id) where state = 'failed';
