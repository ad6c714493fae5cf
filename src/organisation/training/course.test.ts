import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askAlike, passes, readQuestions, type TestQuestion, writeQuestions } from './course.ts';

const words = fc.constantFrom(
  'Wat doe je?',
  'Je antwoordt',
  'Je vraagt het na',
  '50% korting',
  'Niets',
  '1 + 1 - 2?',
);
const question: fc.Arbitrary<TestQuestion> = fc
  .record({
    question: words,
    options: fc.array(words, { minLength: 2, maxLength: 5, size: 'max' }),
    pick: fc.nat(99),
  })
  .map(({ question, options, pick }) => ({ question, options, right: pick % options.length }));
const questions = fc.array(question, { minLength: 1, maxLength: 6, size: 'max' });

type Write = typeof writeQuestions;
const comesBack = (write: Write) =>
  fc.property(questions, (asked) => {
    const back = readQuestions(write(asked));
    return back.ok && JSON.stringify(back.questions) === JSON.stringify(asked);
  });
const fails = (write: Write) => fc.check(comesBack(write), { numRuns: 300, endOnFailure: true }).failed;

type Passes = typeof passes;
const exam = fc.record({
  questions,
  given: fc.array(fc.option(fc.nat(4)), { minLength: 6, maxLength: 6, size: 'max' }),
  share: fc.constantFrom(0.5, 0.6, 0.7, 0.8, 1),
});
/** Counts in whole numbers: tenths of a share. */
const isRight = (passes: Passes) =>
  fc.property(exam, ({ questions, given, share }) => {
    let right = 0;
    for (const [at, one] of questions.entries()) if (given[at] === one.right) right += 1;
    return passes(questions, given, share) === right * 10 >= Math.round(share * 10) * questions.length;
  });
const judgesWrong = (passes: Passes) => fc.check(isRight(passes), { numRuns: 1000 }).failed;

describe('questions', () => {
  test('come back as they were typed', () => {
    expect(fails(writeQuestions)).toBe(false);
  });

  test.each<[string, Write]>([
    ['loses which answer is right', (asked) => writeQuestions(asked.map((one) => ({ ...one, right: 0 })))],
    ['loses the last answer', (asked) => writeQuestions(asked).split('\n').slice(0, -1).join('\n')],
    ['loses the marks', (asked) => writeQuestions(asked).replaceAll('\n- ', '\n')],
  ])('do not when the code %s', (_, write) => {
    expect(fails(write)).toBe(true);
  });

  test('say what is missing and where', () => {
    expect(readQuestions('Zomaar tekst')).toEqual({ ok: false, what: 'no-question', line: 1 });
    expect(readQuestions('? Een\n+ ja\n- nee\n\n? Twee\n+ ja')).toEqual({
      ok: false,
      what: 'few-answers',
      line: 5,
    });
    expect(readQuestions('? Een\n- ja\n- nee')).toMatchObject({ what: 'no-right' });
    expect(readQuestions('? Een\n+ ja\n+ nee')).toMatchObject({ what: 'two-right' });
    expect(readQuestions('\n')).toMatchObject({ what: 'none' });
    const [nl, en] = [readQuestions('? Een\n+ ja\n- nee'), readQuestions('? One\n- no\n+ yes')];
    expect(nl.ok && en.ok && askAlike(nl.questions, en.questions)).toBe(false);
  });
});

describe('a test', () => {
  test('is passed from exactly the share that was asked', () => {
    expect(judgesWrong(passes)).toBe(false);
  });

  test.each<[string, Passes]>([
    ['asks more than the share', (q, a, share) => passes(q, a, share + 0.05)],
    [
      'takes what is not answered as right',
      (q, a, s) =>
        passes(
          q,
          a.map((one, at) => one ?? q[at]?.right ?? 0),
          s,
        ),
    ],
    ['looks at the first question only', (q, a, share) => passes(q.slice(0, 1), a, share)],
  ])('is judged wrong by code that %s', (_, wrong) => {
    expect(judgesWrong(wrong)).toBe(true);
  });
});
