import { cycles } from './cycles.ts';
import { direction, packages, rooms } from './direction.ts';
import { dataFiles, type Exception } from './exceptions.ts';
import { barrels, dangling, spelling } from './importing.ts';
import { classes, names, state, subscribing, time, timers } from './keeping.ts';
import { owning } from './owning.ts';
import type { Rule, Violation } from './places.ts';
import { parameters, proportions, sizes } from './sizes.ts';
import type { Source } from './source.ts';

export const rules: Readonly<Record<string, Rule>> = {
  rooms,
  direction,
  packages,
  spelling,
  barrels,
  dangling,
  cycles,
  time,
  timers,
  subscribing,
  owning,
  state,
  classes,
  names,
  parameters,
  sizes: sizes(dataFiles),
  proportions: proportions(dataFiles),
};

/** Everything in these files that goes against a rule. */
export function violationsIn(
  sources: readonly Source[],
  wanted: readonly Rule[] = Object.values(rules),
): Violation[] {
  return wanted.flatMap((rule) => rule(sources));
}

export function without(violations: readonly Violation[], exceptions: readonly Exception[]): Violation[] {
  return violations.filter((violation) => !exceptions.some((exception) => excuses(exception, violation)));
}

/** Exceptions that excuse nothing any more: they would hide the next mistake. */
export function idle(exceptions: readonly Exception[], violations: readonly Violation[]): Exception[] {
  return exceptions.filter((exception) => !violations.some((violation) => excuses(exception, violation)));
}

function excuses({ rule, path }: Exception, violation: Violation): boolean {
  return (
    rule === violation.rule &&
    (violation.path === path || (path.endsWith('/') && violation.path.startsWith(path)))
  );
}

export function sentence({ rule, path, line, message }: Violation): string {
  return `${path}:${line} ${message} [${rule}]`;
}
