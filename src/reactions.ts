import { findChannel } from './channels/channel.ts';
import { deliver } from './conversations/delivering.ts';
import { regroupRows, relabelRows } from './conversations/judging/relabelling.ts';
import { foldAlike } from './conversations/listing/folding.ts';
import { placeHeard } from './conversations/placing/placing.ts';
import { previewAnew } from './conversations/previewing.ts';
import { mailCertificate } from './customers/mine/certificate.ts';
import { forgetObjector } from './listening/learning/learning.ts';
import type { NowReactions } from './platform/events.ts';
import type { Reaction } from './platform/following.ts';
import { shareClosed } from './syncing.ts';
import { closeWishes, heedWishes, requestWished, suspectWishes } from './wishes.ts';

/** When this happened → do that, in the same transaction: both happen or neither. */
export const nowReactions: NowReactions = {
  'message.heard': async (ctx, events) => {
    await placeHeard(ctx, events);
    await suspectWishes(ctx, events);
  },
  'message.forgotten': previewAnew,
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
  { name: 'fold-alike', verb: 'alike.found', purpose: 'service', handle: foldAlike },
  { name: 'heed-wishes', verb: 'wish.suspected', purpose: 'service', handle: heedWishes },
  { name: 'request-wished', verb: 'wish.heard', purpose: 'service', handle: requestWished },
  { name: 'close-wishes', verb: 'conversation.answered', purpose: 'service', handle: closeWishes },
  { name: 'share-closed', verb: 'conversation.closed', purpose: 'service', handle: shareClosed },
  { name: 'mail-certificates', verb: 'person.erased', purpose: 'legal', handle: mailCertificate },
  { name: 'forget-objectors', verb: 'permission.decided', purpose: 'train', handle: forgetObjector },
];
