import { waterkracht } from '../../test/example/waterkracht.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { retain } from '../privacy/retaining/retaining.ts';
import { retained } from '../retained.ts';
import { readArguments } from './arguments.ts';
import { examplePassword, seed } from './seeding.ts';
import { serveUntilStopped } from './serving.ts';

const usage = 'polder example [--data DIR]    (its own folder, ./data-example without it)';

/** `polder example`: Waterkracht, an energy supplier with half a year of messages, made at the first start. */
export async function run(args: string[]): Promise<number> {
  const { config, values } = readArguments(args, { usage, options: {} });
  const chosen = process.env.POLDER_DATA ?? (values as { data?: string }).data;
  const example = chosen ? config : { ...config, dataFolder: `${config.dataFolder}-example` };
  return serveUntilStopped(example, {
    prepare: async ({ context }) => {
      if ((await getOrganisation(context)).setUp) return;
      process.stderr.write('Making Waterkracht and its half year of messages …\n');
      await seed(context, waterkracht(context.clock.now()));
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
