import { isGenerated, isTest, moduleNames, placeOf, type Rule, type Violation } from './places.ts';
import type { Source, Spot } from './source.ts';

const clocks = /^(Temporal\.Now\..+|Date\.now|new Date\(\)|Date)$/;
const repeating = /^(globalThis\.|window\.)?setInterval$/;
const waiting = /^(globalThis\.|window\.)?(setTimeout|setImmediate)$/;
const noNames = /(^|\/)(utils?|helpers?|common|misc|shared|services?|dtos?|constants?|types)(\/|\.)/;
const suffix = /\.(service|dto|constant|enum|util|helper|controller|repository)\.tsx?$/;

function inSrc(sources: readonly Source[]): Source[] {
  return sources.filter(({ path }) => path.startsWith('src/') && !isTest(path) && !isGenerated(path));
}

function each(
  sources: readonly Source[],
  spotsOf: (source: Source) => [string, Spot[], string],
): Violation[] {
  return inSrc(sources).flatMap((source) => {
    const [rule, spots, why] = spotsOf(source);
    return spots.map(({ what, line }) => ({ rule, path: source.path, line, message: `${what}: ${why}` }));
  });
}

/** Time comes in through the clock of the context, or a test cannot turn it. */
export const time: Rule = (sources) =>
  each(sources, ({ calls }) => [
    'time',
    calls.filter(({ what }) => clocks.test(what)),
    'ask the clock of the context',
  ]);

/** What runs by itself stands on one page: src/schedule.ts. Platform and doors may wait, modules may not. */
export const timers: Rule = (sources) =>
  each(sources, ({ path, calls, imports }) => {
    if (path === 'src/schedule.ts') return ['timers', [], ''];
    const mayWait = ['platform', 'web', 'commands', 'server.ts', 'worker.ts'].includes(placeOf(path));
    const sleeps = imports.filter(({ specifier }) => specifier === 'node:timers/promises');
    const waits = [
      ...calls.filter(({ what }) => waiting.test(what)),
      ...sleeps.map(({ line }) => ({ what: 'node:timers/promises', line })),
    ];
    const repeats = calls.filter(({ what }) => repeating.test(what));
    return ['timers', mayWait ? repeats : [...repeats, ...waits], 'only src/schedule.ts sets timers'];
  });

const followers = ['reactions.ts', 'app.ts', 'server.ts', 'worker.ts', 'commands', 'platform'];

/** Who reacts to what stands on one page: src/reactions.ts. The composition runs it, nobody else knows of it. */
export const subscribing: Rule = (sources) =>
  inSrc(sources)
    .filter(({ path }) => !followers.includes(placeOf(path)))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => /platform\/(following|listening)\.ts$/.test(specifier ?? ''))
        .map(({ line }) => ({
          rule: 'subscribing',
          path,
          line,
          message: 'only src/reactions.ts subscribes',
        })),
    );

/** The web bundle and the server each hold a copy of a file, so what a file remembers is remembered twice. */
export const state: Rule = (sources) =>
  each(sources, (source) => ['state', [...source.state], 'a file remembers nothing between two calls']);

/** Nouns are types with functions over them. */
export const classes: Rule = (sources) =>
  each(sources, ({ path, classes: found }) => [
    'classes',
    moduleNames.has(placeOf(path)) ? [...found] : [],
    'a module has no classes: write a type and functions over it',
  ]);

/** A name says what a thing is, not that it helps; and JSX lives in web only, because Node cannot strip it. */
export const names: Rule = (sources) =>
  sources.flatMap(({ path }) => {
    const message = badName(path);
    return message === undefined ? [] : [{ rule: 'names', path, line: 1, message }];
  });

function badName(path: string): string | undefined {
  const file = path.split('/').at(-1) ?? '';
  if (noNames.test(path) || suffix.test(path)) return 'is named after what it does for code: name the thing';
  if (path.endsWith('.tsx') && !path.startsWith('src/web/')) return 'JSX belongs in src/web only';
  if (!/^[a-z0-9$]+([-.][a-z0-9$]+)*\.tsx?$/.test(file))
    return 'write file names in small letters with dashes';
  const tooDeep = moduleNames.has(placeOf(path)) && path.split('/').length > 4;
  return tooDeep ? 'a module has folders one level deep at most' : undefined;
}
