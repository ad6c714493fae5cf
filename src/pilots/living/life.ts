/** Where a pilot is in its life. `dropped`: given up before it ever ran. */
export const states = [
  'idea',
  'fitted',
  'planned',
  'running',
  'deciding',
  'kept',
  'stopped',
  'dropped',
] as const;
export type State = (typeof states)[number];

export const acts = [
  'propose',
  'fit',
  'plan',
  'start',
  'change',
  'ask',
  'scale',
  'extend',
  'keep',
  'stop',
  'drop',
] as const;
export type Act = (typeof acts)[number];

export type Phase = 0 | 1 | 2 | 3;

/** What of a pilot decides which step may come. */
export interface Standing {
  readonly state: State;
  /** 0 until it starts. */
  readonly phase: Phase;
  /** A phase may be extended once. */
  readonly extended: boolean;
}

export const born: Standing = { state: 'idea', phase: 0, extended: false };

/**
 * The whole life: from each state the acts that exist, and where they lead. Nothing is skipped: what runs was planned,
 * what was planned was fitted, and what ends or grows was decided on.
 */
const life: Readonly<Record<State, Partial<Record<Act, State>>>> = {
  idea: { fit: 'fitted', drop: 'dropped' },
  fitted: { fit: 'fitted', plan: 'planned', drop: 'dropped' },
  planned: { plan: 'planned', start: 'running', drop: 'dropped' },
  running: { change: 'running', ask: 'deciding' },
  deciding: { scale: 'running', extend: 'running', keep: 'kept', stop: 'stopped' },
  kept: { scale: 'running', stop: 'stopped' },
  stopped: {},
  dropped: {},
};

/** Where the act leads, or undefined when there is no such step from here. */
export function step({ state, phase, extended }: Standing, act: Act): Standing | undefined {
  const to = life[state][act];
  if (to === undefined) return undefined;
  if (act === 'scale')
    return phase < 3 ? { state: to, phase: (phase + 1) as Phase, extended: false } : undefined;
  if (act === 'extend') return extended ? undefined : { state: to, phase, extended: true };
  if (act === 'start') return { state: to, phase: 1, extended: false };
  return { state: to, phase, extended };
}

export function actsFrom(standing: Standing): Act[] {
  return acts.filter((act) => step(standing, act) !== undefined);
}

/** On: within its scope its capabilities work. Also while a decision is asked: nothing goes off silently. */
export function isOn({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'running' || state === 'deciding' || state === 'kept';
}

export function isOver({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'stopped' || state === 'dropped';
}
