import { findChannel } from './channels/channel.ts';
import { planQuestions } from './conversations/asking/asking.ts';
import { deliver } from './conversations/delivering/offering.ts';
import { stopAnswers } from './conversations/delivering/stopping.ts';
import { promiseAnew } from './conversations/handing-over/promising.ts';
import { regroupRows, relabelRows } from './conversations/judging/relabelling.ts';
import { returnToQueue } from './conversations/leaving.ts';
import { foldAlike } from './conversations/listing/folding.ts';
import { linkExpected } from './conversations/moderating/private.ts';
import { askDueAnew, keepDue, keepDueOf, whatMovesDue } from './conversations/norms/falling-due.ts';
import { tellColleagues, whatIsTold } from './conversations/notifying/reacting.ts';
import { placeHeard } from './conversations/placing/placing.ts';
import { previewAnew, showEdited } from './conversations/previewing.ts';
import { wakeWritten } from './conversations/resting/waking.ts';
import { dealOut, giveBack, whatDeals } from './conversations/routing/dealing.ts';
import { routeEnded, routeOpened } from './conversations/routing/routing.ts';
import { whatRulesHear } from './conversations/ruling/happening.ts';
import { followRules } from './conversations/ruling/ruling.ts';
import { queueDeliveries } from './conversations/webhooks/queueing.ts';
import { types } from './conversations/webhooks/type.ts';
import { handOverFollowUps } from './customers/keeping/following-up.ts';
import { mailCertificate } from './customers/mine/certificate.ts';
import { tellOfAge } from './customers/mine/telling-of-age.ts';
import { tellOfAnswer, tellOfRemark } from './journeying.ts';
import { forgetObjector } from './listening/learning/learning.ts';
import { tellOfLimit } from './piloting.ts';
import type { NowReactions } from './platform/events.ts';
import type { Reaction } from './platform/following.ts';
import { letGoOfRequests } from './privacy/requests/handling.ts';
import { shareClosed } from './syncing.ts';
import { closeWishes, heedWishes, requestWished, suspectWishes } from './wishes.ts';

/** When this happened → do that, in the same transaction: both happen or neither. */
export const nowReactions: NowReactions = {
  'message.heard': async (ctx, events) => {
    await placeHeard(ctx, events);
    await suspectWishes(ctx, events);
  },
  'conversation.continued': wakeWritten,
  'message.forgotten': previewAnew,
  'message.edited': showEdited,
  'label.corrected': relabelRows,
  'class.gone': regroupRows,
};

/** When this happened → do that, soon after, at least once. */
export const reactions: readonly Reaction[] = [
  {
    name: 'deliver-answers',
    verb: 'conversation.answered',
    purpose: 'service',
    handle: (ctx, event) =>
      deliver(ctx, event.data.messageId as string, (connector) => findChannel(connector)?.replies ?? []),
  },
  { name: 'stop-answers', verb: 'channel.turned', purpose: 'service', handle: stopAnswers },
  {
    name: 'route-opened',
    verb: 'conversation.opened',
    purpose: 'service',
    handle: (ctx, event) => routeOpened(ctx, [event]),
    handleAll: routeOpened,
  },
  { name: 'route-ended', verb: 'queue.ended', purpose: 'service', handle: routeEnded },
  {
    name: 'keep-due',
    verb: whatMovesDue,
    purpose: 'service',
    handle: (ctx, event) => keepDue(ctx, [event]),
    handleAll: keepDue,
  },
  {
    name: 'promise-anew',
    verb: ['department.promised', 'calendar.changed'],
    purpose: 'service',
    handle: promiseAnew,
    handleAll: promiseAnew,
  },
  { name: 'give-back', verb: ['presence.changed', 'employee.left'], purpose: 'service', handle: giveBack },
  { name: 'deal-out', verb: whatDeals, purpose: 'service', handle: dealOut, handleAll: dealOut },
  { name: 'keep-due-of-topic', verb: 'label.corrected', purpose: 'service', handle: keepDueOf },
  {
    name: 'due-anew',
    verb: ['norms.published', 'calendar.changed', 'queue.changed', 'queue.hours-changed'],
    purpose: 'service',
    handle: askDueAnew,
  },
  {
    name: 'follow-rules',
    verb: whatRulesHear,
    purpose: 'service',
    handle: (ctx, event) => followRules(ctx, [event]),
    handleAll: followRules,
  },
  { name: 'tell-colleagues', verb: whatIsTold, purpose: 'service', handle: tellColleagues },
  {
    name: 'queue-webhooks',
    verb: types,
    purpose: 'service',
    handle: (ctx, event) => queueDeliveries(ctx, [event]),
    handleAll: queueDeliveries,
  },
  {
    name: 'plan-questions',
    verb: 'conversation.closed',
    purpose: 'measure',
    handle: (ctx, event) => planQuestions(ctx, [event]),
    handleAll: planQuestions,
  },
  { name: 'fold-alike', verb: 'alike.found', purpose: 'service', handle: foldAlike },
  { name: 'heed-wishes', verb: 'wish.suspected', purpose: 'service', handle: heedWishes },
  { name: 'request-wished', verb: 'wish.heard', purpose: 'service', handle: requestWished },
  { name: 'close-wishes', verb: 'conversation.answered', purpose: 'service', handle: closeWishes },
  { name: 'share-closed', verb: 'conversation.closed', purpose: 'service', handle: shareClosed },
  { name: 'mail-certificates', verb: 'person.erased', purpose: 'legal', handle: mailCertificate },
  { name: 'tell-of-age', verb: 'person.of-age', purpose: 'legal', handle: tellOfAge },
  {
    name: 'link-private',
    verb: 'conversation.opened',
    purpose: 'service',
    handle: (ctx, event) => linkExpected(ctx, [event]),
    handleAll: linkExpected,
  },
  { name: 'return-to-queue', verb: 'employee.left', purpose: 'service', handle: returnToQueue },
  { name: 'hand-over-follow-ups', verb: 'employee.left', purpose: 'service', handle: handOverFollowUps },
  { name: 'let-go-of-requests', verb: 'employee.left', purpose: 'legal', handle: letGoOfRequests },
  { name: 'forget-objectors', verb: 'permission.decided', purpose: 'train', handle: forgetObjector },
  {
    name: 'tell-of-limit',
    verb: ['pilot.nearly-used', 'pilot.used-up'],
    purpose: 'service',
    handle: tellOfLimit,
  },
  { name: 'tell-of-remark', verb: 'remark.made', purpose: 'service', handle: tellOfRemark },
  { name: 'tell-of-answer', verb: 'remark.answered', purpose: 'service', handle: tellOfAnswer },
];
