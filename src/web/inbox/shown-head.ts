import type { Head } from '../../listening/heads/head.ts';

/** Those that every message shows, in this order; their answer stands on the message itself. */
export const standing = ['sentiment', 'intent', 'urgency', 'answerable'] as const;
export type StandingHead = (typeof standing)[number];

export interface ShownHead {
  key: string;
  name: string;
  kind: Head['kind'];
  /** In the order of their tree; one that leads has others under it. */
  classes: { key: string; name: string; leads: boolean }[];
  /** Whether the reader may say what it should be. */
  mayJudge: boolean;
}

export function isStanding(head: string): head is StandingHead {
  return (standing as readonly string[]).includes(head);
}

/** What a class is called; one that is not there any more has its key left. */
export function classNameIn(head: ShownHead | undefined, key: string): string {
  return head?.classes.find((one) => one.key === key)?.name ?? key;
}
