-- What follows by itself in the inbox: all rules together, in order. A version never changes.
create table ruling_version (
  id bigint generated always as identity primary key,
  rules jsonb not null,
  made_at timestamptz not null,
  made_by bigint references employee (id)
);
grant select, insert on ruling_version to :"app";

-- Each time a rule held for a conversation: by what (trigger), why, and what became of each of its actions. trigger is
-- the number of an event, a moment, or somebody who asked for it: the same never makes a rule hold twice.
-- depth: how many rules one after another led to it. held: why nothing was done although it fitted.
create table ruling (
  id bigint generated always as identity primary key,
  version_id bigint not null references ruling_version (id),
  rule text not null,
  conversation_id bigint not null references conversation (id),
  trigger text not null,
  at timestamptz not null,
  depth smallint not null,
  because jsonb not null,
  acts jsonb not null default '[]',
  held text check (held in ('depth', 'often', 'off'))
);
create unique index ruling_once on ruling (conversation_id, rule, trigger);
create index ruling_conversation on ruling (conversation_id, at desc, id desc);
create index ruling_rule on ruling (rule, id desc);
create index ruling_version_of on ruling (version_id);
grant select, insert, update, delete on ruling to :"app";

-- Which moments a rule about time has looked at; whether it fitted or not, it looks once.
create table ruling_moment (
  rule text not null,
  conversation_id bigint not null references conversation (id),
  moment timestamptz not null,
  primary key (rule, conversation_id, moment)
);
create index ruling_moment_conversation on ruling_moment (conversation_id);
grant select, insert, delete on ruling_moment to :"app";

-- A rule that somebody applied to what lay there already.
create table ruling_once_asked (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  version_id bigint not null references ruling_version (id),
  rule text not null,
  conversations bigint[] not null,
  asked_at timestamptz not null,
  asked_by bigint references employee (id),
  done_at timestamptz,
  fitted integer not null default 0
);
create index ruling_once_asked_rule on ruling_once_asked (rule, id desc);
grant select, insert, update on ruling_once_asked to :"app";

alter table ruling enable row level security;
alter table ruling force row level security;
create policy owner_reads_all on ruling to :"owner" using (true) with check (true);
create policy purpose_declared on ruling to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- Before all others that wait, until it is closed.
alter table conversation_open add column priority smallint not null default 0 check (priority in (0, 1));
create index conversation_open_first on conversation_open (queue_id, last_message_at, conversation_id)
  include (person_id, assignee_id) where priority = 1;
alter table conversation_act drop constraint conversation_act_kind_check;
alter table conversation_act add constraint conversation_act_kind_check check (kind in
  ('merge', 'split', 'queue', 'snooze', 'wake', 'assign', 'close', 'reopen', 'label', 'unlabel', 'substate', 'priority'));
