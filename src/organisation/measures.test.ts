import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { giveMandate } from './mandates/mandating.ts';
import { measureCovering } from './measures.ts';
import { acknowledge } from './rules/acknowledging.ts';
import { firstRules } from './rules/first-rules.ts';
import { makeRule } from './rules/publishing.ts';
import { endRole } from './staff/granting.ts';
import { readQuestions } from './training/course.ts';
import { firstCourse } from './training/first-course.ts';
import { ownCourses, takeTest } from './training/learning.ts';
import { makeCourse, publishCourse } from './training/teaching.ts';
import { listTrained } from './training/training-overview.ts';

let database: TestDatabase;
let people: People;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
});
afterAll(() => database.close());

const now = () => new Date(database.turn.now().epochMilliseconds);
const measured = (asOf = now()) => measureCovering(database.context, { asOf });

const questionsOf = (text: string) => {
  const read = readQuestions(text);
  return read.ok ? read.questions : [];
};
const course = {
  words: firstCourse.words,
  questions: { nl: questionsOf(firstCourse.questions.nl), en: questionsOf(firstCourse.questions.en) },
  passShare: 0.6,
  validMonths: 18,
  needed: true,
};
const rightly = course.questions.nl.map(({ right }) => right);

describe('what the organisation gives to insights', () => {
  it('is nothing of rules and training while there are none, and roles of everybody', async () => {
    expect(await measured()).toEqual({
      acknowledged: { k: 0, n: 4 },
      trained: { k: 0, n: 4 },
      mandated: { k: 4, n: 4 },
      reviewed: false,
      rules: 0,
      courses: 0,
    });
  });

  it('counts who read every rule that held at the moment asked about', async () => {
    const rule = { words: firstRules, holdsFrom: '2026-11-24', reviewOn: '2027-06-01' };
    const id = await makeRule(people.ravi.context, rule);
    const before = now();
    database.turn.forward({ hours: 1 });
    await acknowledge(people.els.context, { id, version: 1, locale: 'nl' });
    expect(await measured()).toMatchObject({ acknowledged: { k: 1, n: 4 }, reviewed: true, rules: 1 });
    expect(await measured(before)).toMatchObject({ acknowledged: { k: 0, n: 4 }, rules: 1 });
    const among = [people.els.employee.id, people.joost.employee.id];
    const { acknowledged } = await measureCovering(database.context, { asOf: now(), among });
    expect(acknowledged).toEqual({ k: 1, n: 2 });
    await makeRule(people.ravi.context, rule);
    expect(await measured()).toMatchObject({ acknowledged: { k: 0, n: 4 }, rules: 2 });
    expect(await measured(new Date('2027-06-02T12:00:00Z'))).toMatchObject({ reviewed: false });
  });

  it('counts who passed within twelve months, and keeps no more than that they passed', async () => {
    const id = await makeCourse(people.ravi.context, course);
    const wrongly = rightly.map((right) => (right === 0 ? 1 : 0));
    const failed = await takeTest(people.els.context, id, { version: 1, answers: wrongly });
    expect(failed).toEqual({ passed: false, right: 0, asked: 3 });
    expect(await measured()).toMatchObject({ trained: { k: 0, n: 4 }, courses: 1 });
    const passed = await takeTest(people.els.context, id, {
      version: 1,
      answers: [...rightly.slice(0, 2), null],
    });
    expect(passed).toEqual({ passed: true, right: 2, asked: 3 });
    expect(await measured()).toMatchObject({ trained: { k: 1, n: 4 } });
    const [own] = await ownCourses(people.els.context);
    expect(own?.goodUntil).toMatch(/^2028-05-24/);
    expect(await measured(new Date('2027-11-23T12:00:00Z'))).toMatchObject({ trained: { k: 1, n: 4 } });
    expect(await measured(new Date('2027-11-25T12:00:00Z'))).toMatchObject({ trained: { k: 0, n: 4 } });
    const trained = await listTrained(database.context);
    expect(trained.filter(({ courses }) => id in courses).map(({ name }) => name)).toEqual(['Els Bakker']);
    await publishCourse(people.ravi.context, id, { ...course, needed: false });
    await expect(takeTest(people.els.context, id, { version: 1, answers: rightly })).rejects.toMatchObject({
      code: 'conflict.course-changed',
    });
    expect(await measured()).toMatchObject({ courses: 0, trained: { k: 0, n: 4 } });
    const unlike = { ...course, questions: { ...course.questions, en: course.questions.en.slice(1) } };
    await expect(publishCourse(people.ravi.context, id, unlike)).rejects.toMatchObject({
      code: 'invalid.course-languages',
    });
  });

  it('counts a mandate to send where there is no role, and not one to read', async () => {
    const { publicId } = people.joost.employee;
    await endRole(people.ravi.context, publicId, { role: 'colleague', department: 'klantenservice' });
    expect(await measured()).toMatchObject({ mandated: { k: 3, n: 4 } });
    const mandate = {
      employee: publicId,
      channel: null,
      topic: null,
      fromOn: '2026-11-24',
      untilOn: '2026-12-01',
    };
    await giveMandate(people.ravi.context, { ...mandate, right: 'read' });
    expect(await measured()).toMatchObject({ mandated: { k: 3, n: 4 } });
    await giveMandate(people.ravi.context, { ...mandate, right: 'send' });
    expect(await measured()).toMatchObject({ mandated: { k: 4, n: 4 } });
    expect(await measured(new Date('2026-12-03T12:00:00Z'))).toMatchObject({ mandated: { k: 3, n: 4 } });
  });
});
