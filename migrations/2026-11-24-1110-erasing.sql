-- What a person asked of us by law, with the clock of one month. strength: how sure we are who asks, as in decision.
create table privacy_request (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint,
  kind text not null check (kind in ('access', 'export', 'rectify', 'erase', 'restrict', 'object')),
  via text not null check (via in ('mine', 'message', 'mail', 'phone', 'letter', 'counter')),
  wish text,
  purpose text,
  received_at timestamptz not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  extended_why text,
  strength smallint not null check (strength between 0 and 4),
  proof text,
  proven_at timestamptz,
  handler_id bigint references employee (id),
  state text not null default 'open' check (state in ('open', 'done', 'refused', 'withdrawn')),
  outcome text,
  ground text,
  ended_at timestamptz,
  ended_by bigint references employee (id),
  check ((state = 'open') = (ended_at is null)),
  check (state <> 'refused' or (ground is not null and outcome is not null))
);
create index privacy_request_open on privacy_request (due_at, id) where state = 'open';
create index privacy_request_person on privacy_request (person_id, id);
create index privacy_request_newest on privacy_request (id desc);
grant select, insert, update, delete on privacy_request to :"app";

-- What happened to a request, in order; also the reminders that were sent. Append-only.
create table privacy_request_step (
  id bigint generated always as identity primary key,
  request_id bigint not null references privacy_request (id),
  at timestamptz not null,
  what text not null,
  note text,
  employee_id bigint references employee (id)
);
create index privacy_request_step_of on privacy_request_step (request_id, id);
create unique index privacy_request_reminder on privacy_request_step (request_id, what) where what like 'reminded-%';
grant select, insert, delete on privacy_request_step to :"app";
grant update (note) on privacy_request_step to :"app";

-- An erasure on its way. person_ids: everybody who is shown as this one person; empty when it is done. scope: how much
-- each place held when it was shown. certificate says what was done, without saying who.
create table erasure (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  request_id bigint references privacy_request (id),
  person_ids bigint[] not null,
  state text not null check (state in ('received', 'proven', 'shown', 'cooling', 'frozen', 'running', 'verified',
    'certified', 'withdrawn')),
  strength smallint not null check (strength between 0 and 4),
  cooling_days smallint not null default 0 check (cooling_days between 0 and 14),
  scope jsonb,
  received_at timestamptz not null,
  proven_at timestamptz,
  shown_at timestamptz,
  cooling_until timestamptz,
  frozen_at timestamptz,
  started_at timestamptz,
  verified_at timestamptz,
  ended_at timestamptz,
  held_at timestamptz,
  certificate jsonb,
  certificate_hash text,
  made_by bigint references employee (id)
);
create index erasure_under_way on erasure (id) where state not in ('certified', 'withdrawn');
create index erasure_request on erasure (request_id);
grant select, insert, update on erasure to :"app";

-- One place of an erasure: what went, and what is left that should not be (0 proves it).
create table erasure_step (
  erasure_id bigint not null references erasure (id),
  place text not null,
  mode text not null,
  erased integer not null,
  remaining integer,
  kept_reason text,
  kept_until text,
  done_at timestamptz not null,
  primary key (erasure_id, place)
);
grant select, insert, update on erasure_step to :"app";

-- Turns identifiers into hashes that nobody can look up elsewhere. One per installation.
create table erasure_salt (
  one boolean primary key default true check (one),
  salt text not null
);
insert into erasure_salt (salt) values (gen_random_uuid()::text || gen_random_uuid()::text);
grant select on erasure_salt to :"app";

-- The key that stays of a message whose writer was erased: enough to refuse the same message again, and no more.
create function gone_key(external_id text) returns text language sql stable parallel safe
  return 'gone:' || encode(sha256(convert_to((select salt from erasure_salt) || external_id, 'UTF8')), 'hex');
grant execute on function gone_key(text) to :"app";

-- A copy of a person's data, ready to be taken once. token_hash: the link that takes it. path: null when it is gone.
create table personal_export (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_ids bigint[] not null,
  request_id bigint references privacy_request (id),
  locale text not null check (locale in ('nl', 'en')),
  state text not null check (state in ('waiting', 'ready', 'taken', 'gone', 'failed')),
  token_hash text unique,
  path text,
  bytes bigint,
  sha256 text,
  records integer,
  asked_at timestamptz not null,
  ready_at timestamptz,
  expires_at timestamptz,
  taken_at timestamptz,
  made_by bigint references employee (id)
);
create index personal_export_kept on personal_export (expires_at) where path is not null;
grant select, insert, update, delete on personal_export to :"app";

