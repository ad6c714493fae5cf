-- Who said yes, read once into a hash by a scan (see privacy/predicate.ts); without it a page under a purpose that
-- needs a yes reads every row of that purpose.
create index permission_allowed on permission (purpose, person_id) include (expires_at) where state = 5;
