-- A ledger row names the decision it rested on by number, and keeps that number when the decision is erased: of persons
-- who were one, the ledger of the one may name a decision of the other, and the seal of the row holds the number.
alter table data_use drop constraint data_use_decision_id_fkey;
