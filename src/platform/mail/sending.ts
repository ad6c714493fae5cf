import { asDate } from '../clock.ts';
import { type Context, transact } from '../context.ts';
import { isRefusal } from '../refusal.ts';
import { claimMail, settleCut } from './claiming.ts';
import type { Outcome } from './outcome.ts';
import { type MailServer, openMailServer } from './server.ts';
import { type Ending, endingOf, heedDomain, settle } from './settling.ts';
import { bytesOf, envelopeFrom, type MailToSend } from './writing.ts';

/** May this mail leave at this moment? Reasons are codes. */
export type Verdict =
  | { kind: 'go' }
  | { kind: 'cancel'; reason: string }
  | { kind: 'later'; reason: string; at: Temporal.Instant };

/**
 * Asked in the transaction in which the server is called, right before: what it locks stays locked until the answer
 * is written down, and what it writes stands or falls with it. A Refusal cancels the mail with its code.
 */
export type Permit = (ctx: Context, mail: MailToSend) => Promise<Verdict>;

export interface SendingOptions {
  /** Calls at once. */
  lanes?: number;
  /** Milliseconds for one mail. */
  patience?: number;
}

/**
 * Sends what waits until nothing may leave any more. Each mail: intent, committed → call → answer, committed. Ends
 * early when our own server cannot be reached. Safe to run in several processes at once.
 */
export async function sendWaiting(ctx: Context, permit: Permit, options: SendingOptions = {}): Promise<void> {
  const { smtp } = ctx.outside;
  if (!smtp) return;
  await settleCut(ctx);
  let down = false;
  const lane = async () => {
    const server = openMailServer(smtp, options);
    try {
      while (!down) {
        const mail = await claimMail(ctx, smtp.perMinute);
        if (!mail) return;
        if ((await sendOne(ctx, mail, { server, permit })) === 'down') down = true;
      }
    } finally {
      server.close();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: options.lanes ?? 4 }, lane));
  const bug = ended.find((one) => one.status === 'rejected');
  if (bug) throw bug.reason;
}

interface Means {
  server: MailServer;
  permit: Permit;
}

/** Thrown to undo what `permit` wrote (a use that did not happen stands in nobody's ledger), then caught here. */
const notLeft = new Error('the mail did not leave');

async function sendOne(ctx: Context, mail: MailToSend, means: Means): Promise<'next' | 'down'> {
  let outcome: Outcome | undefined;
  try {
    await transact(ctx, mail.purpose, async (ctx) => {
      const verdict = await verdictOn(ctx, mail, means.permit);
      if (verdict.kind !== 'go') return settle(ctx, mail, endingWithout(verdict));
      // Until the answer is here nobody knows; should writing it down fail, `settleCut` finds the mail.
      outcome = { kind: 'unknown', answer: '' };
      outcome = await call(ctx, mail, means.server);
      if (outcome.kind === 'later' || outcome.kind === 'refused') throw notLeft;
      await writeDown(ctx, mail, outcome);
    });
  } catch (error) {
    if (error !== notLeft) {
      // Before the call nothing left, so it may simply be tried again.
      if (!outcome) await putBack(ctx, mail);
      throw error;
    }
  }
  if (!outcome) return 'next';
  const left = outcome;
  if (left.kind === 'later' || left.kind === 'refused')
    await transact(ctx, mail.purpose, (ctx) => writeDown(ctx, mail, left));
  return left.kind === 'later' && left.server ? 'down' : 'next';
}

function endingWithout(verdict: Exclude<Verdict, { kind: 'go' }>): Ending {
  if (verdict.kind === 'cancel') return { state: 'cancelled', reason: verdict.reason };
  return { state: 'waiting', reason: verdict.reason, next: asDate(verdict.at) };
}

async function verdictOn(ctx: Context, mail: MailToSend, permit: Permit): Promise<Verdict> {
  const now = asDate(ctx.clock.now());
  if (mail.expiresAt && mail.expiresAt <= now) return { kind: 'cancel', reason: 'expired' };
  try {
    return await permit(ctx, mail);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'cancel', reason: error.code };
  }
}

async function call(ctx: Context, mail: MailToSend, server: MailServer): Promise<Outcome> {
  const { smtp } = ctx.outside;
  if (!smtp) throw new Error('the mail server went away');
  const bytes = await bytesOf(mail, smtp, ctx.outside);
  return server.send({ from: envelopeFrom(smtp), to: mail.recipient }, bytes);
}

async function writeDown(ctx: Context, mail: MailToSend, outcome: Outcome): Promise<void> {
  await settle(ctx, mail, endingOf(mail, outcome, asDate(ctx.clock.now())));
  await heedDomain(ctx, mail.domain, outcome);
}

async function putBack(ctx: Context, mail: MailToSend): Promise<void> {
  const next = new Date(asDate(ctx.clock.now()).getTime() + 5 * 60_000);
  await transact(ctx, 'security', (ctx) => settle(ctx, mail, { state: 'waiting', reason: 'trouble', next }));
}
