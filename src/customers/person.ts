export type Relation = 'unknown' | 'customer' | 'prospect' | 'partner' | 'influencer';

/** Whoever writes. A customer is one relation a person can have. */
export interface Person {
  id: string;
  publicId: string;
  name: string | null;
  relation: Relation;
  since: Date;
}

export type Proof = 'unseen' | 'claimed' | 'verified' | 'confirmed';

/** One address of a person on one network. Conversations hold on to the identity, not to the person. */
export interface Identity {
  id: string;
  network: string;
  handle: string | null;
  name: string | null;
  proof: Proof;
}
