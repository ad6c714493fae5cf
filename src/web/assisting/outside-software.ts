import type { Context } from '../../platform/context.ts';
import { agreed } from '../../privacy/agreeing.ts';
import type { PurposeView } from '../mine/contract-view.ts';

/**
 * Where the language model is that of another company, the person is asked for a yes of their own: silence, with which
 * software in our own house may read along, is none. Shown as what it then is, consent, with who gets the text.
 */
export async function withOutsideSoftware(
  ctx: Context,
  personId: string,
  rows: readonly PurposeView[],
): Promise<PurposeView[]> {
  const { languageModel: model } = ctx;
  if (model?.place !== 'outside') return [...rows];
  const yes = await agreed(ctx, personId, 'ai_assist');
  return rows.map((row) => {
    const closed = row.state === 'objected' || row.state === 'restricted';
    if (row.purpose !== 'ai_assist' || closed) return row;
    const silent = row.state === 'allowed' && !yes;
    return {
      ...row,
      basis: 'consent',
      state: silent ? 'unknown' : row.state,
      act: yes ? 'withdraw' : 'give',
      recipients: [...new Set([...row.recipients, model.host])],
    };
  });
}
