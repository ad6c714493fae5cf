-- The classes of a head are the organisation's own and change while labels stay as they were said.
-- names: what the head is called, {nl, en}; null for those that Polder brings, which the catalogue names.
-- gone: every class that was, {key: {into, nl, en}}; into: the class it went into, null when it was deleted.
-- changed_at: since when the organisation keeps the classes itself; before that, new words come with a new version.
-- rules: words and aspects look for the words that stand with the classes, relation for what customers say of the bond.
alter table head
  add column names jsonb,
  add column gone jsonb not null default '{}',
  add column changed_at timestamptz;
alter table head drop constraint head_rules_check;
alter table head add constraint head_rules_check check (rules in
  ('none', 'mood', 'sentiment', 'intent', 'urgency', 'answerable', 'words', 'aspects', 'relation'));

-- Labels as the classes are now: of a merged class what it went into, of a deleted class nothing.
create function labels_now(labels text[], gone jsonb) returns text[]
  language sql immutable parallel safe
  as $$
    select coalesce(array_agg(now order by place), '{}') from (
      select now, min(place) as place from (
        select case when gone ? said then gone -> said ->> 'into' else said end as now, place
        from unnest(labels) with ordinality as s (said, place)) n
      where now is not null group by now) once
  $$;
grant execute on function labels_now(text[], jsonb) to :"app";

-- Rules of a head without a column on the message write down what they found as well; they have no confidence.
-- out_of_scope: as far as the model can see, the message belongs to none of the classes.
alter table label drop constraint label_by_check;
alter table label add constraint label_by_check check (by in ('model', 'alike', 'person', 'rules'));
alter table label alter column confidence drop not null;
alter table label add column out_of_scope boolean not null default false;

-- What was said, in the classes of now. A row that named only classes that were deleted says nothing any more.
create view label_now with (security_invoker = true) as
  select * from (
    select l.message_id, l.received_at, l.head, l.by, l.labels as said,
      case when h.gone = '{}' then l.labels else labels_now(l.labels, h.gone) end as labels,
      l.confidence, l.automatic, l.out_of_scope, l.model_version, l.because, l.at
    from label l join head h on h.key = l.head) now
  where cardinality(labels) > 0 or cardinality(said) = 0;
grant select on label_now to :"app";

-- Every training that a colleague asked for, with what came of it: it runs as a job, and the screen tells.
create table training (
  id bigint generated always as identity primary key,
  head text not null references head (key),
  asked_at timestamptz not null,
  asked_by bigint references employee (id),
  began_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('swapped', 'refused', 'withdrawn', 'nothing', 'overtaken', 'failed')),
  why text,
  version integer
);
create index training_head on training (head, id desc);
grant select, insert, update on training to :"app";
