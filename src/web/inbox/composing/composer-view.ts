import { type Desk, deskOf, type Pending } from '../../../conversations/composing/desk.ts';
import { type Leaving, leaves, type Mode } from '../../../conversations/composing/mode.ts';
import { changesFor } from '../../../conversations/heard/offering.ts';
import { type EarlierAnswer, earlierAnswers } from '../../../conversations/macros/earlier-answers.ts';
import { wordsFor } from '../../../conversations/macros/macro.ts';
import { listMacros } from '../../../conversations/macros/using.ts';
import { limitsOf, type NetworkLimits } from '../../../listening/networks.ts';
import type { Context, Locale } from '../../../platform/context.ts';

export interface DraftView {
  text: string;
  revision: number;
  back: string | null;
  backReason: string | null;
}

export type PendingView = Omit<Pending, 'madeAt' | 'notBefore'> & {
  madeAt: string;
  /** Until it may leave, as the page was made; null while it waits for a second person. */
  secondsLeft: number | null;
};

/** A ready-made text to choose from; its beginning as it stands, with its places. */
export interface MacroView {
  publicId: string;
  name: string;
  text: string;
}

export interface ComposerView {
  modes: readonly Mode[];
  /** The paper that lies on top. */
  mode: Mode;
  drafts: Partial<Record<Mode, DraftView>>;
  pending: readonly PendingView[];
  writing: { name: string; since: string } | null;
  /** A second person will look at it; null: nothing may be written to the customer. */
  needs: NonNullable<Desk['need']>['needs'] | null;
  signature: string | null;
  macros: readonly MacroView[];
  suggestions: readonly EarlierAnswer[];
  /** What was changed lately, in the words of whoever reads. */
  changes: readonly { publicId: string; did: string; isSource: boolean; others: number }[];
  limits: Readonly<Record<Leaving, NetworkLimits>>;
}

/** What the composer of a conversation shows; for whoever may answer there. */
export async function composerView(
  ctx: Context,
  { id, channel, locale }: { id: string; channel: string; locale: Locale },
): Promise<ComposerView> {
  const desk = await deskOf(ctx, id);
  const macros = await listMacros(ctx);
  const [usual = 'note'] = desk.need ? desk.modes : desk.modes.filter((mode) => !leaves(mode));
  return {
    modes: desk.modes,
    mode: desk.mode && desk.modes.includes(desk.mode) ? desk.mode : usual,
    drafts: Object.fromEntries(
      desk.drafts.map(({ mode, text, revision, back, backReason }) => [
        mode,
        { text, revision, back, backReason },
      ]),
    ),
    pending: desk.pending.map(({ notBefore, madeAt, ...one }) => ({
      ...one,
      madeAt: madeAt.toISOString(),
      secondsLeft: notBefore && secondsUntil(notBefore, ctx.clock.now()),
    })),
    writing: desk.writing && { name: desk.writing.name, since: desk.writing.since.toISOString() },
    needs: desk.need?.needs ?? null,
    signature: desk.signature?.text ?? null,
    macros: macros.map(({ publicId, name, words }) => ({
      publicId,
      name,
      text: wordsFor(words, desk.locale).slice(0, 100),
    })),
    suggestions: await earlierAnswers(ctx, id),
    changes: (await changesFor(ctx, id)).map(({ publicId, words, isSource, others }) => ({
      publicId,
      did: (words[locale] ?? words.nl ?? words.en)?.did ?? '',
      isSource,
      others,
    })),
    limits: { public: limitsOf(channel, 'public'), private: limitsOf(channel, 'private') },
  };
}

function secondsUntil(at: Date, now: Temporal.Instant): number {
  return Math.max(0, Math.ceil((at.getTime() - now.epochMilliseconds) / 1000));
}
