import { Link } from 'react-router';
import { z } from 'zod';
import { checklistOf, checkOff, inOrder, listChecked, lists } from '../../journey/checking/checklist.ts';
import { may, requires } from '../../organisation/authority.ts';
import { type Capability, capabilities, everywhere } from '../../pilots/capability.ts';
import { runningGrants } from '../../pilots/granting.ts';
import { library } from '../../pilots/library/library.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { doors } from '../../switches.ts';
import { urls } from '../../urls.ts';
import { Tick } from '../journey/changing/tick.tsx';
import { grantView } from '../journey/grant-view.ts';
import { scopeWords } from '../journey/scope-words.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm } from '../organisation/managing.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Route } from './+types/capability-page.ts';
import { readNaming } from './naming.ts';

const ticks = z.object({}).catchall(z.string());

/** @throws Refusal `not-found.capability` */
function named(key: string): Capability {
  if (!Object.hasOwn(capabilities, key)) throw new Refusal('not-found.capability', { key });
  return key as Capability;
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const key = named(params.key);
  const naming = await readNaming(ctx);
  const checked = (await listChecked(ctx)).get(key);
  const items = checklistOf(key);
  return {
    key,
    ...capabilities[key][locale],
    house: everywhere.has(key),
    waiting: Object.keys(doors[key]).length === 0 && !everywhere.has(key),
    grants: (await runningGrants(ctx))
      .filter((grant) => grant.capabilities.includes(key))
      .map((grant) => grantView(grant, { naming, locale })),
    templates: library
      .filter((one) => one.capabilities.includes(key))
      .map((one) => ({ key: one.key, name: one[locale].name })),
    lists: lists.map((list) => ({
      list,
      ...inOrder(list, checked?.said ?? {}),
      items: items[list].map((item) => ({
        key: item.key,
        text: item[locale],
        ticked: checked?.said[item.key] === true,
      })),
    })),
    checked: checked ? { at: checked.madeAt.toISOString(), by: checked.by } : null,
    arranges: may(ctx.actor, 'pilot.manage'),
  };
}

export function action({ params, context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.manage');
  const key = named(params.key);
  return doForm(request, ticks, async (given) => {
    await checkOff(ctx, key, new Set(Object.keys(given).filter((name) => given[name] === 'yes')));
    return urls.capability(key);
  });
}

/** One thing that Polder can do: where it is on, what switches it on, and what makes it work. */
export default function CapabilityPage({ loaderData: shown, actionData }: Route.ComponentProps) {
  const { journey, pilots } = useWords();
  const { capability: words, next } = pilots;
  const formats = useFormats();
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeader title={shown.name} lead={shown.sentence} />
      <Card title={words.where}>
        {shown.house && <p>{words.house}</p>}
        {!shown.house && shown.grants.length === 0 && <p>{words.off}</p>}
        <ul>
          {shown.grants.map((grant) => (
            <li key={grant.key} className="py-1">
              {scopeWords(journey.scope, grant, formats)}{' '}
              <span className="text-sm text-faint">
                {journey.switched.basis[grant.basis]}, {journey.switched.since(formats.day(grant.since))}
              </span>
            </li>
          ))}
        </ul>
        {shown.waiting && <p className="mt-1 text-soft">{next.waiting}</p>}
        {shown.templates.length > 0 && (
          <p className="mt-2 text-sm">
            {next.by}{' '}
            {shown.templates.map((template, at) => (
              <span key={template.key}>
                {at > 0 && ', '}
                <Link to={urls.pilotTemplate(template.key)} className="link">
                  {template.name}
                </Link>
              </span>
            ))}
          </p>
        )}
      </Card>
      <Card title={words.checks}>
        <p className="mb-4 max-w-prose text-soft">
          {words.checksLead}{' '}
          {shown.checked && words.checkedOn(formats.day(shown.checked.at), shown.checked.by)}
        </p>
        {shown.arranges ? (
          <Form answer={actionData}>
            <Lists lists={shown.lists} arranges />
            <div className="mt-5">
              <Button>{words.save}</Button>
            </div>
          </Form>
        ) : (
          <Lists lists={shown.lists} arranges={false} />
        )}
      </Card>
    </div>
  );
}

interface ListsProps {
  lists: Route.ComponentProps['loaderData']['lists'];
  arranges: boolean;
}

function Lists({ lists, arranges }: ListsProps) {
  const { capability: words } = useWords().pilots;
  return (
    <div className="grid gap-6 md:grid-cols-3">
      {lists.map(({ list, k, n, items }) => (
        <fieldset key={list}>
          <legend className="mb-2 flex items-center gap-2 font-medium">
            {words.lists[list]}{' '}
            <Badge {...(k === n && { tone: 'water', icon: 'check' })}>{words.of(k, n)}</Badge>
          </legend>
          {items.map(({ key, text, ticked }) =>
            arranges ? (
              <Tick key={key} name={key} label={text} ticked={ticked} />
            ) : (
              <p key={key} className="flex items-start gap-2 py-1">
                <Icon name={ticked ? 'check' : 'cross'} className="mt-1 size-4 shrink-0" />
                <span>
                  {text}
                  <span className="sr-only">: {ticked ? words.done : words.notYet}</span>
                </span>
              </p>
            ),
          )}
        </fieldset>
      ))}
    </div>
  );
}
