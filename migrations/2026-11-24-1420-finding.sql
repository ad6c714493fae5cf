-- Searching by what was said. A configuration per language, without stop words: whoever looks for "niet leverbaar" means
-- both. Accents are undone where the server has unaccent.
do $$
declare
  of_language record;
  undo text := case when exists (select from pg_ts_dict where dictname = 'unaccent') then 'unaccent, ' else '' end;
begin
  for of_language in select * from (values ('nl', 'dutch'), ('en', 'english'), ('es', 'spanish'), ('de', 'german'),
    ('fr', 'french')) as t (code, name)
  loop
    execute format('create text search dictionary stem_%s (template = pg_catalog.snowball, language = %s)',
      of_language.code, of_language.name);
    execute format('create text search configuration words_%s (copy = pg_catalog.%s)', of_language.code, of_language.name);
    execute format('alter text search configuration words_%s alter mapping for asciiword, asciihword, hword_asciipart,
      word, hword, hword_part with %sstem_%s', of_language.code, undo, of_language.code);
  end loop;
end $$;

-- Of a message whose language nobody knows both Dutch and English stems stand there. Beyond 20,000 letters nobody looks.
create function words_said(language text, said text) returns tsvector language sql immutable parallel safe
  return case language
    when 'nl' then to_tsvector('public.words_nl'::regconfig, left(said, 20000))
    when 'en' then to_tsvector('public.words_en'::regconfig, left(said, 20000))
    when 'es' then to_tsvector('public.words_es'::regconfig, left(said, 20000))
    when 'de' then to_tsvector('public.words_de'::regconfig, left(said, 20000))
    when 'fr' then to_tsvector('public.words_fr'::regconfig, left(said, 20000))
    else to_tsvector('public.words_nl'::regconfig, left(said, 20000))
      || to_tsvector('public.words_en'::regconfig, left(said, 20000)) end;

-- What a search asks, in every language at once: the message is known by its own. What it must be without is so in none
-- of them.
create function words_in_all(wanted text) returns tsquery language sql immutable parallel safe
  return websearch_to_tsquery('public.words_nl'::regconfig, wanted) || websearch_to_tsquery('public.words_en'::regconfig, wanted)
    || websearch_to_tsquery('public.words_es'::regconfig, wanted) || websearch_to_tsquery('public.words_de'::regconfig, wanted)
    || websearch_to_tsquery('public.words_fr'::regconfig, wanted);
create function words_wanted(wanted text, without text) returns tsquery language sql immutable parallel safe
  return case when without = '' then words_in_all(wanted)
    else words_in_all(wanted) && !! words_in_all(without) end;

alter table message add column words tsvector generated always as (words_said(language, text)) stored;
create index message_words on message using gin (words);
comment on column message.words is 'personal: computed from text and empty with it';

-- Under row-level security an index on words is not used (see persons_called). This looks as the owner and gives numbers
-- only, and nothing without a declared purpose; the query that asked reads the rows under its own policy and rights.
-- Newest first, of each conversation the newest message that fits; of persons who are called so their newest message.
create function messages_found(looked_for tsquery, persons bigint[], queues bigint[], narrowed jsonb, before_at timestamptz,
    before_id bigint, most integer)
  returns table (message_id bigint, received_at timestamptz, sent_at timestamptz, conversation_id bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  only_channel text := narrowed ->> 'channel';
  only_state text := narrowed ->> 'state';
  only_from timestamptz := narrowed ->> 'from';
  only_until timestamptz := narrowed ->> 'until';
  only_employee bigint := narrowed ->> 'employee';
  only_labels bigint[] := case when narrowed ? 'labels'
    then array(select jsonb_array_elements_text(narrowed -> 'labels')::bigint) end;
begin
  if coalesce(current_setting('polder.purpose', true), '') = '' then return; end if;
  return query
  select f.id, f.received_at, f.sent_at, f.conversation_id from (
    (select m.id, m.received_at, m.sent_at, i.conversation_id
    from message m
    join conversation_item i on i.message_id = m.id
    join conversation c on c.id = i.conversation_id
    where m.words @@ looked_for and (before_at is null or (m.sent_at, m.id) < (before_at, before_id))
      and (only_from is null or m.sent_at >= only_from) and (only_until is null or m.sent_at < only_until)
      and c.queue_id = any(queues)
      and (only_channel is null or exists (select from channel_account a where a.id = c.channel_account_id and a.channel = only_channel))
      and (only_state is null or case only_state when 'done' then c.state = 'done' when 'open' then c.state <> 'done'
        else exists (select from conversation_open o where o.conversation_id = c.id and o.snoozed_until is not null) end)
      and (only_labels is null or exists (select from conversation_label l where l.conversation_id = c.id
        and l.taken_at is null and l.label_id = any(only_labels)))
      and (only_employee is null or m.employee_id = only_employee or exists (select from assignment s
        where s.conversation_id = c.id and s.employee_id = only_employee))
      and not exists (select from conversation_item j join message n on n.id = j.message_id and n.received_at = j.received_at
        where j.conversation_id = i.conversation_id and (n.sent_at, n.id) > (m.sent_at, m.id) and n.words @@ looked_for
          and (only_until is null or n.sent_at < only_until) and (only_employee is null or n.employee_id = only_employee
            or m.employee_id is distinct from only_employee))
    order by m.sent_at desc, m.id desc limit most)
    union all
    (select t.message_id, t.received_at, t.sent_at, c.id
    from conversation c
    cross join lateral (select j.message_id, j.received_at, j.sent_at from conversation_item j
      where j.conversation_id = c.id and j.kind <> 'note'
        and (only_from is null or j.sent_at >= only_from) and (only_until is null or j.sent_at < only_until)
      order by j.sent_at desc, j.seq desc limit 1) t
    where c.person_id = any(persons) and c.merged_into_id is null and c.queue_id = any(queues)
      and (before_at is null or (t.sent_at, t.message_id) < (before_at, before_id))
      and (only_channel is null or exists (select from channel_account a where a.id = c.channel_account_id and a.channel = only_channel))
      and (only_state is null or case only_state when 'done' then c.state = 'done' when 'open' then c.state <> 'done'
        else exists (select from conversation_open o where o.conversation_id = c.id and o.snoozed_until is not null) end)
      and (only_labels is null or exists (select from conversation_label l where l.conversation_id = c.id
        and l.taken_at is null and l.label_id = any(only_labels)))
      and (only_employee is null or exists (select from assignment s
        where s.conversation_id = c.id and s.employee_id = only_employee))
      and not exists (select from conversation_item j join message n on n.id = j.message_id and n.received_at = j.received_at
        where j.conversation_id = c.id and n.words @@ looked_for)
    order by t.sent_at desc, t.message_id desc limit most)) f
  order by f.sent_at desc, f.id desc limit most;
end $$;
revoke all on function messages_found(tsquery, bigint[], bigint[], jsonb, timestamptz, bigint, integer) from public;
grant execute on function messages_found(tsquery, bigint[], bigint[], jsonb, timestamptz, bigint, integer) to :"app";

-- Colleagues who follow a conversation. why: what made them; left_at: they do not want to any more.
create table participant (
  conversation_id bigint not null references conversation (id),
  employee_id bigint not null references employee (id),
  why text not null check (why in ('answered', 'noted', 'mentioned', 'followed')),
  since timestamptz not null,
  left_at timestamptz,
  primary key (conversation_id, employee_id)
);
create index participant_employee on participant (employee_id) where left_at is null;
grant select, insert, update, delete on participant to :"app";
comment on table participant is 'personal: colleagues';

-- Who was called to a conversation in which note.
create table mention (
  message_id bigint not null,
  employee_id bigint not null references employee (id),
  conversation_id bigint not null references conversation (id),
  by bigint references employee (id),
  at timestamptz not null,
  primary key (message_id, employee_id)
);
create index mention_employee on mention (employee_id, at desc);
create index mention_conversation on mention (conversation_id);
grant select, insert, update on mention to :"app";
comment on table mention is 'personal: colleagues';

-- Who has a conversation before them. A lease by the clock of the database; nothing of it is kept.
create table looking (
  conversation_id bigint not null references conversation (id),
  employee_id bigint not null references employee (id),
  until timestamptz not null,
  primary key (conversation_id, employee_id)
);
create index looking_until on looking (until);
grant select, insert, update, delete on looking to :"app";
comment on table looking is 'personal: colleagues';

-- What a colleague is told. cause: what happened, so that the same is told once. Ids only; the words are made when it is
-- read, by whoever may read it then.
create table notification (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  employee_id bigint not null references employee (id),
  kind text not null check (kind in ('assigned', 'mentioned', 'replied', 'approval_asked', 'approval_decided',
    'handed_over', 'hand_over_answered', 'due_soon', 'overdue')),
  conversation_id bigint not null references conversation (id),
  by bigint references employee (id),
  cause text not null,
  at timestamptz not null,
  read_at timestamptz,
  -- Told elsewhere too: still to do, or when it was done.
  push text not null default 'no' check (push in ('no', 'waiting', 'sent', 'failed')),
  mail text not null default 'no' check (mail in ('no', 'waiting', 'sent')),
  unique (employee_id, cause)
);
create index notification_newest on notification (employee_id, id desc);
create index notification_unread on notification (employee_id) where read_at is null;
create index notification_push on notification (id) where push = 'waiting';
create index notification_mail on notification (employee_id, id) where mail = 'waiting';
create index notification_conversation on notification (conversation_id);
grant select, insert, update, delete on notification to :"app";
comment on table notification is 'personal: colleagues';

-- What a colleague wants to be told, and how; what is not here goes by the rule of the house.
create table notification_wish (
  employee_id bigint not null references employee (id),
  kind text not null,
  app boolean not null,
  push boolean not null,
  mail boolean not null,
  changed_at timestamptz not null,
  primary key (employee_id, kind)
);
grant select, insert, update on notification_wish to :"app";
comment on table notification_wish is 'personal: colleagues';

-- When nothing rings: between two times of day, and on which days of the week (1 is Monday) nothing comes at all.
create table notification_quiet (
  employee_id bigint primary key references employee (id),
  quiet_from time not null,
  quiet_until time not null,
  quiet_days smallint[] not null default '{}',
  digest text not null check (digest in ('hourly', 'daily')),
  changed_at timestamptz not null
);
grant select, insert, update on notification_quiet to :"app";
comment on table notification_quiet is 'personal: colleagues';

-- A browser that a colleague is reached at when Polder is not open. The address and its keys are shut.
create table push_subscription (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  employee_id bigint not null references employee (id),
  address_hash text not null unique,
  sealed bytea not null,
  browser text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  failures smallint not null default 0
);
create index push_subscription_employee on push_subscription (employee_id);
grant select, insert, update, delete on push_subscription to :"app";
comment on table push_subscription is 'personal: colleagues';

-- What a message said before its author changed it. It goes when the words of the message go, whatever made them go.
alter table message add column edited_at timestamptz;
create table message_version (
  message_id bigint not null,
  received_at timestamptz not null,
  version integer not null,
  person_id bigint references person (id),
  text text not null,
  until_at timestamptz not null,
  primary key (message_id, version)
);
create index message_version_person on message_version (person_id);
grant select, insert, delete on message_version to :"app";
alter table message_version enable row level security;
alter table message_version force row level security;
create policy owner_reads_all on message_version to :"owner" using (true) with check (true);
create policy purpose_declared on message_version to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
create function drop_versions() returns trigger language plpgsql as $$
begin
  delete from message_version where message_id = new.id;
  return null;
end $$;
create trigger message_versions_go after update of text on message for each row
  when (new.text = '' and old.text <> '') execute function drop_versions();
