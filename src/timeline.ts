import { conversationTimeline } from './conversations/showing/entries.ts';
import { customerTimeline } from './customers/entries.ts';
import type { TimelineSource } from './customers/timeline.ts';

/** Who adds what to the timeline of a person. A module that wants to stand there adds its line here. */
export const timelineSources: readonly TimelineSource[] = [conversationTimeline, customerTimeline];
