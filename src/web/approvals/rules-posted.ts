import { z } from 'zod';
import { endRule, setRule } from '../../conversations/approving/ruling.ts';
import { checkKeys } from '../../conversations/composing/check.ts';
import { setCheck } from '../../conversations/composing/conflicting.ts';
import { setSignature } from '../../conversations/composing/signing.ts';
import type { Context } from '../../platform/context.ts';

const words = z.string().max(500);

/** The forms of the page on which is said how answers are looked at, checked and signed. */
export const ruleForms = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('approval'),
    /** `queue:general`, `topic:rekening`, `person:em_…` */
    of: z.string().regex(/^(queue|topic|person):.{1,80}$/),
    how: z.enum(['always', 'sample', 'none']),
    share: z.coerce.number().int().optional().catch(undefined),
  }),
  z.object({ act: z.literal('end'), id: z.string().max(60) }),
  z.object({
    act: z.literal('check'),
    key: z.enum(checkKeys),
    how: z.enum(['stop', 'ask', 'off']),
    document: z.string().max(60),
  }),
  z.object({
    act: z.literal('signature'),
    channel: z.string().regex(/^[a-z0-9*_-]{1,40}$/),
    nl: words,
    en: words,
    required: z.string().optional(),
  }),
]);

export async function doRule(ctx: Context, given: z.infer<typeof ruleForms>): Promise<void> {
  switch (given.act) {
    case 'approval': {
      const at = given.of.indexOf(':');
      const kind = given.of.slice(0, at) as 'queue' | 'topic' | 'person';
      return setRule(ctx, { kind, of: given.of.slice(at + 1), how: given.how, share: given.share });
    }
    case 'end':
      return endRule(ctx, given.id);
    case 'check':
      return setCheck(ctx, given.key, { how: given.how, document: given.document || null });
    case 'signature':
      return setSignature(ctx, {
        channel: given.channel,
        words: { nl: given.nl, en: given.en },
        required: Boolean(given.required),
      });
  }
}
