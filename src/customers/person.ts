export const relations = ['unknown', 'customer', 'prospect', 'partner', 'influencer'] as const;
export type Relation = (typeof relations)[number];

/** Whoever writes. A customer is one relation a person can have. */
export interface Person {
  id: string;
  publicId: string;
  name: string | null;
  relation: Relation;
  since: Date;
  /** Rows of the same human, this one first: more than one after merging. */
  personIds: readonly string[];
}

/**
 * How sure we are that an identity is this person's: unseen, we only saw it write; claimed, somebody said so; verified,
 * the network or a code proved it; confirmed, a colleague checked it and wrote down how.
 */
export const proofs = ['unseen', 'claimed', 'verified', 'confirmed'] as const;
export type Proof = (typeof proofs)[number];

/** One address of a person on one network. Conversations hold on to the identity, not to the person. */
export interface Identity {
  id: string;
  publicId: string;
  network: string;
  handle: string | null;
  name: string | null;
  proof: Proof;
  /** Of the newest proof: what it rests on, and since when. */
  evidence: string | null;
  provenAt: Date | null;
}
