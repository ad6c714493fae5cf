-- What somebody asked about their own data in a plain message, and what Polder did with it at once. done: it holds
-- already; asked: a colleague takes it further. answered_*: the person was told.
create table heard_wish (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  message_id bigint not null,
  kind text not null,
  sentence text not null,
  outcome text not null check (outcome in ('done', 'asked', 'already')),
  heard_at timestamptz not null,
  answered_at timestamptz,
  answered_by bigint references employee (id),
  unique (message_id, kind)
);
create index heard_wish_person on heard_wish (person_id, id desc);
grant select, insert, update, delete on heard_wish to :"app";

alter table heard_wish enable row level security;
alter table heard_wish force row level security;
create policy owner_reads_all on heard_wish to :"owner" using (true) with check (true);
create policy purpose_declared on heard_wish to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
create policy gone_for_legal on heard_wish as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
