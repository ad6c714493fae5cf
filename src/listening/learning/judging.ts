import type { Context } from '../../platform/context.ts';
import type { Figures } from './figures.ts';
import type { Head } from './heads.ts';

export interface ModelVersion {
  readonly version: number;
  readonly state: 'current' | 'former' | 'refused';
  readonly why: string;
  readonly examples: number;
  readonly madeAt: Date;
  /** Name of the colleague; null when Polder did it by itself. */
  readonly madeBy: string | null;
  readonly figures: Figures;
  /** Its file is still there, so it can be put back. */
  readonly canReturn: boolean;
}

/** Share of a class, lately (28 days) and before (the 91 days before those). Fractions 0–1. */
export interface ClassShare {
  readonly label: string;
  readonly lately: number;
  readonly before: number;
}

export interface Drift {
  readonly lately: number;
  readonly before: number;
  readonly shares: readonly ClassShare[];
  /** Share of words that the current model never met; null without a model or messages. */
  readonly unknownWords: { readonly lately: number | null; readonly before: number | null } | null;
}

export interface HeadOverview {
  readonly head: Head;
  /** What colleagues labelled; of each message the newest. `newest` is when. */
  readonly labelled: {
    readonly total: number;
    readonly perClass: readonly { readonly label: string; readonly n: number }[];
    readonly newest: Date | null;
    /** Since the current model was made. */
    readonly waiting: number;
  };
  readonly current: ModelVersion | null;
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
  /** Oldest first, refused ones left out. */
  readonly curve: readonly {
    readonly version: number;
    readonly examples: number;
    readonly accuracy: number;
    readonly interval: readonly [number, number];
    readonly macroF1: number;
    readonly madeAt: Date;
  }[];
  readonly drift: Drift;
}

/** All that the screen of one head shows. */
export async function headOverview(_ctx: Context, _headKey: string): Promise<HeadOverview> {
  throw new Error('to come');
}
