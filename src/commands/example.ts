import { asKind, kinds, stoppedWeeks, whosePioneersStopped } from '../../test/example/kinds.ts';
import { waterkracht } from '../../test/example/waterkracht.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { Refusal } from '../platform/refusal.ts';
import { retain } from '../privacy/retaining/retaining.ts';
import { retained } from '../retained.ts';
import { readArguments } from './arguments.ts';
import { examplePassword, seed } from './seeding.ts';
import { serveUntilStopped } from './serving.ts';

const usage = [
  'polder example [--kind sending|pioneers|operational] [--stopping] [--data DIR]',
  '    (its own folder, ./data-example without --data; --stopping: the two pioniers stopped three months ago)',
].join('\n');

/** `polder example`: Waterkracht, an energy supplier with half a year of messages, made at the first start. */
export async function run(args: string[]): Promise<number> {
  const { config, values } = readArguments(args, { usage, options: { kind: 'value', stopping: 'flag' } });
  const kind = kinds.find((one) => one === (values.kind ?? 'operational'));
  if (!kind) throw new Refusal('usage', { problem: `Unknown kind '${values.kind}'.`, usage });
  const chosen = process.env.POLDER_DATA ?? (values as { data?: string }).data;
  const example = chosen ? config : { ...config, dataFolder: `${config.dataFolder}-example` };
  return serveUntilStopped(example, {
    prepare: async ({ context }) => {
      if ((await getOrganisation(context)).setUp) return;
      process.stderr.write('Making Waterkracht and its half year of messages …\n');
      const now = context.clock.now();
      const example = values.stopping ? whosePioneersStopped(now) : asKind(waterkracht(now), kind);
      const weeksSince = values.stopping ? stoppedWeeks : 0;
      await seed(context, example, { works: kind === 'operational', reads: kind === 'pioneers', weeksSince });
      // As every night: the figure for the board stands there from the first look on.
      await retain(context, retained);
    },
    greet: (address) => {
      process.stderr.write(`Waterkracht is ready: ${address}\n`);
      process.stderr.write(
        `Sign in as els@waterkracht.example (webcare), anneke@… (director) or ravi@… (administrator)\n`,
      );
      process.stderr.write(`Password, for all: ${examplePassword}\n`);
    },
  });
}
