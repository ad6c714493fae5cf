import { sendTest, tryConnection } from './connecting.ts';
import { askDue } from './conversations/asking/asking.ts';
import { closeQuiet } from './conversations/closing.ts';
import { forgetClaims } from './conversations/composing/claiming.ts';
import { forgetReplies, releaseDue } from './conversations/composing/releasing.ts';
import { releaseJob } from './conversations/composing/sending.ts';
import { forgetDrafts } from './conversations/drafting/draft.ts';
import { forgetLooking } from './conversations/following/looking.ts';
import { clearFolds } from './conversations/listing/folding.ts';
import { dueAnew, dueAnewJob } from './conversations/norms/falling-due.ts';
import { tellDue } from './conversations/notifying/due.ts';
import { forgetNotifications } from './conversations/notifying/notifications.ts';
import { pushNews } from './conversations/notifying/pushing.ts';
import { forgetPractices } from './conversations/practising/practising.ts';
import { wakeDue } from './conversations/resting/waking.ts';
import { drawWeek } from './conversations/reviewing/drawing.ts';
import { doOnce, onceJob } from './conversations/ruling/once.ts';
import { forgetMoments, passTime } from './conversations/ruling/passing.ts';
import { sendDue } from './conversations/webhooks/delivering.ts';
import { forgetDeliveries } from './conversations/webhooks/log.ts';
import { webhookJob } from './conversations/webhooks/queueing.ts';
import { answerLinkRequest, linkJob } from './customers/entering/asking.ts';
import { forgetEntrances } from './customers/entering/entering.ts';
import { suggestAll } from './customers/identifying/suggesting.ts';
import { qualityJob, refreshQuality } from './customers/quality.ts';
import { permitMail } from './customers/sending/permitting.ts';
import { mailingJob } from './customers/sending/running.ts';
import { runMailings } from './customers/sending/working.ts';
import { trialJob } from './customers/syncing/backoffice.ts';
import { runExchange } from './exchange-job.ts';
import { forgetQuiet } from './forgetting.ts';
import { runImport } from './import-job.ts';
import { keepReports } from './insights/reporting/rolling.ts';
import { rollUp } from './insights/rolling/rolling.ts';
import { askCustomers } from './insights/surveying/asking.ts';
import { closeDueRounds } from './journey/assessing/rounds.ts';
import { evaluateAndTell } from './journeying.ts';
import { suggestDue } from './listening/assisting/suggesting.ts';
import { forgetAside } from './listening/connecting/aside.ts';
import { trialJob as channelTrialJob, retryJob, testJob } from './listening/connecting/connection.ts';
import { forgetArrived } from './listening/connecting/delivery.ts';
import { rereadJob, rereadSome } from './listening/heads/rereading.ts';
import { retrainDue } from './listening/learning/learning.ts';
import { runTraining } from './listening/learning/trainings.ts';
import { notice } from './listening/noticing/noticing.ts';
import { forgetUnrepeated } from './listening/noticing/remembering.ts';
import { forgetGuests } from './listening/talking/guest.ts';
import { mailSummaries } from './notifying-by-mail.ts';
import { answerForgotten, forgetPasswordLinks, passwordJob } from './organisation/entering/forgetting.ts';
import { getOrganisation } from './organisation/organisation.ts';
import { endDays } from './organisation/queueing/presence.ts';
import { measurePilots, tellOfPilot } from './piloting.ts';
import { openForAnybody, readSwitchedOn } from './pilots/doors.ts';
import { watchPilots } from './pilots/living/watching.ts';
import { places } from './places.ts';
import { forgetOldKeys } from './platform/http/idempotency.ts';
import type { Timed } from './platform/jobs.ts';
import { forgetMail } from './platform/mail/keeping.ts';
import { mailJob } from './platform/mail/mail.ts';
import { sendWaiting } from './platform/mail/sending.ts';
import { makePartitions } from './platform/partitions.ts';
import { endMinorities } from './privacy/coming-of-age.ts';
import { countUses } from './privacy/counting.ts';
import { advanceErasures } from './privacy/erasing/advancing.ts';
import { expireConsents } from './privacy/expiring.ts';
import { dropOldExports, makeExport } from './privacy/exporting/export.ts';
import { remindOfRequests } from './privacy/requests/reminding.ts';
import { retain } from './privacy/retaining/retaining.ts';
import { sealLedger } from './privacy/sealing/sealing.ts';
import { retryAside } from './receiving.ts';
import { recheckChannels } from './rechecking.ts';
import { remindByMail } from './reminding.ts';
import { retained } from './retained.ts';
import { neededBy } from './switches.ts';
import { runTrial, syncBackoffices } from './syncing.ts';
import { warnOfExpiry } from './warning-of-expiry.ts';