-- What the organisation chose instead of the retention that Polder comes with (privacy/retaining).
create table retention_choice (
  key text primary key,
  days integer not null check (days between 1 and 36500),
  reason text not null,
  changed_at timestamptz not null,
  changed_by bigint references employee (id)
);
grant select, insert, update, delete on retention_choice to :"app";

-- The proof of retention: what was due, what went, and what is left past its date.
create table retention_run (
  id bigint generated always as identity primary key,
  key text not null,
  at timestamptz not null,
  before timestamptz not null,
  due integer not null,
  removed integer not null,
  remaining integer not null,
  held integer not null default 0,
  oldest timestamptz
);
create index retention_run_newest on retention_run (key, id desc);
grant select, insert, delete on retention_run to :"app";

-- Somebody's data may not go yet, because of a claim or the law: who says so, and why.
create table legal_hold (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint not null,
  reason text not null check (length(reason) >= 10),
  held_by bigint not null references employee (id),
  made_at timestamptz not null,
  review_on date not null,
  ended_at timestamptz,
  ended_by bigint references employee (id),
  ended_why text
);
create index legal_hold_person on legal_hold (person_id) where ended_at is null;
grant select, insert, update, delete on legal_hold to :"app";

-- A data breach (GDPR art. 33): 72 hours from when it was found. scope: whom it touches, as a question.
create table incident (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  title text not null,
  story text not null,
  found_at timestamptz not null,
  notify_due_at timestamptz not null,
  scope jsonb not null default '{}',
  touched integer,
  counted_at timestamptz,
  risk text check (risk in ('none', 'risk', 'high')),
  authority_told_at timestamptz,
  authority_reference text,
  persons_told_at timestamptz,
  why_not text,
  ended_at timestamptz,
  made_by bigint references employee (id),
  ended_by bigint references employee (id)
);
create index incident_open on incident (notify_due_at) where ended_at is null;
grant select, insert, update on incident to :"app";

-- Interest, necessity and balance, weighed before reading along begins (GDPR art. 6(1)(f)). A second person agrees.
create table assessment (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  title text not null,
  capabilities text[] not null,
  answers jsonb not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  agreed_at timestamptz,
  agreed_by bigint references employee (id),
  review_on date not null,
  withdrawn_at timestamptz,
  withdrawn_by bigint references employee (id),
  check (agreed_by is null or agreed_by is distinct from made_by)
);
grant select, insert, update on assessment to :"app";

-- Since when figures of one colleague may be shown: what was agreed with the works council, and who says so.
create table works_council_agreement (
  id bigint generated always as identity primary key,
  agreed_on date not null,
  reference text not null,
  recorded_at timestamptz not null,
  recorded_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id)
);
create unique index works_council_running on works_council_agreement ((true)) where ended_at is null;
grant select, insert, update on works_council_agreement to :"app";

-- Why a message has no words any more. It stays, so that counts of the past stay right.
alter table message add column removed_at timestamptz;
alter table message add column removed_why text check (removed_why in ('author', 'retention', 'erasure'));
create index message_kept_public on message (received_at) where direction = 'in' and audience = 'public' and removed_at is null;
create index conversation_closed_at on conversation (closed_at) where closed_at is not null and person_id is not null;

-- What nobody could delete until now. Only an act that declared the purpose `legal` can.
grant delete on identity to :"app";
create policy gone_for_legal on identity as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on decision to :"app";
create policy gone_for_legal on decision as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on permission to :"app";
create policy gone_for_legal on permission as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on permission_category to :"app";
create policy gone_for_legal on permission_category as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on item_use to :"app";
create policy gone_for_legal on item_use as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on person_flag to :"app";
create policy gone_for_legal on person_flag as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on person_term to :"app";
create policy gone_for_legal on person_term as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on permission_join to :"app";
create policy gone_for_legal on permission_join as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on special_content to :"app";
create policy gone_for_legal on special_content as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on label to :"app";
create policy gone_for_legal on label as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant delete on correction to :"app";
create policy gone_for_legal on correction as restrictive for delete to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');
grant update (external_id) on message_key to :"app";
grant delete on message_key to :"app";
grant delete on list_use to :"app";

