import { z } from 'zod';

const mark = z.object({ at: z.string(), ids: z.array(z.string()).readonly() });
const place = z.object({ lists: z.record(z.string(), mark), stream: z.string().nullable() });

/** Up to where was received: of each list that is asked for, and of the stream. */
export type Place = z.infer<typeof place>;

export const nowhere: Place = { lists: {}, stream: null };

export const placeOf = (cursor: string | null): Place =>
  cursor === null ? nowhere : place.parse(JSON.parse(cursor));
export const cursorOf = (at: Place): string => JSON.stringify(at);
