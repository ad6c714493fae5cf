-- What a colleague is writing and has not sent: on the server, so that it is there on another screen too. revision
-- counts the savings; two windows of one colleague cannot overwrite each other unseen. seen_version: the conversation
-- as the writer knew it. back: why a text that was sent already lies here again.
create table draft (
  conversation_id bigint not null references conversation (id),
  employee_id bigint not null references employee (id),
  mode text not null check (mode in ('public', 'private', 'note')),
  text text not null,
  revision integer not null default 1,
  seen_version integer not null,
  back text check (back in ('undone', 'rejected', 'stale', 'refused', 'withdrawn')),
  back_reason text,
  saved_at timestamptz not null,
  primary key (conversation_id, employee_id, mode)
);
create index draft_employee on draft (employee_id, saved_at desc);
grant select, insert, update, delete on draft to :"app";

-- Which of the three papers lay on top, per colleague and conversation.
create table composer_mode (
  conversation_id bigint not null references conversation (id),
  employee_id bigint not null references employee (id),
  mode text not null check (mode in ('public', 'private', 'note')),
  chosen_at timestamptz not null,
  primary key (conversation_id, employee_id)
);
create index composer_mode_employee on composer_mode (employee_id);
grant select, insert, update, delete on composer_mode to :"app";

-- Who is writing. A lease by the clock of the database: whoever closes the lid of a laptop blocks nobody for long.
create table writing_claim (
  conversation_id bigint primary key references conversation (id),
  employee_id bigint not null references employee (id),
  since timestamptz not null,
  until timestamptz not null
);
create index writing_claim_employee on writing_claim (employee_id);
grant select, insert, update, delete on writing_claim to :"app";

-- An answer on its way. waiting: for a second person. held: it can still be taken back. sent: it became a message and
-- stands in outbound. The others are ends without a message; the text went back to the draft of its writer.
-- inbound_seq: how many messages of the customer it answers; nth: the first answer to them is 0, and a further one is
-- counted by whoever saw those before it. Two colleagues who both think to be first therefore cannot both be written.
create table reply (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  conversation_id bigint not null references conversation (id),
  author_id bigint references employee (id),
  author_name text not null,
  department_id bigint references department (id),
  audience text not null check (audience in ('public', 'private')),
  text text not null,
  state text not null check (state in ('waiting', 'held', 'sent', 'undone', 'rejected', 'stale', 'refused')),
  inbound_seq integer not null,
  nth integer not null check (nth >= 0),
  made_at timestamptz not null,
  -- By the clock of the database; null while it waits for a second person.
  not_before timestamptz,
  -- What comes after it was sent.
  afterwards text check (afterwards in ('done', 'snooze')),
  snooze_until timestamptz,
  -- Why a second person must look.
  needs text not null check (needs in ('none', 'always', 'sample', 'mandate')),
  because jsonb not null default '[]',
  -- What the writer proposed, when whoever approved changed it.
  proposed text,
  approved_by bigint references employee (id),
  approved_at timestamptz,
  approved_text text,
  approved_inbound integer,
  ended_at timestamptz,
  ended_by bigint references employee (id),
  reason text,
  message_id bigint,
  constraint reply_approved check (state not in ('held', 'sent') or needs = 'none' or (
    approved_by is not null and approved_by is distinct from author_id and approved_text = text
    and approved_inbound >= inbound_seq)),
  constraint reply_deadline check (state <> 'held' or not_before is not null),
  constraint reply_message check ((state = 'sent') = (message_id is not null))
);
create unique index reply_slot on reply (conversation_id, inbound_seq, nth) where state in ('waiting', 'held', 'sent');
create index reply_conversation on reply (conversation_id, id desc);
create index reply_due on reply (not_before) where state = 'held';
create index reply_waiting on reply (made_at) where state = 'waiting';
create index reply_author on reply (author_id, id desc);
create unique index reply_written on reply (message_id) where message_id is not null;
grant select, insert, update on reply to :"app";

-- The lowest door: nothing stands out for delivery but an answer that was released, word for word. A note never does,
-- nor does a public answer to what was said in private. Restoring a backup is done by the owner, and passes.
create function outbound_guard() returns trigger language plpgsql as $$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
  if not exists (
    select from message m
    join reply r on r.message_id = m.id and r.state = 'sent' and r.text = m.text and r.audience = m.audience
      and r.conversation_id = new.conversation_id
    join conversation c on c.id = r.conversation_id
    join channel_account a on a.id = c.channel_account_id
    where m.id = new.message_id and m.received_at = new.received_at and m.direction = 'out'
      and m.audience <> 'internal' and (m.audience = 'private' or a.audience = 'public'))
  then
    raise exception 'outbound %: not a released answer', new.message_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger outbound_guard before insert on outbound for each row execute function outbound_guard();

