-- A person is whoever writes; an identity is one address of a person on one network.
create table person (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text,
  relation text not null default 'unknown'
    check (relation in ('unknown', 'customer', 'prospect', 'partner', 'influencer')),
  created_at timestamptz not null
);
grant select, insert, update, delete on person to :"app";

create table identity (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  network text not null,
  external_id text not null,
  handle text,
  name text,
  proof text not null default 'unseen' check (proof in ('unseen', 'claimed', 'verified', 'confirmed')),
  created_at timestamptz not null,
  unique (network, external_id)
);
create index identity_person on identity (person_id);
grant select, insert, update on identity to :"app";

alter table person enable row level security;
alter table person force row level security;
create policy owner_reads_all on person to :"owner" using (true) with check (true);
create policy purpose_declared on person to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table identity enable row level security;
alter table identity force row level security;
create policy owner_reads_all on identity to :"owner" using (true) with check (true);
create policy purpose_declared on identity to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
