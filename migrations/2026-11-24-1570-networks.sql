-- Up to where the messages of an account were asked after at its network: whether they still stand there. The next turn
-- goes on from here, in the order of their keys, and begins anew at the end.
alter table channel_connection add column swept_to text;
