import { describe, expect, test } from 'vitest';
import { seed } from '../../src/commands/seeding.ts';
import { readJourney } from '../../src/journey/journey.ts';
import { listTimeline } from '../../src/journey/weekly/timeline.ts';
import { asDate } from '../../src/platform/clock.ts';
import { testDatabase } from '../database.ts';
import { asKind, kinds, stoppedWeeks, whosePioneersStopped } from './kinds.ts';
import type { ExampleOrganisation } from './organisation.ts';
import { waterkracht } from './waterkracht.ts';

/** The three organisations of the example, and the one whose pioniers stopped: each shows another portrait. */
const at = Temporal.Instant.from('2026-11-24T16:00:00Z');

async function walked(
  example: ExampleOrganisation,
  how: { works: boolean; reads?: boolean; weeksSince?: number },
) {
  const polder = await testDatabase({ at: at.toString() });
  try {
    await seed(polder.context, example, how);
    const { standing, provisional, models } = await readJourney(polder.context);
    const events = (await listTimeline(polder.context, asDate(at))).toReversed();
    return { standing, provisional, bars: models.bars, events };
  } finally {
    await polder.close();
  }
}

describe('the example organisation', () => {
  const proven = { sending: 1, pioneers: 2, operational: 3 } as const;
  test.each(kinds)('as %s stands where that kind stands', async (kind) => {
    const works = kind === 'operational';
    const { standing, provisional } = await walked(asKind(waterkracht(at), kind), {
      works,
      reads: kind === 'pioneers',
    });
    expect({ proven: standing.proven, provisional }).toEqual({ proven: proven[kind], provisional: false });
  });

  test('falls back when its two pioniers stop, and was warned before', async () => {
    const { standing, events } = await walked(whosePioneersStopped(at), {
      works: true,
      weeksSince: stoppedWeeks,
    });
    const fall = events.find(({ kind }) => kind === 'stage_lost');
    const before = events.filter((event) => event.kind === 'stage_gained' && event.at < (fall?.at ?? at));
    expect(before.map(({ data }) => data.to)).toEqual([2, 3]);
    expect(fall?.data).toMatchObject({ from: 3, to: 2 });
    expect(standing.proven).toBe(2);
    const warned = events.find(({ kind, at }) => kind === 'wavering' && at < (fall?.at ?? new Date(0)));
    expect(warned).toBeDefined();
  });
});
