-- What a colleague or the customer says is right of a record that another system keeps: its field, what it is now, and
-- what that system last said. Theirs comes back when they say something else after it, never when they say the same again.
create table contact_correction (
  id bigint generated always as identity primary key,
  record_id bigint not null references customer_record (id) on delete cascade,
  person_id bigint not null references person (id),
  field text not null check (field in ('name', 'mail', 'phone', 'street', 'postcode', 'town', 'country')),
  value text,
  was text,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  unique (record_id, field)
);
create index contact_correction_person on contact_correction (person_id);
grant select, insert, update, delete on contact_correction to :"app";

alter table contact_correction enable row level security;
alter table contact_correction force row level security;
create policy owner_reads_all on contact_correction to :"owner" using (true) with check (true);
create policy purpose_declared on contact_correction to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- Besides what customers said, corrections go to the systems that know them.
alter table backoffice_share add column what text not null default 'interaction' check (what in ('interaction', 'contact'));

-- The words of a post that its author took back while a legal hold keeps their data: for the claim, and nothing else.
create table held_words (
  message_id bigint not null,
  received_at timestamptz not null,
  person_id bigint not null references person (id),
  text text not null,
  taken_back_at timestamptz not null,
  primary key (message_id, received_at)
);
create index held_words_person on held_words (person_id);
grant select, insert, delete on held_words to :"app";

alter table held_words enable row level security;
alter table held_words force row level security;
create policy owner_reads_all on held_words to :"owner" using (true) with check (true);
create policy purpose_declared on held_words to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
create policy only_for_legal on held_words as restrictive to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) = 'legal');

-- What somebody who left was to do is for their department.
alter table follow_up add column department_id bigint references department (id);
create index follow_up_department on follow_up (department_id, due_on, id) where done_at is null and assignee_id is null;

-- The data-quality gate, counted in the background: over all customers it takes longer than a page may. contact_ids: the
-- newest customers who cannot be reached.
create table data_quality (
  single boolean primary key default true check (single),
  at timestamptz not null,
  figures jsonb not null,
  contact_ids bigint[] not null
);
grant select, insert, update on data_quality to :"app";
create index customer_order_unlinked on customer_order (number) where person_id is null;
create index invoice_unlinked on invoice (number) where person_id is null;

-- Somebody whom we treat as a minor says to be of age: a colleague weighs what shows it.
alter table privacy_request drop constraint privacy_request_kind_check;
alter table privacy_request add constraint privacy_request_kind_check
  check (kind in ('access', 'export', 'rectify', 'erase', 'restrict', 'object', 'age'));

-- How long something is kept may differ by channel; '' is every channel without a choice of its own.
alter table retention_choice add column channel text not null default '';
alter table retention_choice drop constraint retention_choice_pkey;
alter table retention_choice add primary key (key, channel);
alter table retention_run add column channel text not null default '';
drop index retention_run_newest;
create index retention_run_newest on retention_run (key, channel, id desc);

-- Months of labels that are past their date go as a whole: faster than row by row, and without a trace on disk. What
-- somebody yet says about a message of such a month stands in the rest. A month that is in use now waits for tomorrow.
create table label_rest partition of label default;
drop function empty_label_months(timestamptz);
create function drop_label_months(before timestamptz) returns bigint
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
  perform set_config('lock_timeout', '5s', true);
  for child in
    select i.inhrelid::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'label'::regclass and c.relname ~ '^label_\d{4}_\d{2}$'
      and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before
    order by c.relname
  loop
    execute format('select count(*), coalesce(bool_or(at >= %L), false) from %s', before, child) into rows, young;
    if not young then
      execute format('drop table %s', child);
      gone := gone + rows;
    end if;
  end loop;
  return gone;
exception when lock_not_available then
  return 0;
end $$;
revoke all on function drop_label_months(timestamptz) from public;
grant execute on function drop_label_months(timestamptz) to :"app";
