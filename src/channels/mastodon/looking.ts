import { z } from 'zod';
import { ApiRefusal, callServer, type Server } from './calling.ts';
import { type Status, status } from './status.ts';

/** `gone`: it stands there no longer. `there`: it does, and cannot be read. */
export type Found = Status | 'gone' | 'there';

export interface Looking {
  /**
   * These posts as they stand there now: all of them where the server gives several at once (4.3 and later), else the
   * first `most`, one by one. What is not in the answer was not asked. @throws Outage, Refused
   */
  statusesOf(ids: readonly string[], most: number): Promise<Map<string, Found>>;
  /** Does the server give several at once? @throws Outage, Refused */
  givesMany(): Promise<boolean>;
}

const atOnce = 20;

export function lookingOver(server: Server): Looking {
  // Asked once: a server that does not will not by the next minute.
  let many: boolean | undefined;

  /** Undefined where it does not give several. */
  async function askMany(ids: readonly string[]): Promise<readonly unknown[] | undefined> {
    if (many === false) return undefined;
    const query = { id: [...ids] };
    const said = await callServer(server, { path: '/api/v1/statuses', query }).catch((error: unknown) => {
      if (error instanceof ApiRefusal) return undefined;
      throw error;
    });
    many = Array.isArray(said);
    return Array.isArray(said) ? said : undefined;
  }

  return {
    givesMany: async () => many ?? (await askMany(['1'])) !== undefined,
    statusesOf: async (ids, most) => {
      const found = new Map<string, Found>();
      for (let at = 0; at < ids.length; at += atOnce) {
        const part = ids.slice(at, at + atOnce);
        const said = await askMany(part);
        if (said) for (const [id, one] of foundIn(part, said)) found.set(id, one);
        else for (const id of part.slice(0, Math.max(0, most - at))) await findOne(server, id, found);
      }
      return found;
    },
  };
}

function foundIn(asked: readonly string[], said: readonly unknown[]): Map<string, Found> {
  const found = new Map<string, Found>(asked.map((id) => [id, 'gone']));
  for (const raw of said) {
    // By its bare id: what stands there and cannot be read is not gone.
    const there = z.looseObject({ id: z.string() }).safeParse(raw);
    if (there.success) found.set(there.data.id, status.safeParse(raw).data ?? 'there');
  }
  return found;
}

async function findOne(server: Server, id: string, found: Map<string, Found>): Promise<void> {
  try {
    const said = await callServer(server, { path: `/api/v1/statuses/${id}` });
    found.set(id, status.safeParse(said).data ?? 'there');
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (error.status === 404 || error.status === 410) found.set(id, 'gone');
  }
}
