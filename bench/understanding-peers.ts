import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { say } from './figure.ts';
import type { LabelledSet } from './labelled-sets.ts';

/** Debian's packages, installed when this runs as root; else only used when they are there. */
export function hasPeer(command: readonly string[], debianPackage: string): boolean {
  const works = () => spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' }).error === undefined;
  const answers = () =>
    works() && (command.length === 1 || spawnSync(command[0] ?? '', command.slice(1)).status === 0);
  if (answers()) return true;
  if (process.getuid?.() === 0) {
    say(`Installing ${debianPackage}.`);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (answers()) return true;
  say(`${debianPackage} is not installed (and this is not root): its figures are left out.`);
  return false;
}

/** Processor seconds that fastText's word model takes for these texts, its start and reading of the model left out. */
export interface FastText {
  secondsFor(times: number): number;
  /** Share of the test part that it gets right. */
  accuracy: number;
  remove(): void;
}

/** Words and pairs, 100 dimensions, 25 epochs; the text is cut into words beforehand, which it would not do itself. */
export function fastText({ train, test }: LabelledSet): FastText {
  const folder = mkdtempSync(path.join(tmpdir(), 'polder-fasttext-'));
  const file = (name: string) => path.join(folder, name);
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/([.,!?'"()])/g, ' $1 ')
      .replace(/\s+/g, ' ')
      .trim();
  const lines = test.map(({ text }) => `${words(text)}\n`).join('');
  writeFileSync(file('train'), train.map(({ label, text }) => `__label__${label} ${words(text)}\n`).join(''));
  writeFileSync(file('none'), '\n');
  const options = '-dim 100 -wordNgrams 2 -bucket 200000 -epoch 25 -lr 0.5 -thread 1'.split(' ');
  spawnSync('fasttext', ['supervised', '-input', file('train'), '-output', file('model'), ...options]);
  writeFileSync(file('once'), lines);
  const answers = spawnSync('fasttext', ['predict', file('model.bin'), file('once')], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const right = answers.stdout
    .split('\n')
    .filter((line, at) => line === `__label__${test[at]?.label}`).length;
  const seconds = (input: string) => {
    const command = `TIMEFORMAT='%U %S'; time fasttext predict '${file('model.bin')}' '${input}' >/dev/null`;
    const { stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    const spent = stderr.trim().split('\n').at(-1)?.split(' ') ?? [];
    return spent.reduce((sum, part) => sum + Number(part.replace(',', '.')), 0);
  };
  return {
    accuracy: right / test.length,
    secondsFor: (times) => {
      writeFileSync(file('many'), lines.repeat(times));
      return seconds(file('many')) - seconds(file('none'));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const script = `
import json, sys
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC
d = json.load(sys.stdin)
words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
groups = TfidfVectorizer(analyzer='char_wb', ngram_range=(3, 5), sublinear_tf=True)
model = make_pipeline(make_union(words, groups), LinearSVC(C=0.3 if len(set(d['label'])) < 20 else 1)).fit(d['text'], d['label'])
a = model.predict(d['test'])
print(json.dumps([accuracy_score(d['truth'], a), f1_score(d['truth'], a, average='macro')]))
`;

/** The usual best linear model of scikit-learn: words 1–2 and characters 3–5, linear support vectors. */
export function scikitLearn({ train, test }: LabelledSet): { accuracy: number; macroF1: number } {
  const input = JSON.stringify({
    text: train.map(({ text }) => text),
    label: train.map(({ label }) => label),
    test: test.map(({ text }) => text),
    truth: test.map(({ label }) => label),
  });
  const { stdout } = spawnSync('/usr/bin/python3', ['-c', script], { input, encoding: 'utf8' });
  const [accuracy = Number.NaN, macroF1 = Number.NaN]: number[] = JSON.parse(stdout || '[]');
  return { accuracy, macroF1 };
}