-- The event log is only added to. For who was erased, what they did and what happened to them leads to nobody.
create function detach_events(persons bigint[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed integer;
begin
  if coalesce(current_setting('polder.purpose', true), '') <> 'legal' then
    raise exception 'only under the purpose legal';
  end if;
  update event set
    subject_id = case when subject_kind = 'person' and subject_id = any(persons) then null else subject_id end,
    actor_id = case when actor_kind = 'person' and actor_id = any(persons::text[]) then null else actor_id end,
    data = case when subject_kind = 'person' or actor_kind = 'person' then '{}' else data - 'personId' - 'personIds' end
  where (subject_kind = 'person' and subject_id = any(persons))
    or (actor_kind = 'person' and actor_id = any(persons::text[]))
    or data->>'personId' = any(persons::text[])
    or (data ? 'personIds' and data->'personIds' ?| persons::text[]);
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke all on function detach_events(bigint[]) from public;
grant execute on function detach_events(bigint[]) to :"app";

-- Old rows of the ledger, oldest first; as with one person, their hashes stay.
create function erase_uses_before(before timestamptz, most integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone bigint;
begin
  if coalesce(current_setting('polder.purpose', true), '') <> 'legal' then
    raise exception 'only under the purpose legal';
  end if;
  with old as (
    select id from data_use u where at < before
      and not exists (select from legal_hold h where h.person_id = u.person_id and h.ended_at is null)
    order by at limit most)
  , removed as (delete from data_use u using old where u.id = old.id returning u.id)
  , marked as (update use_seal s set erased = true from removed where s.use_id = removed.id)
  select count(*) into gone from removed;
  return gone;
end $$;
revoke all on function erase_uses_before(timestamptz, integer) from public;
grant execute on function erase_uses_before(timestamptz, integer) to :"app";

-- Empties whole months of labels that are past their date: faster than row by row, and without a trace on disk. The
-- partition itself stays, because somebody may yet say something about a message of that month.
create function empty_label_months(before timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  child regclass;
  young boolean;
  rows bigint;
  gone bigint := 0;
begin
  if coalesce(current_setting('polder.purpose', true), '') <> 'legal' then
    raise exception 'only under the purpose legal';
  end if;
  if exists (select from legal_hold where ended_at is null) then return 0; end if;
  for child in select inhrelid::regclass from pg_inherits where inhparent = 'label'::regclass loop
    execute format('select count(*), coalesce(bool_or(at >= %L), true) from %s', before, child) into rows, young;
    if not young then
      execute format('truncate %s', child);
      gone := gone + rows;
    end if;
  end loop;
  return gone;
end $$;
revoke all on function empty_label_months(timestamptz) from public;
grant execute on function empty_label_months(timestamptz) to :"app";

-- What is personal although no row-level security guards it; `polder check places` asks where it is erased.
comment on column event.data is 'personal: ids of persons can stand in it';
comment on column event.subject_id is 'personal: for the kind person';
comment on column event.actor_id is 'personal: for the kind person';
comment on column idempotency.response is 'personal: an answer to a program can name somebody';
comment on column import.file_name is 'personal: people name files after people';
comment on column import.path is 'personal: leads to the uploaded file';
comment on column import_rejection.reason is 'personal: says what was wrong with a row';
comment on column message_key.external_id is 'personal: what a network calls a message, which can hold a name';
comment on table employee is 'personal: colleagues';
comment on table auth."user" is 'personal: colleagues who sign in';
comment on table auth."session" is 'personal: colleagues who are signed in';
comment on table auth."account" is 'personal: colleagues who sign in';
comment on table auth."verification" is 'personal: colleagues who sign in';
comment on table auth."rateLimit" is 'personal: addresses that tried to sign in';
comment on table list_use is 'personal: which lists colleagues looked at';


alter table privacy_request enable row level security;
alter table privacy_request force row level security;
create policy owner_reads_all on privacy_request to :"owner" using (true) with check (true);
create policy purpose_declared on privacy_request to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table privacy_request_step enable row level security;
alter table privacy_request_step force row level security;
create policy owner_reads_all on privacy_request_step to :"owner" using (true) with check (true);
create policy purpose_declared on privacy_request_step to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table erasure enable row level security;
alter table erasure force row level security;
create policy owner_reads_all on erasure to :"owner" using (true) with check (true);
create policy purpose_declared on erasure to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table personal_export enable row level security;
alter table personal_export force row level security;
create policy owner_reads_all on personal_export to :"owner" using (true) with check (true);
create policy purpose_declared on personal_export to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy owner_reads_all on legal_hold to :"owner" using (true) with check (true);
create policy purpose_declared on legal_hold to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table incident enable row level security;
alter table incident force row level security;
create policy owner_reads_all on incident to :"owner" using (true) with check (true);
create policy purpose_declared on incident to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
