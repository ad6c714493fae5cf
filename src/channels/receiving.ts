import type { Connection, Happened, Received, Unreadable } from './connection.ts';

/** Where what was received is kept. `store` is one transaction: all of it with the cursor, or nothing. */
export interface Intake {
  cursor(): Promise<string | null>;
  /** @throws whatever keeps these from being stored; then nothing of them is, and the cursor stands where it stood */
  store(page: Pick<Received, 'happened' | 'unreadable' | 'cursor'>): Promise<void>;
  /** Where it stands while a page is stored piece by piece. */
  storeWithoutCursor(happened: Happened): Promise<void>;
  /** It is the message that cannot be stored, not the moment: the same again would fail again. */
  isPoison(error: unknown): boolean;
  failpoint(place: string): Promise<void>;
}

/**
 * Receives one page. A message that cannot be stored is put aside and keeps no other back. Tells whether there is more.
 * @throws Outage, Refused, and what `store` throws when it is no matter of one message
 */
export async function receiveNext(intake: Intake, connection: Connection): Promise<boolean> {
  const page = await connection.receive(await intake.cursor());
  await intake.failpoint('receive.read');
  try {
    await intake.store(page);
  } catch (error) {
    if (!intake.isPoison(error)) throw error;
    await storeOneByOne(intake, page);
  }
  await intake.failpoint('receive.stored');
  return page.more;
}

async function storeOneByOne(intake: Intake, page: Received): Promise<void> {
  const aside: Unreadable[] = [...page.unreadable];
  for (const one of page.happened) {
    try {
      await intake.storeWithoutCursor(one);
    } catch (error) {
      if (!intake.isPoison(error)) throw error;
      aside.push(asideOf(one, error));
    }
  }
  await intake.store({ happened: [], unreadable: aside, cursor: page.cursor });
}

function asideOf(one: Happened, error: unknown): Unreadable {
  const key = one.kind === 'said' ? one.heard.externalId : one.externalId;
  const why = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
  return {
    key,
    why,
    raw: Buffer.from(JSON.stringify(one, (_, value) => (value instanceof Uint8Array ? null : value))),
  };
}
