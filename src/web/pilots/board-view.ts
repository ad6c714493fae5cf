import { areas } from '../../pilots/library/template.ts';
import { isOn, isOver } from '../../pilots/living/life.ts';
import { listPilots, type Pilot } from '../../pilots/living/pilot.ts';
import { changeLoad, mostWidenings } from '../../pilots/portfolio/change-load.ts';
import { standingOfKept } from '../../pilots/portfolio/history.ts';
import { type Graded, gradeOf, spreadOf } from '../../pilots/portfolio/spread.ts';
import { asInstant } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';

const lately = 31 * 24;

/** The board: four Cs with their pilots, how wide they are spread, and how much is changing. Four statements. */
export async function readBoard(ctx: Context) {
  const pilots = await listPilots(ctx);
  const standing = await standingOfKept(ctx);
  const now = ctx.clock.now();
  const graded: Graded[] = pilots.map((pilot) => {
    const { keptSince, measuredAt } = standing.get(pilot.id) ?? { keptSince: null, measuredAt: null };
    return {
      ...pilot,
      keptSince: keptSince ? asInstant(keptSince) : null,
      measuredLately: measuredAt !== null && now.since(asInstant(measuredAt)).total('hours') <= lately,
    };
  });
  const spread = spreadOf(pilots);
  return {
    any: pilots.length > 0,
    columns: areas.map((area) => ({
      area,
      grade: gradeOf(graded, area, now),
      count: spread.byArea[area],
      pilots: pilots.filter((one) => one.area === area && !isOver(one)).map(cardOf),
    })),
    over: pilots.filter(isOver).map(cardOf),
    spread: { all: spread.all, lopsided: spread.lopsided, departments: spread.byDepartment },
    load: (await changeLoad(ctx)).map(({ name, widenings }) => ({
      name,
      widenings,
      room: Math.max(0, mostWidenings - widenings),
    })),
    most: mostWidenings,
  };
}

export type Board = Awaited<ReturnType<typeof readBoard>>;

export function cardOf(pilot: Pilot) {
  const { publicId, title, state, phase, department, endsOn, template, owner } = pilot;
  return {
    id: publicId,
    title,
    state,
    phase,
    template,
    department: department?.name ?? null,
    owner: owner?.name ?? null,
    endsOn: isOn(pilot) ? endsOn : null,
  };
}

export type PilotCard = ReturnType<typeof cardOf>;
