import { holdsOn, includes, type Right, rights } from '../../../organisation/mandates/mandate.ts';
import type { MandateRow, MatrixRow } from '../../../organisation/mandates/matrix.ts';

/** What somebody may on a channel: about everything, and where it is more, about some topics. */
export interface Cell {
  everything: Right | null;
  topics: readonly { topic: string; right: Right }[];
}

export interface MatrixLine {
  publicId: string;
  name: string;
  department: string | null;
  inMatrix: boolean;
  /** By channel. */
  cells: Readonly<Record<string, Cell>>;
}

interface Day {
  at: Temporal.Instant;
  on: string;
}

/** The matrix as it holds on a day. */
export function linesOf(rows: readonly MatrixRow[], channels: readonly string[], day: Day): MatrixLine[] {
  return rows.map(({ publicId, name, department, inMatrix, mandates }) => {
    const held = mandates.filter((one) => isHeld(one, day));
    const cells = channels.map((channel): [string, Cell] => [
      channel,
      cellOf(held.filter((one) => one.channel === null || one.channel === channel)),
    ]);
    return { publicId, name, department, inMatrix, cells: Object.fromEntries(cells) };
  });
}

export function isHeld(row: MandateRow, day: Day): boolean {
  return holdsOn({ ...row, endedAt: row.endedAt ? Temporal.Instant.from(row.endedAt) : null }, day);
}

function cellOf(held: readonly MandateRow[]): Cell {
  const everything = strongest(held.filter(({ topic }) => topic === null));
  const topics = [...new Set(held.flatMap(({ topic }) => topic ?? []))].flatMap((topic) => {
    const right = strongest(held.filter((one) => one.topic === topic));
    return right && !(everything && includes(everything, right)) ? [{ topic, right }] : [];
  });
  return { everything, topics };
}

function strongest(held: readonly MandateRow[]): Right | null {
  return rights.findLast((right) => held.some((one) => one.right === right)) ?? null;
}

/** Whether a line shows somewhere at least this right. */
export function hasRight({ cells }: MatrixLine, right: Right): boolean {
  return Object.values(cells).some(
    ({ everything, topics }) =>
      (everything !== null && includes(everything, right)) ||
      topics.some((one) => includes(one.right, right)),
  );
}
