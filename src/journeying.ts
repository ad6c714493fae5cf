import { criteria } from './journey/criteria.ts';
import { listRemarks } from './journey/remarking/remark.ts';
import { findSubject } from './journey/remarking/subjects.ts';
import { ambitionsToReview, ownersOf, takeUntold, type Untold } from './journey/telling.ts';
import { evaluateWeeks } from './journey/weekly/evaluating-weeks.ts';
import { type InTheirWords, mailColleagues } from './mailing-colleagues.ts';
import { type Context, transact } from './platform/context.ts';
import type { Event } from './platform/events.ts';
import { urls } from './urls.ts';

/** Evaluates the weeks that ended, and tells those who steer what is wavering, what was lost and what was won. */
export async function evaluateAndTell(ctx: Context): Promise<void> {
  await evaluateWeeks(ctx);
  await tellOfJourney(ctx);
}

const told = ['wavering', 'stage_lost', 'stage_gained', 'source_lost'] as const;
type ToldKind = (typeof told)[number];

/** Mails what happened and was not told yet. Harmless to do twice. */
export async function tellOfJourney(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    for (const event of await takeUntold(ctx)) {
      const kind = told.find((one) => one === event.kind);
      if (kind) await tellOf(ctx, event, kind);
    }
    await remindOfAmbition(ctx);
  });
}

async function tellOf(ctx: Context, { asOf, data }: Untold, kind: ToldKind): Promise<void> {
  const about = named(data.criteria ?? data.causes);
  const of = {
    ...{ kind: 'journey', publicId: `journey:${kind}`, key: `journey:${kind}:${asOf.toISOString()}` },
    employeeIds: await ownersOf(
      ctx,
      about.flatMap(({ advice }) => advice),
    ),
  };
  await mailColleagues(ctx, of, ({ said, locale, formats }: InTheirWords) => {
    const mail = said.journeyMail[kind];
    const [from, to] = [Number(data.from ?? 0), Number(data.to ?? 0)];
    const points = about.map((criterion) => `- ${criterion[locale]}`).join('\n');
    const page = kind === 'stage_lost' ? urls.recovery() : urls.journey();
    return {
      subject: mail.subject(from, to),
      text: mail.text(formats.day(asOf), points, `${ctx.outside.baseUrl}${page}`),
    };
  });
}

function named(ids: unknown) {
  const list: readonly unknown[] = Array.isArray(ids) ? ids : [];
  return list.flatMap((id) => criteria.find((criterion) => criterion.id === id) ?? []);
}

/** Once a year at least the question comes back: is this still where we want to go? */
async function remindOfAmbition(ctx: Context): Promise<void> {
  for (const { id, employeeId } of await ambitionsToReview(ctx)) {
    const employeeIds = employeeId === null ? await ownersOf(ctx, []) : [employeeId];
    const of = { kind: 'journey', employeeIds, key: `ambition:${id}`, publicId: `ambition:${id}` };
    await mailColleagues(ctx, of, ({ said }) => ({
      subject: said.journeyMail.review.subject,
      text: said.journeyMail.review.text(`${ctx.outside.baseUrl}${urls.ambition()}`),
    }));
  }
}

/** Whoever wrote a text hears that somebody says something in it is wrong; without one, those who steer. */
export async function tellOfRemark(ctx: Context, { data }: Event): Promise<void> {
  const of = await remarkOf(ctx, data.id);
  if (!of) return;
  const { publicId, name, ownerIds, said } = of;
  const employeeIds = ownerIds.length > 0 ? ownerIds : await ownersOf(ctx, []);
  const link = `${ctx.outside.baseUrl}${urls.remarks()}`;
  const to = { kind: 'remark', employeeIds, key: publicId, publicId };
  await mailColleagues(ctx, to, ({ said: { remarks } }) => ({
    subject: remarks.mail.subject(name),
    text: remarks.mail.text(said, link),
  }));
}

/** Whoever reported it hears what was done, with thanks. */
export async function tellOfAnswer(ctx: Context, { data }: Event): Promise<void> {
  const of = await remarkOf(ctx, data.id);
  if (!of) return;
  const { publicId, name, byId, mended, answer } = of;
  const to = { kind: 'remark', employeeIds: [byId], key: `${publicId}:answer`, publicId };
  await mailColleagues(ctx, to, ({ said: { remarks } }) => ({
    subject: remarks.thanks.subject(name),
    text: remarks.thanks[mended ? 'mended' : 'kept'](answer ?? ''),
  }));
}

async function remarkOf(ctx: Context, id: unknown) {
  const remark = (await listRemarks(ctx)).find(({ publicId }) => publicId === id);
  const subject = remark && (await findSubject(ctx, remark.kind, remark.about));
  return remark && { ...remark, name: subject?.name ?? remark.about, ownerIds: subject?.ownerIds ?? [] };
}
