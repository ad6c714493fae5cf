-- What was handed in at /in/:connection, as it came, until it was read: body and headers go then, the key stays for
-- thirty days so that the same thing handed in again is nothing new. Numbered in the order in which they commit.
create table channel_delivery (
  id bigint generated always as identity primary key,
  connection_id bigint not null references channel_connection (id),
  key text not null,
  headers jsonb not null,
  body bytea,
  at timestamptz not null,
  unique (connection_id, key)
);
comment on column channel_delivery.body is 'personal: a message as it came, not yet read';
create index channel_delivery_unread on channel_delivery (connection_id, id) where body is not null;
create index channel_delivery_at on channel_delivery (at);
grant select, insert, update, delete on channel_delivery to :"app";
alter table channel_delivery enable row level security;
alter table channel_delivery force row level security;
create policy owner_reads_all on channel_delivery to :"owner" using (true) with check (true);
create policy purpose_declared on channel_delivery to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- How often somebody knocked without the right signature, per day.
create table channel_forgery (
  connection_id bigint not null references channel_connection (id),
  day date not null,
  count integer not null,
  last_at timestamptz not null,
  primary key (connection_id, day)
);
grant select, insert, update, delete on channel_forgery to :"app";

-- Somebody who talks on the organisation's own site. token_hash: only they have the token. address: what they said and
-- proved by a link in a mail; asked_address: what they said and did not prove yet.
create table site_guest (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  connection_id bigint not null references channel_connection (id),
  token_hash text not null unique,
  name text,
  locale text not null check (locale in ('nl', 'en')),
  made_at timestamptz not null,
  seen_at timestamptz not null,
  asked_address text,
  proof_hash text unique,
  proof_until timestamptz,
  address text,
  proven_at timestamptz
);
create index site_guest_seen on site_guest (seen_at);
grant select, insert, update, delete on site_guest to :"app";

-- What a guest sees: their own lines and our answers. public_id: what the message is called on this channel.
create table site_line (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  guest_id bigint not null references site_guest (id) on delete cascade,
  direction text not null check (direction in ('in', 'out')),
  text text not null,
  files jsonb not null default '[]',
  at timestamptz not null
);
create index site_line_guest on site_line (guest_id, id);
grant select, insert, update, delete on site_line to :"app";

alter table site_guest enable row level security;
alter table site_guest force row level security;
create policy owner_reads_all on site_guest to :"owner" using (true) with check (true);
create policy purpose_declared on site_guest to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
alter table site_line enable row level security;
alter table site_line force row level security;
create policy owner_reads_all on site_line to :"owner" using (true) with check (true);
create policy purpose_declared on site_line to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- A line goes with the words of its message, whatever made them go.
create function drop_site_line() returns trigger language plpgsql as $$
begin
  delete from site_line where public_id = old.external_id;
  return null;
end $$;
create trigger site_line_goes after update of text on message for each row
  when (new.text = '' and old.text <> '') execute function drop_site_line();
