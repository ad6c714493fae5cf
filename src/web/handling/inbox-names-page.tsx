import { z } from 'zod';
import { deepest, type Label } from '../../conversations/labelling/label.ts';
import { listLabels, makeLabel, renameLabel, retireLabel } from '../../conversations/labelling/labels.ts';
import {
  listSubstates,
  makeSubstate,
  renameSubstate,
  retireSubstate,
  type Substate,
  standingStates,
} from '../../conversations/resting/substates.ts';
import { urls } from '../../urls.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field, Select } from '../ui/field.tsx';
import type { Route } from './+types/inbox-names-page.ts';

const name = z.string().trim().min(1).max(60);
const key = z.string().min(1).max(60);
const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('add-label'), name, parent: z.string().max(60) }),
  z.object({ act: z.literal('rename-label'), key, name }),
  z.object({ act: z.literal('retire-label'), key }),
  z.object({ act: z.literal('add-substate'), name, state: z.enum(standingStates) }),
  z.object({ act: z.literal('rename-substate'), key, name }),
  z.object({ act: z.literal('retire-substate'), key }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  return { labels: await listLabels(ctx), substates: await listSubstates(ctx) };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'add-label') await makeLabel(ctx, given.name, given.parent || null);
    if (given.act === 'rename-label') await renameLabel(ctx, given.key, given.name);
    if (given.act === 'retire-label') await retireLabel(ctx, given.key);
    if (given.act === 'add-substate') await makeSubstate(ctx, given.state, given.name);
    if (given.act === 'rename-substate') await renameSubstate(ctx, given.key, given.name);
    if (given.act === 'retire-substate') await retireSubstate(ctx, given.key);
    return urls.inboxNames();
  });
}

export default function InboxNamesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { names } = useWords().handling;
  return (
    <div className="max-w-4xl">
      <PageHeader title={names.title} lead={names.lead} />
      <Labels labels={loaderData.labels} answer={actionData} />
      <Substates substates={loaderData.substates} answer={actionData} />
    </div>
  );
}

type Answer = { answer: FormAnswer | undefined };

function Labels({ labels, answer }: { labels: Label[] } & Answer) {
  const { names } = useWords().handling;
  const adding = answer?.given?.act === 'add-label' ? answer : undefined;
  return (
    <section aria-labelledby="labels">
      <h2 id="labels" className="mb-3 text-lg">
        {names.labels}
      </h2>
      {labels.length === 0 && <EmptyState title={names.noLabels.title}>{names.noLabels.next}</EmptyState>}
      <ul className="mb-4 divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {labels.map((label) => (
          <li key={label.publicId} style={{ paddingLeft: `${label.depth * 1.5}rem` }}>
            <Named name={label.name} id={label.publicId} kind="label" answer={answer} />
          </li>
        ))}
      </ul>
      <Act act="add-label" label={names.addLabel} tone="primary" answer={adding}>
        <Field name="name" label={names.name} answer={adding} maxLength={60} />
        <Select
          name="parent"
          label={names.under}
          answer={adding}
          options={[
            { value: '', label: names.top },
            ...labels
              .filter(({ depth }) => depth + 1 < deepest)
              .map(({ publicId, path }) => ({ value: publicId, label: path })),
          ]}
        />
      </Act>
    </section>
  );
}

function Substates({ substates, answer }: { substates: Substate[] } & Answer) {
  const { handling, inbox } = useWords();
  const { names } = handling;
  const adding = answer?.given?.act === 'add-substate' ? answer : undefined;
  return (
    <section aria-labelledby="substates" className="mt-8">
      <h2 id="substates" className="mb-1 text-lg">
        {names.substates}
      </h2>
      <p className="mb-3 text-soft">{names.substatesLead}</p>
      {substates.length === 0 && (
        <EmptyState title={names.noSubstates.title}>{names.noSubstates.next}</EmptyState>
      )}
      {standingStates.map((state) => {
        const own = substates.filter((one) => one.state === state);
        if (own.length === 0) return null;
        return (
          <div key={state} className="mb-4">
            <h3 className="mb-1 text-sm text-soft">{inbox.states[state]}</h3>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {own.map((one) => (
                <li key={one.publicId}>
                  <Named name={one.name} id={one.publicId} kind="substate" answer={answer} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <Act act="add-substate" label={names.addSubstate} tone="primary" answer={adding}>
        <Select
          name="state"
          label={names.state}
          answer={adding}
          options={standingStates.map((state) => ({ value: state, label: inbox.states[state] }))}
        />
        <Field name="name" label={names.name} answer={adding} maxLength={60} />
      </Act>
    </section>
  );
}

interface NamedProps {
  name: string;
  id: string;
  kind: 'label' | 'substate';
  answer: FormAnswer | undefined;
}

function Named({ name, id, kind, answer }: NamedProps) {
  const { names } = useWords().handling;
  const own = answer?.given?.key === id ? answer : undefined;
  const renaming = own?.given?.act === `rename-${kind}` ? own : undefined;
  return (
    <div className="flex flex-wrap items-start justify-between gap-2 px-4 py-2">
      <span className="py-1.5 font-medium break-words">{name}</span>
      <div className="flex flex-wrap items-start gap-2">
        <Act act={`rename-${kind}`} label={names.rename} answer={renaming} hidden={{ key: id }}>
          <Field name="name" label={names.name} defaultValue={name} answer={renaming} maxLength={60} />
        </Act>
        <Act act={`retire-${kind}`} label={names.retire} tone="quiet" answer={undefined} hidden={{ key: id }}>
          <p className="mb-3 text-soft">{names.retireWhy}</p>
        </Act>
      </div>
    </div>
  );
}
