import { redirect } from 'react-router';
import { z } from 'zod';
import { confirmAndTell } from '../../../customers/mine/certificate.ts';
import { requires } from '../../../organisation/authority.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { type Context, type Locale, transact } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { withdrawErasure } from '../../../privacy/erasing/asking.ts';
import { findErasureOf } from '../../../privacy/erasing/erasure.ts';
import { endHold, holdBack } from '../../../privacy/holding/holding.ts';
import { proveAndBegin } from '../../../privacy/requests/asking.ts';
import {
  confirmAge,
  dropRequest,
  extendRequest,
  refuseRequest,
  settleRequest,
  takeRequest,
} from '../../../privacy/requests/handling.ts';
import { getRequest, grounds } from '../../../privacy/requests/request.ts';
import { urls } from '../../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../../forms.ts';

const reason = z.string().trim().min(10).max(2000);

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('take') }),
  z.object({ act: z.literal('prove'), proof: reason }),
  z.object({ act: z.literal('extend'), why: reason }),
  z.object({ act: z.literal('settle'), outcome: z.string().trim().min(3).max(2000) }),
  z.object({ act: z.literal('refuse'), ground: z.enum(grounds), reason }),
  z.object({ act: z.literal('of-age'), evidence: reason }),
  z.object({ act: z.literal('drop') }),
  z.object({ act: z.literal('erase'), days: z.coerce.number().int().min(0).max(14) }),
  z.object({ act: z.literal('keep') }),
  z.object({ act: z.literal('hold'), reason, reviewOn: z.iso.date() }),
  z.object({ act: z.literal('release'), hold: z.string(), why: reason }),
]);
type Wanted = z.infer<typeof acts>;

/** What a colleague does with a request. A copy that begins shows its link in the answer: it stands nowhere else. */
export async function answerAct(
  ctx: Context,
  { id, request, locale }: { id: string; request: Request; locale: Locale },
) {
  requires(ctx.actor, 'privacy.manage');
  const form = await readForm(request, acts);
  if (!form.ok) return again(form.answer);
  try {
    const { token } = await perform(ctx, { id, locale, wanted: form.value });
    // For the customer, elsewhere: with the address of this Polder, not of whoever asks for it.
    const link = token && `${ctx.outside.baseUrl}${urls.takeExport(token)}`;
    if (link) return { given: {}, link } as FormAnswer & { link?: string };
    return redirect(urls.privacyRequest(id), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

interface Performing {
  id: string;
  locale: Locale;
  wanted: Wanted;
}

async function perform(ctx: Context, { id, locale, wanted }: Performing): Promise<{ token?: string }> {
  switch (wanted.act) {
    case 'take':
      await takeRequest(ctx, id);
      return {};
    case 'prove': {
      const { exportToken } = await proveAndBegin(ctx, id, { proof: wanted.proof, locale });
      return exportToken ? { token: exportToken } : {};
    }
    case 'extend':
      await extendRequest(ctx, id, { why: wanted.why, timeZone: (await getOrganisation(ctx)).timezone });
      return {};
    case 'settle':
      await settleRequest(ctx, id, wanted.outcome);
      return {};
    case 'refuse':
      await refuseRequest(ctx, id, wanted);
      return {};
    case 'of-age':
      await confirmAge(ctx, id, wanted.evidence);
      return {};
    case 'drop':
      await dropRequest(ctx, id);
      return {};
    default:
      await performErasing(ctx, id, wanted);
      return {};
  }
}

async function performErasing(
  ctx: Context,
  id: string,
  wanted: Extract<Wanted, { act: 'erase' | 'keep' | 'hold' | 'release' }>,
): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const request = await getRequest(ctx, id);
    const erasure = await findErasureOf(ctx, request.id);
    if (wanted.act === 'release') return endHold(ctx, wanted.hold, wanted.why);
    if (wanted.act === 'hold') {
      if (request.personId === null) throw new Refusal('not-found.person');
      await holdBack(ctx, request.personId, wanted);
      return;
    }
    if (!erasure) throw new Refusal('not-found.erasure');
    if (wanted.act === 'erase') return confirmAndTell(ctx, { id: erasure.publicId, days: wanted.days });
    await withdrawErasure(ctx, erasure.publicId);
    await dropRequest(ctx, id);
  });
}
