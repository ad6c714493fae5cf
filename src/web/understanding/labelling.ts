import { redirect } from 'react-router';
import { z } from 'zod';
import { inTreeOrder } from '../../listening/heads/classes.ts';
import { getHead } from '../../listening/heads/head.ts';
import { nextToLabel } from '../../listening/learning/asking.ts';
import { confirm, correct } from '../../listening/learning/correcting.ts';
import { labelledCount } from '../../listening/learning/verdicts.ts';
import { requires } from '../../organisation/authority.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { headName, nameOf, namesOf } from './class-words.ts';

/** So many messages that were passed over stay away; the oldest of them may come back. */
const mostSkipped = 20;
/** A batch holds three doubtful messages for each random one. */
const batch = 12;

/** One message to label, and everything that can be said of it. */
export async function readLabelling({ context: ctx, locale }: PageContext, head: string, url: URL) {
  requires(ctx.actor, 'conversation.answer');
  const skipped = skippedIn(url);
  const asksOf = await getHead(ctx, head);
  const { classes, kind } = asksOf;
  const done = await labelledCount(ctx, head);
  const asked = await nextToLabel(ctx, head, skipped.length + batch);
  const fresh = asked.filter(({ publicId }) => !skipped.includes(publicId));
  // Goes through the places of the batch, because the doubtful and the random ones keep theirs all day.
  const found = fresh[done % Math.max(1, fresh.length)];
  const names = namesOf(asksOf, locale);
  return {
    head,
    name: headName(asksOf, locale),
    kind,
    done,
    skipped: skipped.join(','),
    classes: inTreeOrder(classes).map(({ own: { key } }) => ({ key, name: nameOf(names, key) })),
    message: found
      ? {
          id: found.publicId,
          text: found.text,
          channel: found.channel,
          author: found.author,
          language: found.language,
          at: found.sentAt.toISOString(),
          standing: found.labels,
          suggested: found.suggested,
          confidence: found.confidence,
          outOfScope: found.outOfScope,
        }
      : null,
  };
}

export type Labelling = Awaited<ReturnType<typeof readLabelling>>;

function skippedIn(url: URL): string[] {
  const ids = (url.searchParams.get('skipped') ?? '').split(',');
  return ids.filter((id) => /^\w{1,60}$/.test(id)).slice(-mostSkipped);
}

/** A field for every class, `label.` before its key, because several may be chosen. */
const prefix = 'label.';

const schema = z
  .object({
    act: z.literal('skip').optional(),
    message: z.string().min(1).max(60),
    standing: z.string().max(1000),
  })
  .catchall(z.string());

/** Keeps what a colleague says of one message, and goes on with the next. */
export async function label({ context: ctx }: PageContext, request: Request, head: string) {
  requires(ctx.actor, 'conversation.answer');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { act, message, standing, ...fields } = form.value;
  const skipped = skippedIn(new URL(request.url));
  if (act === 'skip')
    return redirect(urls.labelling(head, { skipped: [...skipped, message].join(',') }), 303);
  const labels = Object.keys(fields).flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
  const known = (await getHead(ctx, head)).classes.map(({ key }) => key);
  if (labels.some((one) => !known.includes(one))) return again({ problems: { label: { code: 'choice' } } });
  try {
    if (labels.sort().join(',') === standing) await confirm(ctx, message, { head, shown: labels });
    else await correct(ctx, message, { head, labels });
  } catch (error) {
    return refusedForm(error, form.given);
  }
  return redirect(urls.labelling(head, { skipped: skipped.join(',') }), 303);
}
