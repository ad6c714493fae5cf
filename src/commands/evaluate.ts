import { Refusal } from '../platform/refusal.ts';
import { judgeDecisions } from '../understanding/learned/judging.ts';
import { type Decision, decide, makePredictor } from '../understanding/learned/predicting.ts';
import { readLabelled } from './learn/labelled-file.ts';
import { openModel } from './learn/model-store.ts';
import { readPlainArguments } from './plain-arguments.ts';

const usage = 'polder evaluate MODEL FILE --text COL --label COL [--json]';
const options = { text: { type: 'string' }, label: { type: 'string' }, json: { type: 'boolean' } } as const;

/** `polder evaluate`: how right a model is on a labelled file, how sure, and how fast. Fractions 0–1. */
export async function run([modelFile, file, ...args]: string[]): Promise<number> {
  const { text, label, json } = readPlainArguments(args, { usage, options });
  if (!modelFile || !file || !text || !label || file.startsWith('-')) {
    throw new Refusal('usage', {
      problem: 'Name the model, the file, and the columns of text and label.',
      usage,
    });
  }
  const model = await openModel(modelFile);
  const { examples } = await readLabelled(file, { text, label, several: model.kind === 'several' });
  if (examples.length === 0)
    throw new Refusal('invalid.learning.no-examples', { sentence: `${file} has no labelled message.` });
  const predictor = makePredictor(model);
  const { decisions, perSecond } = timed(
    examples.map((example) => example.text),
    (one) => decide(predictor, one),
  );
  const figures = { ...judgeDecisions(model, examples, decisions), perSecond };
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : asLines(figures));
  return 0;
}

/** By processor time, because other work may share the core. A first round warms up. */
function timed(
  texts: readonly string[],
  decideOne: (text: string) => Decision,
): { decisions: Decision[]; perSecond: number } {
  for (const text of texts.slice(0, 2000)) decideOne(text);
  const from = process.cpuUsage();
  const decisions = texts.map(decideOne);
  const { user, system } = process.cpuUsage(from);
  return { decisions, perSecond: Math.round((texts.length * 1e6) / Math.max(1, user + system)) };
}

function asLines(figures: ReturnType<typeof judgeDecisions> & { perSecond: number }): string {
  const { perClass, automatic, perSecond, messages, ...fractions } = figures;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const lines = [
    `messages     ${messages}`,
    ...Object.entries(fractions).map(([name, share]) => `${name.padEnd(12)} ${percent(share)}`),
    `automatic    ${percent(automatic.share)}, right in ${percent(automatic.precision)}`,
    `perSecond    ${perSecond}`,
    ...perClass.map(
      ({ label, labelled, precision, recall, f1 }) =>
        `  ${label.padEnd(28)} ${String(labelled).padStart(6)}  precision ${percent(precision)}  recall ${percent(recall)}  f1 ${percent(f1)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
