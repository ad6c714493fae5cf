import type { Unfolded } from '../../../organisation/deciding/tree.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

const icons = {
  answer: 'reply',
  ask: 'people',
  private: 'lock',
  leave: 'check',
} as const satisfies Record<string, IconName>;

/** "Answer or not?", beside the composer: question by question, all in the page, so that it needs no script. */
export function DecisionFold({ tree }: { tree: Unfolded | null }) {
  const words = useWords().decisionTree;
  if (!tree) return null;
  return (
    <details className="mb-3 rounded-md border border-edge bg-surface px-3 py-1.5 text-sm">
      <summary className="inline-flex cursor-pointer items-center gap-2 py-0.5 font-medium">
        <Icon name="question" className="size-4" />
        {words.title}
      </summary>
      <div className="max-h-60 overflow-y-auto pt-2 pb-1">
        <Step node={tree} place="r" />
      </div>
    </details>
  );
}

/** `place` is the way that led here; two ways to the same advice are two places. */
export function Step({ node, place }: { node: Unfolded; place: string }) {
  const words = useWords().decisionTree;
  const { locale } = useFormats();
  if (node.kind === 'advice') {
    return (
      <p className="flex items-start gap-2 rounded-md bg-water-wash px-3 py-2">
        <Icon name={icons[node.outcome]} className="mt-0.5 size-4 text-water" />
        <span>
          <b className="font-medium">{words.outcomes[node.outcome]}.</b> {node[locale]}
        </span>
      </p>
    );
  }
  return (
    <div>
      <p className="font-medium">{node[locale]}</p>
      <div className="mt-1 space-y-1">
        {(['yes', 'no'] as const).map((answer) => (
          <details key={answer} name={`decision-${place}`}>
            <summary className="inline-flex h-8 cursor-pointer items-center rounded-md border border-edge bg-surface px-3 hover:bg-sunken">
              {words[answer]}
              <span className="sr-only">: {node[locale]}</span>
            </summary>
            <div className="mt-1 mb-2 border-l-2 border-line pl-3">
              <Step node={node[answer]} place={`${place}${answer === 'yes' ? 'y' : 'n'}`} />
            </div>
          </details>
        ))}
      </div>
    </div>
  );
}
