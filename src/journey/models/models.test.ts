import { describe, expect, it } from 'vitest';
import type { PilotFigures } from '../../pilots/measures.ts';
import { evaluate } from '../evaluating.ts';
import { countOf, shareOf } from '../fixtures/figures.ts';
import { disagreementOf } from './disagreeing.ts';
import { type AreaFacts, hasRhythm, hasSpecialCause, lowestRung, rungOf } from './ladder.ts';
import { phaseCriteria, phaseOf } from './phase.ts';
import { lowestOf, overlayOf, profileOf } from './profile.ts';

const now = { window: 'now' } as const;

describe('the roadmap', () => {
  const presence = [countOf('ACCOUNTS', 2, now), countOf('POSTS', 9), shareOf('READ', 80, 100)];
  const dialogue = [
    ...presence,
    ...[
      shareOf('RR', 70, 100),
      countOf('DA', 3),
      countOf('CONTENT_WEEKS', 8, now),
      countOf('GOAL_MEASURED', 1, now),
    ],
  ];
  const phase = (figures: Parameters<typeof evaluate>[1]) =>
    phaseOf(evaluate(phaseCriteria, figures, { departments: 4 }));

  it('asks every phase before the one that is reached', () => {
    expect(phase([]).proven).toBe(0);
    expect(phase(presence).proven).toBe(1);
    expect(phase(dialogue).proven).toBe(2);
    expect(phase(dialogue.filter(({ code }) => code !== 'POSTS')).proven).toBe(0);
  });

  it('leaves open what cannot be told', () => {
    expect(phase(dialogue)).toMatchObject({ proven: 2, possible: 2 });
    expect(phase([...dialogue.filter(({ code }) => code !== 'DA'), countOf('DA', 4)]).possible).toBe(4);
  });
});

describe('the ladder', () => {
  const steady: AreaFacts = {
    ...{
      area: 'respond',
      outOfScope: null,
      weeks: Array<number>(26).fill(40),
      chart: [],
      owner: true,
      tool: true,
    },
    ...{ written: { fresh: true, acknowledged: 0.9 }, target: true, tested: 2, lasting: true },
  };
  const chart = Array.from({ length: 24 }, (_, i) => 50 + (i % 4));

  it('is climbed rung by rung: a good fifth never makes up for a failed second', () => {
    expect(rungOf({ ...steady, chart })).toMatchObject({ level: 5, lacks: null });
    expect(rungOf({ ...steady, chart, owner: false })).toMatchObject({ level: 1, lacks: 'owner' });
    expect(rungOf({ ...steady, chart: [] })).toMatchObject({ level: 3, lacks: 'chart' });
    expect(rungOf({ ...steady, weeks: [] })).toMatchObject({ level: 0, lacks: 'activity' });
  });

  it('asks the gate of data before what is classified or recorded may count', () => {
    expect(rungOf({ ...steady, chart, area: 'record' })).toMatchObject({ level: 2, lacks: 'gate' });
    expect(rungOf({ ...steady, chart, area: 'record', gate: true })).toMatchObject({
      level: 3,
      lacks: 'chain',
    });
  });

  it('sees a week that jumps out and eight on one side', () => {
    expect(hasSpecialCause(chart)).toBe(false);
    expect(hasSpecialCause([...chart.slice(0, -1), 90])).toBe(true);
    expect(hasSpecialCause([...chart.slice(0, 16), ...Array<number>(8).fill(53.2)])).toBe(true);
  });

  it('wants three of every four weeks, a whole quarter long', () => {
    expect(hasRhythm([1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1])).toBe(true);
    expect(hasRhythm([1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toBe(false);
    expect(hasRhythm([1, 1, 1])).toBe(false);
  });

  it('stands where its lowest area in scope stands', () => {
    const rungs = [
      rungOf({ ...steady, chart }),
      rungOf({ ...steady, area: 'community', outOfScope: 'by choice' }),
    ];
    expect(lowestRung(rungs)).toEqual({ level: 5, area: 'respond' });
    expect(lowestRung([])).toBeNull();
  });
});

describe('the four Cs', () => {
  const pilot = (more: Partial<PilotFigures>): PilotFigures => ({
    ...{
      publicId: 'pi_1',
      title: 'Webcare',
      template: 'CX1',
      area: 'experience',
      state: 'running',
      phase: 1,
    },
    ...{ owned: true, departmentId: '1', startedOn: '2026-03-01', keptOn: null, endedOn: null },
    ...{
      metric: { name: 'RR', type: 'service' },
      target: 0.6,
      valueOn: '2026-11-20',
      weeks: 8,
      better: true,
    },
    ...{ verdict: 'positive', ...more },
  });
  const value = (pilots: readonly PilotFigures[]) =>
    profileOf(pilots, { day: '2026-11-24', begun: new Set() })[0]?.value;

  it('grow from nothing by a first phase and a second to what is kept for half a year', () => {
    const kept = { state: 'kept', phase: 2, keptOn: '2026-04-01' } as const;
    expect(value([])).toBe(0);
    expect(value([pilot({})])).toBe(1);
    expect(value([pilot({ phase: 2 })])).toBe(2);
    expect(value([pilot(kept), pilot({ departmentId: '2' })])).toBe(3);
    expect(value([pilot(kept)])).toBe(2);
    expect(value([pilot({ state: 'stopped' })])).toBe(0);
  });

  it('send advice to the lowest bar, and integration asks all of them', () => {
    const bars = profileOf([pilot({})], { day: '2026-11-24', begun: new Set(['conversation']) });
    expect(lowestOf(bars)).toBe('content');
    const facts = { bars, runningCs: 1, knows: true, team: true, listens: true, met: () => true };
    expect(overlayOf(facts)).toBe('knowledge');
    expect(overlayOf({ ...facts, runningCs: 2 })).toBe('pilot');
    const full = bars.map((bar) => ({ ...bar, value: 3 as const }));
    expect(overlayOf({ ...facts, runningCs: 4, bars: full })).toBe('leverage');
    expect(overlayOf({ ...facts, runningCs: 4, bars: full, met: (id) => id !== '5.1' })).toBe('integration');
    expect(overlayOf({ ...facts, knows: false })).toBe('none');
  });
});

describe('where models differ', () => {
  const of = (stage: 1 | 2 | 3, phase: 0 | 1 | 2 | 3) =>
    disagreementOf({ stage, phase, ladder: null, missingOfStage: '3.5', missingOfPhase: 'P2.3' });

  it('is said, with what is missing, and never averaged', () => {
    expect(of(2, 3)).toEqual({ kind: 'phase-ahead', missing: '3.5' });
    expect(of(3, 1)).toEqual({ kind: 'stage-ahead', missing: 'P2.3' });
    expect(of(3, 2)).toEqual({ kind: 'agree' });
  });
});
