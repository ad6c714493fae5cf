-- What customers are asked after closing, per queue. share: of a hundred; quiet_days: not again within so many.
create table question_rule (
  queue_id bigint primary key references queue (id),
  kind text not null check (kind in ('csat', 'ces')),
  delay_minutes integer not null check (delay_minutes between 0 and 10080),
  share smallint not null check (share between 1 and 100),
  quiet_days smallint not null check (quiet_days between 0 and 365),
  active boolean not null,
  changed_at timestamptz not null,
  changed_by bigint references employee (id)
);
grant select, insert, update on question_rule to :"app";

-- A question to one person about one closed conversation. waiting: for its moment. dropped: it was not asked, and why.
-- The link in the mail is known by its hash only. An answer can be changed until open_until.
create table question (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  closure_id bigint not null unique references closure (id),
  conversation_id bigint not null references conversation (id),
  queue_id bigint not null references queue (id),
  person_id bigint references person (id),
  kind text not null check (kind in ('csat', 'ces')),
  state text not null check (state in ('waiting', 'asked', 'answered', 'dropped')),
  dropped text check (dropped in ('share', 'recent', 'permission', 'address', 'reopened', 'off')),
  due_at timestamptz not null,
  asked_at timestamptz,
  token_hash text unique,
  open_until timestamptz,
  score smallint,
  remark text,
  answered_at timestamptz,
  changed smallint not null default 0,
  check ((state = 'dropped') = (dropped is not null)),
  check ((state = 'answered') = (score is not null)),
  check (score between 1 and case kind when 'csat' then 5 else 7 end)
);
create index question_due on question (due_at) where state = 'waiting';
create index question_conversation on question (conversation_id, id desc);
create index question_person on question (person_id, asked_at desc) where asked_at is not null;
create index question_answered on question (answered_at) where answered_at is not null;
create index question_asked on question (asked_at) where asked_at is not null;
create index question_queue on question (queue_id);
grant select, insert, update on question to :"app";

alter table question enable row level security;
alter table question force row level security;
create policy owner_reads_all on question to :"owner" using (true) with check (true);
create policy purpose_declared on question to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
