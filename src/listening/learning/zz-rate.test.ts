import { test } from 'vitest';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { webcareExamples } from '../../understanding/fixtures/lessons.ts';
import { classroom } from '../fixtures/classroom.ts';
import { hear } from '../hearing.ts';
import { correct } from './correcting.ts';
import { retrain } from './learning.ts';
test('rate', async () => {
  const room = await classroom();
  const account = await registerAccount(room.context, '@w');
  const ex = webcareExamples('intent');
  const mk = (n: number, base: number) => Array.from({ length: n }, (_, i) => utterance(`r${base + i}`, { text: `${ex[i % ex.length]?.text} ${base + i}`, author: `@a${i % 300}` }));
  const run = async (label: string, ctx: any, base: number) => {
    const t = performance.now();
    for (let b = 0; b < 10; b++) await hear(ctx, { account, utterances: mk(500, base + b * 500) }, { placeLater: true });
    process.stderr.write(`${label} ${Math.round(5000 / ((performance.now() - t) / 1000))}/s\n`);
  };
  await run('warm', room.polder.context, 0);
  await run('rules only', room.polder.context, 10000);
  await run('reader, nothing learned', room.context, 20000);
  for (const [i, e] of ex.slice(0, 150).entries()) {
    const id = await room.say(`${e.text} zo ${i}`);
    for (const head of ['intent', 'sentiment'])
      await correct(room.people.els.context, id, { head, labels: head === 'intent' ? [...e.labels] : [webcareExamples('sentiment')[i]?.labels[0] ?? 'neutral'] });
  }
  process.stderr.write(JSON.stringify([await retrain(room.context, 'intent'), await retrain(room.context, 'sentiment')]) + '\n');
  await run('two heads learned', room.context, 30000);
  await room.close();
}, 120000);
