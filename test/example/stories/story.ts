import type { Channel } from '../scene.ts';

export interface StoryLine {
  by: string;
  text: string;
  /** Days after the first one. */
  day?: number;
  /** Moves on to the next working day. */
  workday?: boolean;
  time: string;
  kind?: 'note' | 'assign' | 'close' | 'pionier';
}

export interface StoryScript {
  story: string;
  channel: Channel;
  daysBack: number;
  anyDay?: boolean;
  lines: readonly StoryLine[];
}
