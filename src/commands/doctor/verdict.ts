/** What `doctor` found about one thing. Only `wrong` makes the command fail; a `note` mends itself at the next start. */
export interface Verdict {
  readonly about: string;
  readonly state: 'good' | 'note' | 'wrong';
  readonly sentence: string;
  /** Lines to run, most often SQL. */
  readonly mend?: readonly string[];
}

export const good = (about: string, sentence: string): Verdict => ({ about, state: 'good', sentence });
export const note = (about: string, sentence: string): Verdict => ({ about, state: 'note', sentence });
export const wrong = (about: string, sentence: string, mend: readonly string[] = []): Verdict => ({
  about,
  state: 'wrong',
  sentence,
  mend,
});

/** Verdicts as a person reads them, one a line, with what mends them indented below. */
export function inWords(verdicts: readonly Verdict[]): string {
  const widest = Math.max(...verdicts.map((verdict) => verdict.about.length));
  const lines = verdicts.flatMap(({ about, state, sentence, mend = [] }) => [
    `${state.padEnd(6)} ${about.padEnd(widest)}  ${sentence}`,
    ...mend.map((line) => `${' '.repeat(widest + 9)}${line}`),
  ]);
  const count = verdicts.filter((verdict) => verdict.state === 'wrong').length;
  const end =
    count === 0 ? 'Nothing is wrong.' : `${count} ${count === 1 ? 'thing is' : 'things are'} wrong.`;
  return `${lines.join('\n')}\n${end}\n`;
}
