-- What is switched on, and within which scope. A grant with basis 'no_pilot_yet' is shown as such.
create table capability_grant (
  id bigint generated always as identity primary key,
  key text not null,
  capabilities text[] not null,
  scope jsonb not null,
  basis text not null check (basis in ('no_pilot_yet', 'pilot')),
  granted_at timestamptz not null,
  granted_by bigint references employee (id),
  ended_at timestamptz
);
create unique index capability_grant_running on capability_grant (key) where ended_at is null;
grant select, insert, update on capability_grant to :"app";
