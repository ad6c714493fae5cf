/** A question with the answers to choose from; one of them is right. */
export interface TestQuestion {
  readonly question: string;
  readonly options: readonly string[];
  /** Place of the right answer, from 0. */
  readonly right: number;
}

export type QuestionProblem = 'none' | 'no-right' | 'two-right' | 'few-answers' | 'no-question';

export type ReadQuestions =
  | { ok: true; questions: TestQuestion[] }
  | { ok: false; what: QuestionProblem; line: number };

const mark = { question: '?', right: '+', wrong: '-' } as const;

/**
 * Questions as somebody types them: a line with `?` asks, a line with `+` is the right answer, one with `-` a wrong
 * one. Other lines go on with the line before.
 */
export function readQuestions(text: string): ReadQuestions {
  const found: { question: string; options: string[]; rights: number[]; line: number }[] = [];
  for (const [at, typed] of text.split('\n').entries()) {
    const line = typed.trim();
    const [first, said] = [line.charAt(0), line.slice(1).trim()];
    const current = found.at(-1);
    if (line === '') continue;
    if (first === mark.question) found.push({ question: said, options: [], rights: [], line: at + 1 });
    else if (!current) return { ok: false, what: 'no-question', line: at + 1 };
    else if (first === mark.right || first === mark.wrong) {
      if (first === mark.right) current.rights.push(current.options.length);
      current.options.push(said);
    } else if (current.options.length > 0) current.options.push(`${current.options.pop()} ${line}`);
    else current.question = `${current.question} ${line}`;
  }
  if (found.length === 0) return { ok: false, what: 'none', line: 1 };
  for (const { question, options, rights, line } of found) {
    if (question === '' || options.includes('')) return { ok: false, what: 'no-question', line };
    if (options.length < 2) return { ok: false, what: 'few-answers', line };
    if (rights.length !== 1) return { ok: false, what: rights.length === 0 ? 'no-right' : 'two-right', line };
  }
  return {
    ok: true,
    questions: found.map(({ question, options, rights }) => ({ question, options, right: rights[0] ?? 0 })),
  };
}

export function writeQuestions(questions: readonly TestQuestion[]): string {
  return questions
    .map(({ question, options, right }) =>
      [
        `${mark.question} ${question}`,
        ...options.map((option, at) => `${at === right ? mark.right : mark.wrong} ${option}`),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Whether two languages ask the same: as many questions and answers, and the same ones right. */
export function askAlike(one: readonly TestQuestion[], other: readonly TestQuestion[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ options, right }, at) => options.length === other[at]?.options.length && right === other[at]?.right,
    )
  );
}

/** How many were answered rightly. Answers stand in the order of the questions; null: not answered. */
export function countRight(questions: readonly TestQuestion[], answers: readonly (number | null)[]): number {
  return questions.filter(({ right }, at) => answers[at] === right).length;
}

export function passes(
  questions: readonly TestQuestion[],
  answers: readonly (number | null)[],
  share: number,
): boolean {
  // Shares like 0.7 are not exact in binary: seven of ten is enough.
  return questions.length > 0 && countRight(questions, answers) >= share * questions.length - 1e-6;
}
