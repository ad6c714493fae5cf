-- One mail to many people. Written by one colleague, approved by another; what changes the words takes approval away.
-- left_out: how many of the audience did not allow the purpose when it started. Whoever does not allow it is not listed.
create table mailing (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  title text not null,
  purpose text not null check (purpose in ('offers', 'invite', 'service')),
  words jsonb not null,
  audience jsonb not null,
  locale text not null check (locale in ('nl', 'en')),
  time_zone text not null,
  state text not null default 'draft' check (state in ('draft', 'approved', 'sending', 'paused', 'stopped', 'done')),
  made_at timestamptz not null,
  made_by bigint not null references employee (id),
  changed_at timestamptz not null,
  changed_by bigint not null references employee (id),
  tested_at timestamptz,
  approved_at timestamptz,
  approved_by bigint references employee (id),
  started_at timestamptz,
  started_by bigint references employee (id),
  ended_at timestamptz,
  left_out integer,
  check (approved_by is null or approved_by <> changed_by),
  check (state in ('draft', 'stopped') or approved_by is not null)
);
create index mailing_running on mailing (id) where state in ('sending', 'paused');
grant select, insert, update on mailing to :"app";

-- For whom it is, fixed at the start. mail_id: the one mail for this person; skipped: why there is none. Neither: not
-- yet. What became of the mail stands with the mail.
create table mailing_recipient (
  mailing_id bigint not null references mailing (id),
  person_id bigint not null references person (id),
  mail_id bigint,
  skipped text,
  at timestamptz,
  primary key (mailing_id, person_id),
  check (mail_id is null or skipped is null)
);
create index mailing_recipient_waiting on mailing_recipient (mailing_id, person_id)
  where mail_id is null and skipped is null;
create index mailing_recipient_person on mailing_recipient (person_id);
grant select, insert, update, delete on mailing_recipient to :"app";
create index mail_reference on mail (kind, reference, state) where reference is not null;
create index mail_frequency on mail (person_id, ended_at) where kind = 'mailing' and state in ('sent', 'unknown');

alter table mailing_recipient enable row level security;
alter table mailing_recipient force row level security;
create policy owner_reads_all on mailing_recipient to :"owner" using (true) with check (true);
create policy purpose_declared on mailing_recipient to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
