-- Cleaning up, and erasing a person, take rows of mail away.
grant delete on mail to :"app";

-- Somebody typed an address or a handle and asks for a link to their own data. Known or not, the answer is the same and
-- costs the same; a job finds out, sends, and takes the row away.
create table link_request (
  id bigint generated always as identity primary key,
  given text not null check (length(given) <= 254),
  locale text not null check (locale in ('nl', 'en')),
  made_at timestamptz not null
);
grant select, insert, delete on link_request to :"app";

-- A link that was mailed. The token itself is nowhere; this is its hash. sign-in: works once, into one's own data.
-- stop: withdraws one purpose, as often as it is pressed.
create table person_link (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  kind text not null check (kind in ('sign-in', 'stop')),
  person_id bigint not null references person (id),
  address text,
  stops text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'stop') = (stops is not null))
);
create index person_link_person on person_link (person_id);
create index person_link_expiry on person_link (expires_at);
grant select, insert, update, delete on person_link to :"app";

-- Whoever is in their own data. proved_at: when they last used a fresh link.
create table person_session (
  token_hash text primary key,
  person_id bigint not null references person (id),
  made_at timestamptz not null,
  proved_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index person_session_person on person_session (person_id);
grant select, insert, update, delete on person_session to :"app";

alter table link_request enable row level security;
alter table link_request force row level security;
create policy owner_reads_all on link_request to :"owner" using (true) with check (true);
create policy purpose_declared on link_request to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_link enable row level security;
alter table person_link force row level security;
create policy owner_reads_all on person_link to :"owner" using (true) with check (true);
create policy purpose_declared on person_link to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_session enable row level security;
alter table person_session force row level security;
create policy owner_reads_all on person_session to :"owner" using (true) with check (true);
create policy purpose_declared on person_session to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
