import { architecture } from './check/architecture.ts';
import { choose, report, type Step, time } from './check/steps.ts';
import { script, tool } from './check/tools.ts';
import { wordsStep } from './check/words.ts';

/**
 * Everything that must hold before a change lands, in the order in which a mistake is cheapest to find.
 * `polder check types lint` runs only those; `--write` mends what a machine can mend.
 */
const steps: readonly Step[] = [
  {
    name: 'types',
    what: 'routes and TypeScript',
    run: [tool('@react-router/dev', 'typegen'), tool('typescript', '--noEmit', '--project', '.')],
  },
  {
    name: 'lint',
    what: 'lint and format',
    run: [tool('@biomejs/biome', 'ci', '--colors=off')],
    write: [tool('@biomejs/biome', 'check', '--write')],
  },
  {
    name: 'boundaries',
    what: 'who may import whom, sizes, and what Node can strip',
    run: [tool('vitest', 'run', '--reporter=dot', 'test/boundaries.test.ts', 'test/erasable.test.ts')],
  },
  { name: 'unused', what: 'files, exports and packages that nobody uses', run: [tool('knip')] },
  { name: 'words', what: 'Dutch and English are both complete', run: [wordsStep] },
  {
    name: 'architecture',
    what: 'docs/architecture.md tells the order of the modules',
    run: [architecture('compare')],
    write: [architecture('write')],
  },
  {
    name: 'schema',
    what: 'migrations from zero, and the types made from them',
    run: [script('schema.ts')],
    write: [script('schema.ts', '--write')],
  },
  {
    name: 'places',
    what: 'every personal column has a place from which it can be erased',
    run: [script('personal-places.ts')],
  },
];

export async function run(args: readonly string[]): Promise<number> {
  const chosen = choose(steps, args);
  if (chosen.unknown.length > 0) {
    process.stderr.write(`No such check: ${chosen.unknown.join(', ')}. There are: ${names()}.\n`);
    return 2;
  }
  const results = [];
  for (const step of chosen.steps) {
    const result = await time(step, chosen.write);
    process.stderr.write(report(result));
    results.push(result);
  }
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  process.stderr.write(failed.length === 0 ? 'All checks hold.\n' : `Not right yet: ${failed.join(', ')}.\n`);
  return failed.length === 0 ? 0 : 1;
}

function names(): string {
  return steps.map(({ name }) => name).join(', ');
}
