import { actFrom, mayAsk, type OwnAct } from '../../customers/mine/deciding.ts';
import type { Mine } from '../../customers/mine/mine.ts';
import type { Context } from '../../platform/context.ts';
import { getContract } from '../../privacy/contract.ts';
import { offerIn } from '../../privacy/offer/offer.ts';
import { isPurpose, type Purpose } from '../../privacy/purpose.ts';
import { type PurposeStanding, standingOf } from '../../privacy/standing.ts';
import { withOutsideSoftware } from '../assisting/outside-software.ts';

/** One purpose as its person reads it: the sentence they agree to, what holds, since when, and what one press does. */
export interface PurposeView {
  purpose: Purpose;
  sentence: string;
  basis: string;
  state: PurposeStanding['state'];
  decidedAt: string | null;
  act: OwnAct | null;
  /** Whether they can ask to be asked each time. */
  mayAsk: boolean;
  retentionMonths: number | null;
  recipients: string[];
}

/** The contract of one person; version and date of the text, and each purpose that is offered. */
export async function contractView(ctx: Context, { personId }: Mine) {
  const contract = await getContract(ctx);
  const standing = new Map((await standingOf(ctx, personId)).map((one) => [one.purpose, one]));
  const rows = offerIn(contract.body).purposes.flatMap((offered): PurposeView[] => {
    if (!isPurpose(offered.key)) return [];
    const now = standing.get(offered.key);
    if (!now) return [];
    return [
      {
        purpose: offered.key,
        sentence: offered[ctx.locale],
        basis: offered.basis,
        state: now.state,
        decidedAt: now.decidedAt?.toISOString() ?? null,
        act: actFrom(offered.key, now.state) ?? null,
        mayAsk: mayAsk(offered.key, now.state),
        retentionMonths: offered.retentionMonths,
        recipients: offered.recipients,
      },
    ];
  });
  return {
    version: contract.version,
    publishedAt: contract.publishedAt.toISOString(),
    promises: offerIn(contract.body).promises.map((promise) => promise[ctx.locale]),
    rows: await withOutsideSoftware(ctx, personId, rows),
  };
}
