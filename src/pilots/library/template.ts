import type { Capability } from '../capability.ts';
import type { Asks } from '../culture/items.ts';
import type { MetricType, MetricUnit } from '../living/plan.ts';
import type { Approval, Scope, Visibility } from '../scope.ts';

/** The four Cs: customer experience, conversation, content, collaboration. */
export const areas = ['experience', 'conversation', 'content', 'collaboration'] as const;
export type Area = (typeof areas)[number];

/** Opening hours a phase asks for: office hours, evenings as well, the weekend as well. */
export type Openness = 'office' | 'evenings' | 'weekend';

/** What a template knows of the scope beforehand. Which channel, product or people is for whoever plans it. */
export interface TemplatePhase {
  readonly hours?: Openness;
  readonly approval?: Approval;
  readonly visibility?: Visibility;
  readonly topics?: readonly string[];
  readonly languages?: readonly string[];
  readonly volumeCap?: NonNullable<Scope['volumeCap']>;
  readonly days: number;
}

export interface TemplateWords {
  readonly name: string;
  /** Why one would do this. */
  readonly about: string;
  readonly means: readonly string[];
  readonly metric: string;
  readonly benefit: string;
  readonly guard: string;
  readonly boards: string;
  readonly phases: readonly [string, string, string];
}

export interface Template {
  /** `CX1`; an own one has a key of its own. */
  readonly key: string;
  readonly area: Area;
  readonly fit: Asks;
  readonly capabilities: readonly Capability[];
  readonly metric: {
    readonly code: string;
    readonly type: MetricType;
    readonly unit: MetricUnit;
    readonly better: 'higher' | 'lower';
    /** In the unit; null where it is a change of what is measured first. */
    readonly target: number | null;
    readonly days: number;
  };
  readonly hoursAWeek: number;
  readonly phases: readonly [TemplatePhase, TemplatePhase, TemplatePhase];
  readonly nl: TemplateWords;
  readonly en: TemplateWords;
}
