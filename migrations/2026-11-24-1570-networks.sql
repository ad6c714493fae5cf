-- Up to where the messages of an account were asked after at its network: whether they still stand there. The next turn
-- goes on from here, in the order of their keys, and begins anew at the end.
alter table channel_connection add column swept_to text;
-- What did not stand there when it was asked after once, with the moment (ISO 8601): one miss takes nothing away here.
alter table channel_connection add column missed jsonb not null default '{}';
