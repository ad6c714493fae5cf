import { systemClock } from '../../platform/clock.ts';
import { makeContext } from '../../platform/context.ts';
import { openDatabase } from '../../platform/database.ts';
import { type SealReport, verifyLedger } from '../../privacy/sealing/sealing.ts';
import { good, note, type Verdict, wrong } from './verdict.ts';

/** Whether the ledger of uses still says what it said, as far as it was sealed. */
export async function examineLedger(appUrl: string): Promise<Verdict[]> {
  const { database, close } = openDatabase(appUrl, { size: 1 });
  try {
    const actor = { kind: 'system', name: 'doctor' } as const;
    const ctx = makeContext({ database, actor, clock: systemClock, now: {} });
    return [verdictOn(await verifyLedger(ctx))];
  } finally {
    await close();
  }
}

/** A root that was written down elsewhere shows more: that the chain was not made anew as a whole. */
export function verdictOn({ days, rows, root, sealedOn, faults }: SealReport): Verdict {
  if (root === null)
    return note('ledger', 'The ledger of uses was not sealed yet; that happens every night.');
  const [first] = faults;
  if (!first) {
    const sentence = `${rows} uses of ${days} days fit their seals; the root of ${sealedOn} is ${root.slice(0, 16)}.`;
    return good('ledger', sentence);
  }
  const told = faults.map(({ day, kind, rows }) => `${day}: ${rows} ${saidOf[kind]}`);
  return wrong(
    'ledger',
    `The ledger of uses was changed outside Polder, first in what was sealed on ${first.day}.`,
    told,
  );
}

const saidOf = {
  root: 'rows whose seal does not fit the chain',
  changed: 'rows say something else than when they were sealed',
  gone: 'rows went, and not because a person was erased',
  unsealed: 'rows were put in for a day that was sealed already',
} as const;
