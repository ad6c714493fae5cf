-- spoke: a model that doubts, and yet is believed before the rules, because on its own check it was right more often.
-- Not automatic: nobody promised anything of it, and whoever reads it sees that it doubts.
alter table label add column spoke boolean not null default false;

create or replace view label_now with (security_invoker = true) as
  select * from (
    select l.message_id, l.received_at, l.head, l.by, l.labels as said,
      case when h.gone = '{}' then l.labels else labels_now(l.labels, h.gone) end as labels,
      l.confidence, l.automatic, l.out_of_scope, l.model_version, l.because, l.at, l.spoke
    from label l join head h on h.key = l.head) now
  where cardinality(labels) > 0 or cardinality(said) = 0;