-- When a second person looks. A person's own rule goes before that of the queue; that of a topic always counts.
create table approval_rule (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  kind text not null check (kind in ('queue', 'topic', 'person')),
  queue_id bigint references queue (id),
  topic text,
  employee_id bigint references employee (id),
  how text not null check (how in ('always', 'sample', 'none')),
  share smallint check (share between 1 and 100),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id),
  check ((how = 'sample') = (share is not null)),
  check ((kind = 'queue') = (queue_id is not null) and (kind = 'topic') = (topic is not null)
    and (kind = 'person') = (employee_id is not null))
);
create unique index approval_rule_running on approval_rule (kind, (coalesce(queue_id, 0)), (coalesce(topic, '')),
  (coalesce(employee_id, 0))) where ended_at is null;
create index approval_rule_queue on approval_rule (queue_id);
create index approval_rule_employee on approval_rule (employee_id);
grant select, insert, update on approval_rule to :"app";

-- Texts that are ready to be used. words: per language; actions: what is proposed along with it.
create table macro (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null,
  scope text not null check (scope in ('own', 'team', 'all')),
  employee_id bigint not null references employee (id),
  department_id bigint references department (id),
  words jsonb not null,
  actions jsonb not null default '{}',
  version integer not null default 1,
  uses integer not null default 0,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id),
  check ((scope = 'team') = (department_id is not null))
);
create index macro_shown on macro (scope, department_id) where ended_at is null;
create index macro_employee on macro (employee_id);
grant select, insert, update on macro to :"app";

-- What is looked at before an answer goes, how strictly, and which of the house rules it stands for.
create table house_check (
  key text primary key,
  how text not null check (how in ('stop', 'ask', 'off')),
  document_id bigint references rule_document (id),
  changed_at timestamptz not null,
  changed_by bigint references employee (id)
);
create index house_check_document on house_check (document_id);
grant select, insert, update on house_check to :"app";

-- An answer and a house rule that did not agree: what the writer did, and why, so that the rule can be talked about.
create table rule_conflict (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  conversation_id bigint not null references conversation (id),
  employee_id bigint references employee (id),
  check_key text not null,
  version_id bigint references rule_version (id),
  outcome text not null check (outcome in ('stopped', 'sent')),
  reason text,
  reply_id bigint references reply (id),
  at timestamptz not null,
  discussed_at timestamptz,
  discussed_by bigint references employee (id),
  remark text
);
create index rule_conflict_time on rule_conflict (id desc) where discussed_at is null;
create index rule_conflict_conversation on rule_conflict (conversation_id);
create index rule_conflict_reply on rule_conflict (reply_id);
grant select, insert, update on rule_conflict to :"app";

-- How an answer is signed on a channel; '*' where a channel has none of its own.
create table signature_rule (
  channel text primary key,
  words jsonb not null,
  required boolean not null,
  changed_at timestamptz not null,
  changed_by bigint references employee (id)
);
grant select, insert, update, delete on signature_rule to :"app";

-- Answers that a colleague called an example for others.
create table example_answer (
  message_id bigint primary key,
  received_at timestamptz not null,
  conversation_id bigint not null references conversation (id),
  marked_by bigint not null references employee (id),
  marked_at timestamptz not null
);
create index example_answer_conversation on example_answer (conversation_id);
grant select, insert, delete on example_answer to :"app";

-- To whom was told what came of what they said: one offer per conversation.
create table heard_told (
  heard_id bigint not null references heard (id),
  conversation_id bigint not null references conversation (id),
  offered_at timestamptz not null,
  offered_by bigint not null references employee (id),
  primary key (heard_id, conversation_id)
);
create index heard_told_conversation on heard_told (conversation_id);
grant select, insert on heard_told to :"app";

comment on table composer_mode is 'personal: colleagues';
comment on table writing_claim is 'personal: colleagues';
comment on table approval_rule is 'personal: colleagues';

alter table draft enable row level security;
alter table draft force row level security;
create policy owner_reads_all on draft to :"owner" using (true) with check (true);
create policy purpose_declared on draft to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table reply enable row level security;
alter table reply force row level security;
create policy owner_reads_all on reply to :"owner" using (true) with check (true);
create policy purpose_declared on reply to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table rule_conflict enable row level security;
alter table rule_conflict force row level security;
create policy owner_reads_all on rule_conflict to :"owner" using (true) with check (true);
create policy purpose_declared on rule_conflict to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
