import { enterUse } from '../../customers/using.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Answer } from '../../platform/language-model/language-model.ts';
import { isRefusal } from '../../platform/refusal.ts';
import {
  type Assistance,
  endAssistance,
  hasRoom,
  type Limits,
  type Outcome,
  type Sent,
  stillWanted,
  type Withheld,
  writeAssistance,
} from './assistance.ts';

/** What is asked, ready to leave: redacted, and with nothing in it but this one case. */
export interface Ready<T> {
  readonly sent: Sent;
  ask(): Promise<Answer<T>>;
}

export interface Asking<T> {
  readonly assistance: Assistance;
  /** null: costs nothing, so nothing is counted. */
  readonly limits: Limits | null;
  /** Reads what is asked about, in the transaction that writes the ledger. */
  prepare(ctx: Context): Promise<Ready<T> | { readonly withheld: Withheld }>;
  /** Judges the answer, and keeps what came of it in the transaction that ends the question. */
  keep(ctx: Context, came: Came<T>): Promise<Outcome>;
}

export interface Came<T> {
  readonly assistanceId: string;
  readonly outcome: Outcome;
  /** null unless answered. */
  readonly value: T | null;
}

/**
 * Asks a model about one case. Three steps: in one transaction the budget, the person's permission and the ledger;
 * then the question, outside any transaction; then, in another, what came of it, if the person still wants it.
 */
export async function assist<T>(ctx: Context, asking: Asking<T>): Promise<Outcome> {
  const { assistance } = asking;
  const begun = await transact(ctx, 'ai_assist', (ctx) => begin(ctx, asking));
  const answer: Answer<T> | { outcome: Withheld } =
    'withheld' in begun ? { outcome: begun.withheld } : await begun.ready.ask();
  return transact(ctx, 'ai_assist', async (ctx) => {
    const { outcome } = answer;
    const value = 'value' in answer ? answer.value : null;
    const tokens = 'value' in answer ? { tokensIn: answer.tokensIn, tokensOut: answer.tokensOut } : {};
    const wanted = value === null || (await stillWanted(ctx, assistance));
    const held = await endAssistance(ctx, begun.id, { outcome: wanted ? outcome : 'withdrawn', ...tokens });
    if (!held) return 'withdrawn';
    const came = wanted ? { outcome, value } : { outcome: 'withdrawn' as const, value: null };
    const judged = await asking.keep(ctx, { assistanceId: begun.id, ...came });
    if (judged !== came.outcome) await endAssistance(ctx, begun.id, { outcome: judged });
    return judged;
  });
}

type Begun<T> = { id: string; ready: Ready<T> } | { id: string; withheld: Withheld };

async function begin<T>(ctx: Context, { assistance, limits, prepare }: Asking<T>): Promise<Begun<T>> {
  const withhold = async (withheld: Withheld): Promise<Begun<T>> => ({
    id: await writeAssistance(ctx, assistance, { outcome: withheld }),
    withheld,
  });
  if (limits && !(await hasRoom(ctx, assistance.kind, limits))) return withhold('over-budget');
  // Of whoever does not want it nothing is read; the ledger says so only of what is.
  if (!mayLeave(assistance) || !(await stillWanted(ctx, assistance))) return withhold('not-allowed');
  const ready = await prepare(ctx);
  if ('withheld' in ready) return withhold(ready.withheld);
  if (!(await entered(ctx, assistance))) return withhold('not-allowed');
  return { id: await writeAssistance(ctx, assistance, { sent: ready.sent }), ready };
}

/** Nobody knows who wrote it, so nobody can have said yes. */
function mayLeave({ personId, place }: Assistance): boolean {
  return personId !== null || place === 'local';
}

/** Checks under the person's lock, and writes the ledger; false when they took it back since. */
async function entered(ctx: Context, { kind, place, personId, reference }: Assistance): Promise<boolean> {
  if (personId === null) return true;
  try {
    await enterUse(ctx, personId, { activity: activities[kind][place], reference });
    return true;
  } catch (error) {
    if (isRefusal(error) && error.code === 'forbidden.purpose') return false;
    throw error;
  }
}

const activities = {
  draft: { local: 'draft.prepared', outside: 'draft.prepared-outside' },
  classes: { local: 'label.suggested', outside: 'label.suggested-outside' },
} as const;