/** When it is time → do that. Times are UTC. */
const timed: readonly Timed[] = [
  { name: 'exchange', run: (ctx, data) => runExchange(ctx, data.exchangeId ?? '') },
  { name: 'suggest-doubles', cron: '35 1 * * *', run: suggestAll },
  { name: qualityJob, cron: '*/15 * * * *', run: refreshQuality },
  { name: 'import', run: (ctx, data) => runImport(ctx, data.importId ?? '') },
  {
    name: 'retrain',
    run: async (ctx, data) => {
      await runTraining(ctx, { head: data.head ?? '', training: data.training ?? null });
    },
  },
  { name: rereadJob, run: async (ctx, data) => void (await rereadSome(ctx, data)) },
  { name: 'retrain-due', cron: '* * * * *', run: retrainDue },
  { name: linkJob, run: (ctx, data) => answerLinkRequest(ctx, data.id ?? '') },
  { name: passwordJob, run: (ctx, data) => answerForgotten(ctx, data.id ?? '') },
  { name: 'forget-password-links', cron: '35 1 * * *', run: forgetPasswordLinks },
  { name: mailingJob, cron: '* * * * *', run: (ctx) => runMailings(ctx) },
  { name: mailJob, cron: '* * * * *', run: (ctx) => sendWaiting(ctx, permitMail) },
  {
    name: 'export',
    run: async (ctx, data) => {
      const { name: organisation } = await getOrganisation(ctx);
      await makeExport(ctx, data.exportId ?? '', { places, organisation });
    },
  },
  { name: 'drop-old-exports', cron: '35 * * * *', run: dropOldExports },
  { name: 'forget-quiet', cron: '0 3 * * *', run: forgetQuiet },
  { name: 'erasures', cron: '* * * * *', run: (ctx) => advanceErasures(ctx, places) },
  { name: 'remind-of-requests', cron: '45 * * * *', run: (ctx) => remindOfRequests(ctx, remindByMail) },
  { name: 'retain', cron: '5 2 * * *', run: (ctx) => retain(ctx, retained) },
  { name: 'expire-consents', cron: '0 * * * *', run: async (ctx) => void (await expireConsents(ctx)) },
  { name: 'end-minorities', cron: '10 2 * * *', run: async (ctx) => void (await endMinorities(ctx)) },
  { name: 'seal-ledger', cron: '10 0 * * *', run: sealLedger },
  { name: 'sync-backoffices', cron: '* * * * *', run: syncBackoffices },
  { name: trialJob, run: (ctx, data) => runTrial(ctx, data.id ?? '') },
  { name: 'make-partitions', cron: '5 1 * * *', run: makePartitions },
  { name: 'wake-snoozed', cron: '* * * * *', run: wakeDue },
  { name: 'close-quiet-conversations', cron: '15 1 * * *', run: closeQuiet },
  { name: 'forget-idempotency-keys', cron: '25 1 * * *', run: forgetOldKeys },
  { name: 'forget-entrances', cron: '35 1 * * *', run: forgetEntrances },
  { name: 'count-uses', cron: '45 1 * * *', run: countUses },
  { name: 'forget-mail', cron: '40 1 * * *', run: forgetMail },
  { name: 'suggest-classes', cron: '* * * * *', run: suggestDue },
  { name: 'notice', cron: '* * * * *', run: notice },
  { name: 'forget-unrepeated', cron: '45 1 * * *', run: forgetUnrepeated },
  { name: dueAnewJob, run: (ctx) => dueAnew(ctx) },
  { name: 'forget-practices', cron: '55 1 * * *', run: forgetPractices },
  { name: 'end-days', cron: '* * * * *', run: endDays },
  { name: 'clear-folds', cron: '50 1 * * *', run: clearFolds },
  // Asked for with every answer, for its own moment; every minute for those whose process died.
  { name: releaseJob, cron: '* * * * *', run: async (ctx) => void (await releaseDue(ctx)) },
  { name: 'tell-due', cron: '* * * * *', run: tellDue },
  { name: 'push-news', cron: '* * * * *', run: (ctx) => pushNews(ctx) },
  { name: 'mail-summaries', cron: '2 * * * *', run: mailSummaries },
  { name: 'forget-notifications', cron: '58 1 * * *', run: forgetNotifications },
  { name: 'forget-looking', cron: '12 * * * *', run: forgetLooking },
  { name: 'forget-claims', cron: '55 1 * * *', run: forgetClaims },
  { name: 'forget-replies', cron: '56 1 * * *', run: forgetReplies },
  { name: 'measure-pilots', cron: '20 2 * * *', run: measurePilots },
  { name: 'watch-pilots', cron: '30 5 * * *', run: (ctx) => watchPilots(ctx, tellOfPilot) },
  { name: 'close-assessments', cron: '20 1 * * *', run: closeDueRounds },
  { name: 'roll-up', cron: '*/10 * * * *', run: rollUp },
  { name: 'draw-quality', cron: '20 3 * * 1', run: drawWeek },
  { name: 'keep-reports', cron: '*/5 * * * *', run: (ctx) => keepReports(ctx) },
  { name: 'evaluate-journey', cron: '5 * * * *', run: evaluateAndTell },
  { name: 'ask-customers', cron: '* * * * *', run: askCustomers },
  { name: 'ask-questions', cron: '* * * * *', run: async (ctx) => void (await askDue(ctx)) },
  { name: webhookJob, cron: '* * * * *', run: async (ctx) => void (await sendDue(ctx)) },
  { name: 'forget-webhooks', cron: '58 1 * * *', run: forgetDeliveries },
  { name: 'pass-time', cron: '* * * * *', run: passTime },
  { name: onceJob, run: (ctx, data) => doOnce(ctx, data.id ?? '') },
  { name: 'forget-moments', cron: '57 1 * * *', run: forgetMoments },
  { name: channelTrialJob, run: (ctx, data) => tryConnection(ctx, data.id ?? '') },
  { name: testJob, run: (ctx, data) => sendTest(ctx, { id: data.id ?? '', to: data.to ?? '' }) },
  { name: retryJob, run: (ctx, data) => retryAside(ctx, { id: data.id ?? '', aside: data.aside ?? '' }) },
  { name: 'forget-aside', cron: '50 1 * * *', run: forgetAside },
  { name: 'forget-guests', cron: '53 1 * * *', run: forgetGuests },
  { name: 'recheck-channels', cron: '*/10 * * * *', run: (ctx) => recheckChannels(ctx) },
  { name: 'channel-expiry', cron: '20 6 * * *', run: warnOfExpiry },
  { name: 'forget-arrived', cron: '52 1 * * *', run: forgetArrived },
  { name: 'forget-drafts', cron: '35 1 * * *', run: forgetDrafts },
];

/** A job of a capability rests while that is off for everybody. */
export function whileOn(timed: Timed): Timed {
  const needed = neededBy(timed.name);
  if (!needed) return timed;
  return {
    ...timed,
    run: async (ctx, data) => {
      if (openForAnybody(await readSwitchedOn(ctx), ctx.clock.now()).has(needed)) await timed.run(ctx, data);
    },
  };
}

export const schedule: readonly Timed[] = timed.map(whileOn);

export const queues: readonly string[] = schedule.map((timed) => timed.name);
