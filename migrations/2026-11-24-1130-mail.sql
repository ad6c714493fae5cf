-- Mail that leaves. A row is made in the transaction of the change that asks for it; message_id is fixed there, so
-- that a mail whose fate is unknown can only ever be sent again as itself. person_id has no foreign key, because
-- customers lies above platform. recipient, subject, body are gone seven days after the end.
-- key: at most one mail for whatever it names. unsubscribe: the path that stops this kind of mail.
create table mail (
  id bigint generated always as identity primary key,
  message_id text not null unique,
  key text unique,
  kind text not null,
  purpose text not null,
  person_id bigint,
  reference text,
  recipient text,
  domain text not null,
  subject text,
  body text,
  locale text not null check (locale in ('nl', 'en')),
  unsubscribe text,
  state text not null default 'waiting'
    check (state in ('waiting', 'calling', 'sent', 'failed', 'unknown', 'cancelled')),
  reason text,
  answer text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  expires_at timestamptz,
  called_at timestamptz,
  ended_at timestamptz,
  decided_by bigint references employee (id)
);
create index mail_waiting on mail (next_at, id) where state = 'waiting';
create index mail_calling on mail (called_at) where state = 'calling';
create index mail_called on mail (called_at);
create index mail_person on mail (person_id, id) where person_id is not null;
create index mail_troubled on mail (id) where state in ('failed', 'unknown');
create index mail_kept on mail (ended_at) where recipient is not null;
grant select, insert, update on mail to :"app";

alter table mail enable row level security;
alter table mail force row level security;
create policy owner_reads_all on mail to :"owner" using (true) with check (true);
create policy purpose_declared on mail to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- Mail hosts that keep answering "not now": nothing goes there until then.
create table mail_domain (
  domain text primary key,
  failures integer not null,
  resting_until timestamptz,
  changed_at timestamptz not null
);
grant select, insert, update, delete on mail_domain to :"app";

-- The customer acts in their own data, and leaves traces as such.
alter table event drop constraint if exists event_actor_kind_check;
alter table event add constraint event_actor_kind_check
  check (actor_kind in ('employee', 'system', 'key', 'person'));
alter table data_use drop constraint if exists data_use_actor_kind_check;
alter table data_use add constraint data_use_actor_kind_check
  check (actor_kind in ('employee', 'system', 'key', 'person'));
