-- What customers are asked once in half a year about the relation: a round, who was drawn, and what was said. wanted:
-- how many are drawn at most. left_out: of how many nobody was asked, and why.
create table customer_survey (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  wanted integer not null check (wanted between 10 and 100000),
  opened_at timestamptz not null,
  opened_by bigint references employee (id),
  closes_on date not null,
  drawn_at timestamptz,
  left_out jsonb,
  closed_at timestamptz,
  closed_by bigint references employee (id)
);
grant select, insert, update on customer_survey to :"app";

-- Who was drawn, and whether they answered; never what. The link in the mail is known by its hash only.
create table customer_survey_invitation (
  id bigint generated always as identity primary key,
  survey_id bigint not null references customer_survey (id),
  person_id bigint references person (id),
  state text not null check (state in ('waiting', 'asked', 'answered', 'dropped')),
  token_hash text unique,
  asked_at timestamptz,
  answered_on date
);
create unique index customer_survey_once on customer_survey_invitation (survey_id, person_id);
create index customer_survey_waiting on customer_survey_invitation (survey_id, id) where state = 'waiting';
create index customer_survey_person on customer_survey_invitation (person_id, asked_at desc);
grant select, insert, update on customer_survey_invitation to :"app";
alter table customer_survey_invitation enable row level security;
alter table customer_survey_invitation force row level security;
create policy owner_reads_all on customer_survey_invitation to :"owner" using (true) with check (true);
create policy purpose_declared on customer_survey_invitation to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- What was answered; never by whom, nor when. The number of a sheet says nothing about who filled it in.
create table customer_survey_sheet (
  id uuid primary key,
  survey_id bigint not null references customer_survey (id),
  answers jsonb not null
);
create index customer_survey_sheet_survey on customer_survey_sheet (survey_id);
grant select, insert on customer_survey_sheet to :"app";

-- What a lesson is about, so that cases can be found: a subject, another organisation.
alter table pilot_lesson add column tags text[] not null default '{}';
create index pilot_lesson_tags on pilot_lesson using gin (tags);
