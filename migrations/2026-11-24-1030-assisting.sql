-- A language model, or a transformer of one's own, may propose what a message means. It is nobody's answer until a
-- colleague takes it over. model_name, prompt_version: which model said it, asked how.
alter table label drop constraint label_by_check;
alter table label add constraint label_by_check
  check (by in ('model', 'alike', 'person', 'rules', 'assistant', 'transformer'));
alter table label add column model_name text, add column prompt_version smallint;

-- Everything a language model or transformer was asked, with what came of it; never what was asked or answered. A row
-- that still says asked belongs to a process that died meanwhile. reference: public id of a conversation or message.
-- hidden: how much of each kind was taken out before it was sent.
create table assistance (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('draft', 'classes')),
  asked_at timestamptz not null,
  person_id bigint references person (id),
  reference text not null,
  employee_id bigint references employee (id),
  source text not null check (source in ('assistant', 'transformer')),
  model text not null,
  place text not null check (place in ('local', 'outside')),
  prompt_version smallint not null,
  outcome text not null default 'asked',
  hidden jsonb not null default '{}',
  suspicions text[] not null default '{}',
  tokens_in integer,
  tokens_out integer,
  ended_at timestamptz
);
create index assistance_time on assistance (asked_at);
create index assistance_reference on assistance (reference, kind);
create index assistance_person on assistance (person_id);
grant select, insert, update, delete on assistance to :"app";

-- The newest answer that was prepared for a colleague in a conversation; text is null when nothing came of it. It is
-- no message: nothing sends it. seq: the last item it knew; what came in after it makes it old.
create table reply_draft (
  conversation_id bigint not null references conversation (id),
  employee_id bigint not null references employee (id),
  assistance_id bigint not null references assistance (id),
  person_id bigint references person (id),
  public_id text not null,
  text text,
  outcome text not null,
  marks jsonb not null default '{}',
  seq integer not null,
  made_at timestamptz not null,
  primary key (conversation_id, employee_id)
);
create index reply_draft_time on reply_draft (made_at);
create index reply_draft_person on reply_draft (person_id);
grant select, insert, update, delete on reply_draft to :"app";

alter table assistance enable row level security;
alter table assistance force row level security;
create policy owner_reads_all on assistance to :"owner" using (true) with check (true);
create policy purpose_declared on assistance to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table reply_draft enable row level security;
alter table reply_draft force row level security;
create policy owner_reads_all on reply_draft to :"owner" using (true) with check (true);
create policy purpose_declared on reply_draft to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
