import { useFormats, useWords } from '../layout/frame.tsx';
import { Age } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { HeadView } from './head-view.ts';

type Version = HeadView['versions'][number];

interface VersionsProps {
  versions: readonly Version[];
  mayManage: boolean;
  hasRules: boolean;
}

/** Every version there was, with who made it and when, and the way back. */
export function Versions({ versions, mayManage, hasRules }: VersionsProps) {
  const { versions: words } = useWords().understanding;
  const columns = useColumns(mayManage);
  return (
    <Card title={words.title}>
      {versions.length === 0 ? (
        <p className="text-soft">{words.none}</p>
      ) : (
        <>
          <Table
            caption={words.caption}
            hideCaption
            wide
            rows={versions}
            rowKey={(row) => String(row.version)}
            columns={columns}
          />
          <p className="mt-3 max-w-prose text-sm text-faint">{words.kept}</p>
          {mayManage && hasRules && versions.some(({ state }) => state === 'current') && <ToRules />}
        </>
      )}
    </Card>
  );
}

/** The way back before the first version. */
function ToRules() {
  const { versions: words } = useWords().understanding;
  return (
    <Form className="mt-3">
      <input type="hidden" name="version" value="0" />
      <Button size="small" icon="reopen" name="act" value="return">
        {words.toRules}
      </Button>
    </Form>
  );
}

function useColumns(mayManage: boolean): Column<Version>[] {
  const { versions: words } = useWords().understanding;
  const { number, percent } = useFormats();
  const columns: Column<Version>[] = [
    { key: 'version', label: words.version, heading: true, cell: (row) => number(row.version) },
    { key: 'state', label: words.state, cell: (row) => <State version={row} /> },
    { key: 'when', label: words.when, cell: (row) => <Age at={row.at} /> },
    { key: 'by', label: words.by, cell: (row) => row.by ?? words.system },
    { key: 'examples', label: words.examples, figures: true, cell: (row) => number(row.examples) },
    { key: 'accuracy', label: words.accuracy, figures: true, cell: (row) => percent(row.accuracy, 1) },
  ];
  if (!mayManage) return columns;
  return [...columns, { key: 'act', label: words.rollBack, cell: (row) => <Return version={row} /> }];
}

function State({ version: { state, why } }: { version: Version }) {
  const { versions: words } = useWords().understanding;
  return (
    <span className="my-1.5 flex min-w-40 flex-wrap items-center gap-x-2">
      {state === 'current' ? (
        <Badge tone="water" icon="check">
          {words.current}
        </Badge>
      ) : (
        <Badge>{words[state]}</Badge>
      )}
      <span className="text-sm text-soft">{words.why[why]}</span>
    </span>
  );
}

function Return({ version: { version, mayReturn } }: { version: Version }) {
  const { versions: words } = useWords().understanding;
  if (!mayReturn) return '–';
  return (
    <Form>
      <input type="hidden" name="version" value={version} />
      <Button size="small" icon="reopen" name="act" value="return">
        {words.rollBack}
        <span className="sr-only">: {words.numbered(version)}</span>
      </Button>
    </Form>
  );
}
