-- The language somebody last used for their own data: mail to them comes in it. A link carries the language in which it
-- was asked, because it may be opened in another browser.
alter table person add column locale text check (locale in ('nl', 'en'));
alter table person_link add column locale text check (locale in ('nl', 'en'));

-- Where the certificate of an erasure goes: address and language, kept while the erasure runs and no longer.
alter table erasure add column notify_address text;
alter table erasure add column notify_locale text check (notify_locale in ('nl', 'en'));
