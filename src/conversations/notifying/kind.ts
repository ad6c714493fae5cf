/** What a colleague can be told. */
export const kinds = [
  'mentioned',
  'assigned',
  'replied',
  'approval_asked',
  'approval_decided',
  'handed_over',
  'hand_over_answered',
  'due_soon',
  'overdue',
  'ruled',
] as const;
export type Kind = (typeof kinds)[number];

/** How: in Polder, on a device when Polder is not open, in the summary by mail. */
export const ways = ['app', 'push', 'mail'] as const;
export type Way = (typeof ways)[number];

export type Ways = Readonly<Record<Way, boolean>>;

const everywhere: Ways = { app: true, push: true, mail: true };
const here: Ways = { app: true, push: false, mail: false };

/** Until a colleague wants it otherwise: what asks for them rings, what goes on without them stands in the list. */
export const standardWays: Readonly<Record<Kind, Ways>> = {
  mentioned: everywhere,
  assigned: { ...everywhere, mail: false },
  replied: here,
  approval_asked: everywhere,
  approval_decided: here,
  handed_over: everywhere,
  hand_over_answered: here,
  due_soon: here,
  overdue: everywhere,
  ruled: everywhere,
};
