import { outcomes, type TreeNode, type TreeProblem } from '../../../organisation/deciding/tree.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';

interface TreeFormProps {
  nodes: readonly TreeNode[];
  problems: readonly TreeProblem[];
}

/** Questions and advice as fields. Adding and taking away is a post as well, so that it works without script. */
export function TreeForm({ nodes, problems }: TreeFormProps) {
  const words = useWords().decisionTree;
  return (
    <Form key={nodes.map(({ key }) => key).join()}>
      <button type="submit" name="act" value="publish" className="sr-only" tabIndex={-1} aria-hidden="true" />
      {problems.length > 0 && <Problems nodes={nodes} problems={problems} />}
      <p className="mb-4 text-soft">{words.editHint}</p>
      <ol className="space-y-3">
        {nodes.map((node, at) => (
          <li key={node.key}>
            <NodeFields node={node} at={at} nodes={nodes} />
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button name="act" value="add-question">
          {words.addQuestion}
        </Button>
        <Button name="act" value="add-advice">
          {words.addAdvice}
        </Button>
        <Button tone="primary" name="act" value="publish">
          {words.publish}
        </Button>
      </div>
    </Form>
  );
}

interface NodeFieldsProps {
  node: TreeNode;
  at: number;
  nodes: readonly TreeNode[];
}

function NodeFields({ node, at, nodes }: NodeFieldsProps) {
  const { decisionTree: words, shell } = useWords();
  const legend = `${at + 1}. ${node.kind === 'question' ? words.question : words.advice}`;
  return (
    <fieldset className="rounded-lg border border-line bg-ground p-3">
      <legend className="float-left font-medium">{legend}</legend>
      <div className="mb-2 flex justify-end">
        <Button name="act" value={`remove.${at}`} size="small" tone="quiet" icon="cross">
          <span className="sr-only">{words.remove(legend)}</span>
        </Button>
      </div>
      <input type="hidden" name={`${at}.key`} value={node.key} />
      <input type="hidden" name={`${at}.kind`} value={node.kind} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field name={`${at}.nl`} label={shell.language.nl} defaultValue={node.nl} maxLength={300} lang="nl" />
        <Field name={`${at}.en`} label={shell.language.en} defaultValue={node.en} maxLength={300} lang="en" />
        {node.kind === 'question' ? (
          <Leads node={node} at={at} nodes={nodes} />
        ) : (
          <Select
            name={`${at}.outcome`}
            label={words.outcome}
            defaultValue={node.outcome}
            options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          />
        )}
      </div>
    </fieldset>
  );
}

function Leads({ node, at, nodes }: NodeFieldsProps & { node: Extract<TreeNode, { kind: 'question' }> }) {
  const words = useWords().decisionTree;
  const { locale } = useFormats();
  const options = [
    { value: '', label: words.choose },
    ...nodes.flatMap((one, place) =>
      one.key === node.key ? [] : [{ value: one.key, label: `${place + 1}. ${one[locale] || words.empty}` }],
    ),
  ];
  return (
    <>
      <Select name={`${at}.yes`} label={words.ifYes} defaultValue={node.yes} options={options} />
      <Select name={`${at}.no`} label={words.ifNo} defaultValue={node.no} options={options} />
    </>
  );
}

function Problems({ nodes, problems }: TreeFormProps) {
  const words = useWords().decisionTree;
  const placeOf = (key: string) => nodes.findIndex((node) => node.key === key) + 1;
  return (
    <div className="mb-5">
      <Notice tone="attention" title={words.wrongTitle}>
        <ul className="list-disc pl-5">
          {problems.map(({ key, what }) => (
            <li key={`${key} ${what}`}>
              {placeOf(key) > 0 && `${placeOf(key)}. `}
              {words.wrong[what]}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
