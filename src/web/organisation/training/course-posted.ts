import { data } from 'react-router';
import { z } from 'zod';
import { type QuestionProblem, readQuestions } from '../../../organisation/training/course.ts';
import type { NewCourse } from '../../../organisation/training/teaching.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../../forms.ts';
import { kept } from '../managing.ts';

/** The form drawn again, with what of the questions cannot be read. */
export interface CourseAnswer extends FormAnswer {
  wrong?: { language: 'nl' | 'en'; what: QuestionProblem; line: number };
}

const long = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(20).max(20_000));
const title = z.string().trim().min(3).max(120);

const shape = z.object({
  'nl.title': title,
  'nl.text': long,
  'nl.questions': long,
  'en.title': title,
  'en.text': long,
  'en.questions': long,
  pass: z.coerce.number().int().min(10).max(100),
  months: z.coerce.number().int().min(1).max(60),
  needed: z.string().optional(),
});

/** Reads a version of a course and hands it to `act`, which gives the address to go on to. */
export async function postCourse(request: Request, act: (course: NewCourse) => Promise<string>) {
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  const { value, given } = form;
  const read = { nl: readQuestions(value['nl.questions']), en: readQuestions(value['en.questions']) };
  for (const language of ['nl', 'en'] as const) {
    const { [language]: one } = read;
    if (!one.ok)
      return data<CourseAnswer>(
        { given, wrong: { language, what: one.what, line: one.line } },
        { status: 422 },
      );
  }
  const questions = { nl: read.nl.ok ? read.nl.questions : [], en: read.en.ok ? read.en.questions : [] };
  try {
    return kept(
      await act({
        words: {
          nl: { title: value['nl.title'], text: value['nl.text'] },
          en: { title: value['en.title'], text: value['en.text'] },
        },
        questions,
        passShare: value.pass / 100,
        validMonths: value.months,
        needed: value.needed !== undefined,
      }),
    );
  } catch (error) {
    return refusedForm(error, given);
  }
}
