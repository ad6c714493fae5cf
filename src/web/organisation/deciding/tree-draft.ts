import { type Outcome, outcomes, type TreeNode } from '../../../organisation/deciding/tree.ts';

/** What the button that was pressed asks for. */
export type TreePress =
  | { act: 'publish' | 'withdraw' | 'add-question' | 'add-advice' }
  | { act: 'remove'; at: number };

const most = 40;
const longest = 300;

/** The form as it was posted: nodes are fields `0.key`, `0.kind`, `0.nl`, … in order. */
export function readTree(form: FormData): { nodes: TreeNode[]; press: TreePress } {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, longest);
  const nodes: TreeNode[] = [];
  for (let at = 0; at < most; at += 1) {
    const key = text(`${at}.key`);
    if (!/^[\w-]{1,40}$/.test(key)) continue;
    const said = { key, nl: text(`${at}.nl`).trim(), en: text(`${at}.en`).trim() };
    if (text(`${at}.kind`) === 'advice')
      nodes.push({ ...said, kind: 'advice', outcome: outcomeOf(text(`${at}.outcome`)) });
    else nodes.push({ ...said, kind: 'question', yes: text(`${at}.yes`), no: text(`${at}.no`) });
  }
  const press = pressOf(text('act'));
  if (press.act === 'remove') nodes.splice(press.at, 1);
  if (press.act === 'add-question')
    nodes.push({ key: freeKey(nodes), kind: 'question', nl: '', en: '', yes: '', no: '' });
  if (press.act === 'add-advice')
    nodes.push({ key: freeKey(nodes), kind: 'advice', nl: '', en: '', outcome: 'answer' });
  return { nodes, press };
}

function outcomeOf(text: string): Outcome {
  return outcomes.find((one) => one === text) ?? 'answer';
}

function freeKey(nodes: readonly TreeNode[]): string {
  for (let n = nodes.length + 1; ; n += 1) {
    if (!nodes.some(({ key }) => key === `n${n}`)) return `n${n}`;
  }
}

function pressOf(act: string): TreePress {
  const [, at] = /^remove\.(\d{1,2})$/.exec(act) ?? [];
  if (at) return { act: 'remove', at: Number(at) };
  if (act === 'withdraw' || act === 'add-question' || act === 'add-advice') return { act };
  return { act: 'publish' };
}
