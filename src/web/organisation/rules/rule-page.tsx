import { z } from 'zod';
import { dateHere } from '../../../organisation/mandates/holding.ts';
import { endRule, publishRule } from '../../../organisation/rules/publishing.ts';
import { getRule, type RuleReader } from '../../../organisation/rules/rule-overview.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act } from '../../privacy/act.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { doForm, manager } from '../managing.ts';
import type { Route } from './+types/rule-page.ts';
import { RuleForm } from './rule-form.tsx';
import { ruleOf, ruleShape } from './rule-posted.ts';

const acts = z.discriminatedUnion('act', [
  ruleShape.extend({ act: z.literal('publish') }),
  z.object({ act: z.literal('end') }),
]);

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { locale } = pageContext(context);
  const { words, versions, ...rule } = await getRule(ctx, params.id);
  const today = await dateHere(ctx, ctx.clock.now());
  return {
    ...rule,
    title: words[locale].title,
    start: versions[0]?.words ?? words,
    versions: versions.map(({ words, ...version }) => ({ ...version, text: words[locale].text })),
    today,
    inAYear: Temporal.PlainDate.from(today).add({ years: 1 }).toString(),
  };
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'publish') await publishRule(ctx, params.id, ruleOf(given));
    else await endRule(ctx, params.id);
    return given.act === 'publish' ? urls.ruleAdmin(params.id) : urls.rulesAdmin();
  });
}

export default function RulePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().houseRules;
  const { day } = useFormats();
  const { title, version, holds, holdsFrom, readers, versions, start, today, inAYear } = loaderData;
  const from = day(`${holdsFrom}T12:00:00Z`);
  const posted = actionData?.given?.act === 'publish';
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={title}
        lead={holds ? words.versionFrom(version, from) : words.comes(version, from)}
        aside={
          <LinkButton to={urls.rulesAdmin()} tone="quiet" size="small" icon="previous">
            {words.title}
          </LinkButton>
        }
      />
      <div className="space-y-5">
        <Readers rows={readers} />
        <Versions rows={versions} />
        <details open={posted} className="rounded-lg border border-line bg-surface p-4">
          <summary className="link cursor-pointer py-1">{words.newVersion}</summary>
          <p className="my-3 text-soft">{words.newVersionWhy}</p>
          <RuleForm start={start} today={today} inAYear={inAYear} answer={posted ? actionData : undefined} />
        </details>
        <Act act="end" label={words.end} tone="quiet" answer={undefined}>
          <p className="mb-3 text-soft">{words.endWhy}</p>
        </Act>
      </div>
    </div>
  );
}

/** Who has read what holds, and who has not: those first. */
function Readers({ rows }: { rows: readonly RuleReader[] }) {
  const words = useWords().houseRules;
  const { day } = useFormats();
  const read = rows.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  return (
    <Card title={words.who} aside={<span className="figures text-soft">{words.of(read, rows.length)}</span>}>
      <Table
        caption={words.who}
        hideCaption
        rows={rows}
        rowKey={(row) => `${row.name} ${row.department ?? ''} ${row.acknowledgedAt ?? ''}`}
        columns={[
          { key: 'name', label: words.colleague, heading: true, cell: (row) => row.name },
          {
            key: 'department',
            label: words.department,
            wideOnly: true,
            cell: (row) => row.department ?? '',
          },
          {
            key: 'read',
            label: words.acknowledged,
            cell: (row) => (row.acknowledgedAt ? day(row.acknowledgedAt) : words.notYet),
          },
        ]}
      />
    </Card>
  );
}

type VersionRow = Route.ComponentProps['loaderData']['versions'][number];

function Versions({ rows }: { rows: readonly VersionRow[] }) {
  const words = useWords().houseRules;
  const { system } = useWords().organisation;
  const { day } = useFormats();
  return (
    <Card title={words.versions}>
      <ul className="space-y-2">
        {rows.map((row) => (
          <li key={row.version}>
            <details>
              <summary className="cursor-pointer">
                {words.versionFrom(row.version, day(`${row.holdsFrom}T12:00:00Z`))},{' '}
                <span className="text-soft">{words.by(row.publishedBy ?? system, day(row.publishedAt))}</span>
              </summary>
              <p className="mt-2 max-w-prose border-l-2 border-line pl-3 whitespace-pre-line">{row.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
