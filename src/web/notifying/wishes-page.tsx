import { z } from 'zod';
import { type Kind, kinds, type Ways, ways } from '../../conversations/notifying/kind.ts';
import { addDevice, devicesOf, removeDevice } from '../../conversations/notifying/pushing.ts';
import { digests, saveWishes, type Wishes, wishesOf } from '../../conversations/notifying/wishes.ts';
import type { Context } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { pushKeys } from '../../platform/push.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/wishes-page.ts';
import { Devices } from './devices.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  const devices = await devicesOf(ctx);
  return {
    wishes: await wishesOf(ctx),
    devices: devices.map(({ madeAt, ...one }) => ({ ...one, madeAt: madeAt.toISOString() })),
    key: pushKeys(ctx.outside).publicKey,
  };
}

const given = z.string().max(2000);
const schema = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('keep'),
      from: z.string().max(8),
      until: z.string().max(8),
      digest: z.enum(digests),
    })
    .catchall(given),
  z.object({ act: z.literal('remove'), device: z.string().max(60) }),
  z.object({ act: z.literal('add'), endpoint: given, p256dh: given, auth: given, browser: given }),
]);
type Given = z.infer<typeof schema>;

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await perform(ctx, form.value);
    return { kept: form.value.act === 'keep' };
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

async function perform(ctx: Context, asked: Given): Promise<void> {
  if (asked.act === 'remove') return removeDevice(ctx, asked.device);
  if (asked.act === 'add') {
    const { endpoint, p256dh, auth, browser } = asked;
    return addDevice(ctx, { subscription: { endpoint, keys: { p256dh, auth } }, browser });
  }
  return saveWishes(ctx, wishesIn(asked));
}

/** A box that is not ticked is not sent. */
function wishesIn(asked: Extract<Given, { act: 'keep' }>): Wishes {
  const wanted = (kind: Kind): Ways => {
    const [app, push, mail] = ways.map((way) => asked[`${kind}.${way}`] !== undefined);
    return { app: app ?? false, push: push ?? false, mail: mail ?? false };
  };
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => asked[`day.${day}`] !== undefined);
  const { from, until, digest } = asked;
  return {
    ways: Object.fromEntries(kinds.map((kind) => [kind, wanted(kind)])) as Wishes['ways'],
    quiet: { from, until, days, digest },
  };
}

export default function WishesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { wishes: words } = useWords().notifying;
  const { wishes, devices, key } = loaderData;
  const answer = actionData && 'kept' in actionData ? undefined : actionData;
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} />
      {actionData && 'kept' in actionData && actionData.kept && (
        <p role="status" className="mb-4 text-water-strong">
          {words.kept}
        </p>
      )}
      <Form answer={answer}>
        <input type="hidden" name="act" value="keep" />
        <WaysTable wishes={wishes} />
        <QuietFields quiet={wishes.quiet} />
        <Button tone="primary">{words.keep}</Button>
      </Form>
      <Devices devices={devices} applicationKey={key} />
    </div>
  );
}

function WaysTable({ wishes }: { wishes: Wishes }) {
  const { wishes: words, kinds: names } = useWords().notifying;
  return (
    <div className="mb-6 overflow-x-auto">
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line text-sm text-soft">
            <th scope="col" className="py-2 pr-3 font-normal">
              {words.what}
            </th>
            {ways.map((way) => (
              <th key={way} scope="col" className="px-2 py-2 text-center font-normal">
                {words.ways[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind} className="border-b border-line">
              <th scope="row" className="py-2 pr-3 font-normal">
                {names[kind]}
              </th>
              {ways.map((way) => (
                <td key={way} className="px-2 py-2 text-center">
                  <label className="inline-grid size-8 cursor-pointer place-items-center">
                    <span className="sr-only">{`${names[kind]}: ${words.ways[way]}`}</span>
                    <input
                      type="checkbox"
                      name={`${kind}.${way}`}
                      value="1"
                      defaultChecked={wishes.ways[kind][way]}
                      className="size-5 accent-water"
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QuietFields({ quiet }: { quiet: Wishes['quiet'] }) {
  const { wishes: words } = useWords().notifying;
  return (
    <fieldset className="mb-6">
      <legend className="text-lg font-semibold">{words.quiet}</legend>
      <p className="mb-3 text-soft">{words.quietHint}</p>
      <div className="grid gap-x-3 sm:grid-cols-3">
        <Field name="from" type="time" label={words.from} defaultValue={quiet.from} />
        <Field name="until" type="time" label={words.until} defaultValue={quiet.until} />
        <Select
          name="digest"
          label={words.digest}
          defaultValue={quiet.digest}
          options={digests.map((value) => ({ value, label: words.digests[value] }))}
        />
      </div>
      <fieldset>
        <legend className="mb-1 text-sm">{words.days}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {words.dayNames.map((name, at) => (
            <label key={name} className="flex min-h-row items-center gap-2">
              <input
                type="checkbox"
                name={`day.${at + 1}`}
                value="1"
                defaultChecked={quiet.days.includes(at + 1)}
                className="size-5 accent-water"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </fieldset>
  );
}
