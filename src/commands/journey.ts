import { momentOf, readJourney } from '../journey/journey.ts';
import { wholeJson } from '../journey/presenting.ts';
import { openFromArguments } from './arguments.ts';
import { describeJourney } from './describing.ts';

const usage = 'polder journey [--json] [--at YYYY-MM-DD] [--data DIR]';

/** `polder journey`: where the organisation stands, as figures or as JSON on standard output. */
export async function run(args: string[]): Promise<number> {
  const { polder, values } = await openFromArguments(args, { usage, options: { json: 'flag', at: 'value' } });
  try {
    const at = values.at ? await momentOf(polder.context, values.at) : undefined;
    const journey = await readJourney(polder.context, at);
    process.stdout.write(
      values.json
        ? `${JSON.stringify(await wholeJson(polder.context, journey))}\n`
        : describeJourney(journey),
    );
    return 0;
  } finally {
    await polder.close();
  }
}
