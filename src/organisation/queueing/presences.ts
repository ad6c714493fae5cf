/** home: nothing is dealt out, and what waits is given back. pause: nothing new for a while. */
export const presences = ['here', 'pause', 'home'] as const;
export type Presence = (typeof presences)[number];
