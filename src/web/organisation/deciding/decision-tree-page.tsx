import { data } from 'react-router';
import { firstTree } from '../../../organisation/deciding/first-tree.ts';
import { checkTree, type TreeNode, type TreeProblem, unfold } from '../../../organisation/deciding/tree.ts';
import { publishTree, treeVersions, withdrawTree } from '../../../organisation/deciding/tree-keeping.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act } from '../../privacy/act.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { kept, manager } from '../managing.ts';
import type { Route } from './+types/decision-tree-page.ts';
import { Step } from './decision-fold.tsx';
import { readTree } from './tree-draft.ts';
import { TreeForm } from './tree-form.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const versions = await treeVersions(manager(context));
  const [newest] = versions;
  return {
    nodes: newest?.nodes ?? firstTree,
    standing: newest !== undefined && !newest.withdrawn,
    preview: unfold(newest?.nodes ?? firstTree) ?? null,
    versions: versions.map(({ nodes: _, ...version }) => version),
  };
}

interface TreeAnswer {
  nodes: readonly TreeNode[];
  problems: readonly TreeProblem[];
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const { nodes, press } = readTree(await request.formData());
  if (press.act === 'withdraw') {
    await withdrawTree(ctx);
    return kept(urls.decisionTree());
  }
  if (press.act !== 'publish') return data<TreeAnswer>({ nodes, problems: [] });
  const problems = checkTree(nodes);
  if (problems.length > 0) return data<TreeAnswer>({ nodes, problems }, { status: 422 });
  await publishTree(ctx, nodes);
  return kept(urls.decisionTree());
}

export default function DecisionTreePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().decisionTree;
  const { nodes, standing, preview, versions } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={<Badge tone={standing ? 'water' : 'neutral'}>{standing ? words.shown : words.notShown}</Badge>}
      />
      <div className="space-y-5">
        {preview && (
          <Card title={words.preview}>
            <Step node={preview} place="p" />
          </Card>
        )}
        <Card title={words.edit}>
          <TreeForm nodes={actionData?.nodes ?? nodes} problems={actionData?.problems ?? []} />
        </Card>
        {standing && (
          <Act act="withdraw" label={words.withdraw} tone="quiet" answer={undefined}>
            <p className="mb-3 text-soft">{words.withdrawWhy}</p>
          </Act>
        )}
        {versions.length > 0 && <Versions rows={versions} />}
      </div>
    </div>
  );
}

function Versions({ rows }: { rows: Route.ComponentProps['loaderData']['versions'] }) {
  const words = useWords().decisionTree;
  const { system } = useWords().organisation;
  const { day } = useFormats();
  return (
    <Card title={words.versions}>
      <Table
        caption={words.versions}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.version)}
        columns={[
          { key: 'version', label: words.version, heading: true, cell: (row) => row.version },
          { key: 'at', label: words.published, cell: (row) => day(row.publishedAt) },
          { key: 'by', label: words.by, cell: (row) => row.publishedBy ?? system },
        ]}
      />
    </Card>
  );
}
