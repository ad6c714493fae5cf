import { createElement, Fragment } from 'react';
import { useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { Answer, Field, Operation, Shape } from './api-document.ts';

export function OperationSection({ operation }: { operation: Operation }) {
  const { api } = useWords();
  const { id, method, path, summary, description, parameters, body, answers, example } = operation;
  return (
    <div id={id} className="scroll-mt-16">
      <Card title={summary} aside={<Badge tone={method === 'GET' ? 'neutral' : 'water'}>{method}</Badge>}>
        <p className="mb-3 font-mono text-sm break-all">{`/api/v1${path}`}</p>
        <p className="mb-4 max-w-prose text-soft">
          <Described text={description} />
        </p>
        {parameters.length > 0 && <Fields caption={`${api.parameters}: ${summary}`} fields={parameters} />}
        {body.length > 0 && <Fields caption={`${api.body}: ${summary}`} fields={body} />}
        <Answers caption={`${api.answers}: ${summary}`} answers={answers} />
        <h3 className="mt-4 mb-2 text-sm font-medium text-soft">{api.example}</h3>
        <Code>{example}</Code>
      </Card>
    </div>
  );
}

export function ShapeSection({ shape }: { shape: Shape }) {
  return (
    <div id={`shape-${shape.name}`} className="scroll-mt-16">
      <Fields caption={shape.name} fields={shape.fields} />
    </div>
  );
}

/** Scrolls inside its own frame; reachable by keyboard for who has no mouse. */
export function Code({ children }: { children: string }) {
  const reachable = { tabIndex: 0 };
  return (
    <pre
      {...reachable}
      className="overflow-x-auto rounded-md border border-line bg-sunken p-3 font-mono text-sm leading-6"
    >
      <code>{children}</code>
    </pre>
  );
}

function Fields({ caption, fields }: { caption: string; fields: Field[] }) {
  const { api } = useWords();
  return (
    <div className="mb-4">
      <Table
        caption={caption}
        wide
        rows={fields}
        rowKey={(field) => field.name}
        columns={[
          {
            key: 'name',
            label: api.columns.name,
            heading: true,
            cell: (field) => <FieldName field={field} />,
          },
          { key: 'type', label: api.columns.type, cell: (field) => <Type>{field.type}</Type> },
          { key: 'meaning', label: api.columns.meaning, cell: (field) => <Described text={field.meaning} /> },
        ]}
      />
    </div>
  );
}

function FieldName({ field }: { field: Field }) {
  const { api } = useWords();
  return (
    <>
      <code className="font-mono text-sm">{field.name}</code>
      {field.required && <span className="ml-2 text-xs text-faint">{api.required}</span>}
    </>
  );
}

function Type({ children }: { children: string }) {
  return <code className="font-mono text-xs text-soft">{children}</code>;
}

function Answers({ caption, answers }: { caption: string; answers: Answer[] }) {
  const { api } = useWords();
  return (
    <Table
      caption={caption}
      wide
      rows={answers}
      rowKey={(answer) => answer.status}
      columns={[
        { key: 'status', label: api.columns.status, heading: true, cell: (answer) => answer.status },
        { key: 'meaning', label: api.columns.meaning, cell: (answer) => <Described text={answer.meaning} /> },
        { key: 'shape', label: api.columns.type, cell: (answer) => <ShapeLink name={answer.shape} /> },
      ]}
    />
  );
}

function ShapeLink({ name }: { name: string | null }) {
  return name === null ? null : (
    <a className="link" href={`#shape-${name}`}>
      {name}
    </a>
  );
}

/** The document marks names with backticks, as Markdown does; nothing else of Markdown is used in it. */
function Described({ text }: { text: string }) {
  const parts = text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <Name key={part}>{part}</Name> : part));
  return createElement(Fragment, null, ...parts);
}

function Name({ children }: { children: string }) {
  return <code className="font-mono text-sm">{children}</code>;
}
