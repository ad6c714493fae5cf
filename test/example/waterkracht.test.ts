import { describe, expect, it } from 'vitest';
import { isOpenAt } from '../../src/organisation/calendar.ts';
import type { ExampleMessage, ExampleOrganisation } from './organisation.ts';
import { pionierAccount } from './stories/playing-stories.ts';
import { openingHours, zone } from './timing.ts';
import { waterkracht } from './waterkracht.ts';

const now = Temporal.Instant.from('2026-11-24T10:30:00Z');
const example = waterkracht(now);
const inbound = example.messages.filter((message) => message.inbound);
const threads = Map.groupBy(example.messages, (message) => message.thread);
const conversations = [...threads.values()].filter((messages) => messages.some((message) => message.inbound));

function byPeople(messages: readonly ExampleMessage[]): ExampleMessage[] {
  return messages.filter((message) => !message.automatic);
}

function daysOld(message: ExampleMessage): number {
  return (now.epochMilliseconds - Temporal.Instant.from(message.sentAt).epochMilliseconds) / 86_400_000;
}

function answeredShare(from: number, until: number, of: readonly ExampleMessage[][] = conversations): number {
  const asked = of.filter(([first]) => first && daysOld(first) <= from && daysOld(first) > until);
  const answered = asked.filter((messages) => byPeople(messages).some((message) => !message.inbound));
  return answered.length / asked.length;
}

function story(name: string): ExampleMessage[] {
  return example.messages.filter((message) => message.story === name);
}

describe('the example organisation as a whole', () => {
  it('is the same for the same moment and seed, and another for another seed', () => {
    expect(waterkracht(now)).toEqual(example);
    expect(waterkracht(now, 2).messages).not.toEqual(example.messages);
  });

  it('has half a year of messages in the agreed numbers', () => {
    expect(example.messages.length).toBeGreaterThan(2500);
    expect(example.messages.length).toBeLessThan(4200);
    expect(conversations.length).toBeGreaterThan(1200);
    expect(conversations.length).toBeLessThan(1800);
    expect(daysOld(example.messages[0] as ExampleMessage)).toBeGreaterThan(178);
  });

  it('hardly ever says the same thing twice', () => {
    const unique = new Set(inbound.map((message) => message.text)).size;
    expect(unique / inbound.length).toBeGreaterThanOrEqual(0.9);
  });

  it('leaves no mark of its grammar in a text', () => {
    const texts = [...example.messages, ...example.notes].map(({ text }) => text);
    expect(texts.filter((text) => /[{}|<>~]|undefined|\[|\]|^=|\s,/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('is written in Dutch by about four in five', () => {
    const english = inbound.filter(
      ({ text }) => /\b(the|is it|you|my|and)\b/i.test(text) && !/\b(het|een|ik|niet|jullie)\b/i.test(text),
    );
    expect(english.length / inbound.length).toBeGreaterThan(0.12);
    expect(english.length / inbound.length).toBeLessThan(0.28);
  });

  it('knows everybody who speaks', () => {
    const employees = new Set(example.employees.map(({ key }) => key));
    const departments = new Set(example.departments.map(({ key }) => key));
    const handles = new Set(
      example.customers.flatMap((customer) => customer.handles.map((h) => `${h.channel} ${h.handle}`)),
    );
    for (const message of inbound) expect(handles).toContain(`${message.channel} ${message.author}`);
    for (const message of example.messages.filter(({ employee }) => employee !== null)) {
      expect(employees).toContain(message.employee);
      expect(departments).toContain(message.department);
    }
    const referring = [...example.notes, ...example.closures, ...example.assignments];
    expect(
      referring.filter(({ employee, thread }) => !employees.has(employee) || !threads.has(thread)),
    ).toEqual([]);
  });

  it('gives two people the same handle on no channel', () => {
    const handles = example.customers.flatMap((customer) =>
      customer.handles.map((h) => `${h.channel} ${h.handle}`),
    );
    expect(new Set(handles).size).toBe(handles.length);
  });
});

describe('time in the example', () => {
  it('never reaches past now', () => {
    const limit = now.toString();
    const times = [...example.notes, ...example.closures, ...example.assignments].map(({ at }) => at);
    expect([...times, ...example.messages.map(({ sentAt }) => sentAt)].filter((at) => at > limit)).toEqual(
      [],
    );
  });

  it('answers only what was said before, in the same thread', () => {
    const known = new Map(example.messages.map((message) => [message.id, message]));
    expect(known.size).toBe(example.messages.length);
    for (const message of example.messages.filter(({ replyTo }) => replyTo !== null)) {
      const parent = known.get(message.replyTo ?? '');
      expect(parent?.thread).toBe(message.thread);
      expect((parent?.sentAt ?? '9') <= message.sentAt).toBe(true);
    }
    expect(example.messages.map(({ sentAt }) => sentAt)).toEqual(
      example.messages.map(({ sentAt }) => sentAt).sort(),
    );
  });

  it('answers in office hours, except what cannot wait and the pionier', () => {
    const hours = openingHours(now);
    const isLate = ({ sentAt }: ExampleMessage) =>
      !isOpenAt(hours, Temporal.Instant.from(sentAt).epochMilliseconds / 1000);
    const webcare = byPeople(example.messages).filter(({ employee }) =>
      ['els', 'joost', 'mirjam'].includes(employee ?? ''),
    );
    const late = webcare.filter(isLate);
    expect(late.length / webcare.length).toBeLessThan(0.03);
  });

  it('is busiest between four and five and has a second peak at nine in the evening', () => {
    const perHour = Array.from({ length: 24 }, () => 0);
    for (const { sentAt } of inbound) {
      const hour = Temporal.Instant.from(sentAt).toZonedDateTimeISO(zone).hour;
      perHour[hour] = (perHour[hour] ?? 0) + 1;
    }
    expect(perHour.indexOf(Math.max(...perHour))).toBe(16);
    expect(perHour[21]).toBeGreaterThan(perHour[19] ?? 0);
  });

  it('has one day on which everybody writes at once', () => {
    const perDay = Map.groupBy(inbound, ({ sentAt }) => sentAt.slice(0, 10));
    const counts = [...perDay.values()].map((messages) => messages.length).sort((a, b) => b - a);
    expect(perDay.get('2026-11-03')?.length).toBe(counts[0]);
    expect(counts[0]).toBeGreaterThan(2 * (counts[1] ?? 0));
  });

  // After a weekend thanks and praise lie there as well, so the inbox is fuller.
  it.each([
    ['2026-11-24T14:30:00Z', 15],
    ['2026-03-29T00:59:30Z', 26],
    ['2026-10-25T01:10:00Z', 26],
    ['2026-01-01T12:00:00Z', 20],
    ['2027-07-04T21:45:00Z', 26],
    ['2026-12-28T06:00:00Z', 26],
  ])('can be told at any moment (%s)', (moment, most) => {
    const at = Temporal.Instant.from(moment);
    const told = waterkracht(at, 4);
    expect(told.messages.at(-1)?.sentAt.localeCompare(at.toString())).toBeLessThanOrEqual(0);
    expect(openQuestions(told, at)).toBeGreaterThanOrEqual(9);
    expect(openQuestions(told, at)).toBeLessThanOrEqual(most);
    expect(new Set(told.messages.flatMap((message) => message.story ?? [])).size).toBeGreaterThanOrEqual(9);
  });
});

describe('the inbox of this morning', () => {
  it('holds about a dozen questions of the last two days, some taken by Els and Joost', () => {
    expect(openQuestions(example, now)).toBeGreaterThanOrEqual(12);
    expect(openQuestions(example, now)).toBeLessThanOrEqual(15);
    const closed = new Set(example.closures.map(({ thread }) => thread));
    const open = conversations.filter(([first]) => first && !closed.has(first.thread));
    const taken = example.assignments.filter(({ thread }) =>
      open.some(([first]) => first?.thread === thread),
    );
    const takers = taken.map(({ employee }) => employee);
    expect(takers).toContain('els');
    expect(takers).toContain('joost');
    const waiting = open.filter((messages) => byPeople(messages).at(-1)?.inbound === false);
    expect(waiting.length).toBeGreaterThan(2);
  });
});

describe('what the half year shows', () => {
  it('answers more and more since the pilot began', () => {
    const before = answeredShare(182, 126);
    const early = answeredShare(126, 84);
    const last = answeredShare(35, 4);
    expect(before).toBeLessThan(0.45);
    expect(early).toBeGreaterThan(before);
    expect(last).toBeGreaterThan(early);
    expect(last).toBeGreaterThan(0.6);
  });

  it('answers far less of what comes in after five', () => {
    const isOffice = ([first]: ExampleMessage[]) => {
      const at = Temporal.Instant.from(first?.sentAt ?? '').toZonedDateTimeISO(zone);
      return at.dayOfWeek <= 5 && at.hour >= 9 && at.hour < 17;
    };
    const inside = conversations.filter(isOffice);
    const outside = conversations.filter((messages) => !isOffice(messages));
    expect(answeredShare(120, 4, outside)).toBeLessThan(answeredShare(120, 4, inside) - 0.1);
  });

  it('has customers who come back, also by another road', () => {
    const perPerson = Map.groupBy(inbound, ({ authorName }) => authorName);
    const often = [...perPerson.values()].filter(
      (messages) => new Set(messages.map(({ thread }) => thread)).size >= 5,
    );
    expect(often.length).toBeGreaterThan(20);
    const fatima = perPerson.get('Fatima el Amrani') ?? [];
    expect(new Set(fatima.map(({ channel }) => channel))).toEqual(new Set(['x', 'mail']));
  });

  it('lets several departments answer', () => {
    const recent = byPeople(example.messages).filter((message) => !message.inbound && daysOld(message) < 28);
    const counts = Map.groupBy(recent, ({ department }) => department);
    for (const department of ['service', 'operations', 'finance']) {
      expect(counts.get(department)?.length).toBeGreaterThanOrEqual(10);
    }
  });
});

describe('the stories', () => {
  it('hands the wrong delivery to another department, which solves it', () => {
    const departments = story('wrong_delivery').flatMap(({ department }) => department ?? []);
    expect(new Set(departments)).toEqual(new Set(['service', 'operations']));
    expect(story('wrong_delivery').at(-2)?.text).toContain('Hij hangt');
  });

  it('credits the promised discount', () => {
    expect(story('promised_discount').map(({ employee }) => employee)).toEqual([
      null,
      'joost',
      'hanneke',
      null,
    ]);
  });

  it('answers one customer twice, differently, from two departments', () => {
    const answers = story('duplicate_answer').filter(({ inbound }) => !inbound);
    expect(answers.slice(0, 2).map(({ department }) => department)).toEqual(['service', 'finance']);
    expect(answers[0]?.text).toContain('ingetrokken');
    expect(answers[1]?.text).toContain('blijft de aanmaning staan');
  });

  it('has a pionier who answers from an account that is not registered', () => {
    const pionier = story('pionier').filter(({ account }) => account === pionierAccount);
    expect(pionier).toHaveLength(2);
    expect(pionier[0]).toMatchObject({ employee: 'pieter', department: 'operations', inbound: false });
    expect(example.accounts.flatMap(({ key, name }) => [key, name])).not.toContain(pionierAccount);
  });

  it('answers the vulnerable customer within two minutes', () => {
    const [call, answer] = story('vulnerable').map(({ sentAt }) => Temporal.Instant.from(sentAt));
    expect(answer && call?.until(answer).total('minutes')).toBeLessThanOrEqual(2);
  });

  it('has a call that nine people copied in one evening, with small differences', () => {
    const copies = story('campaign');
    expect(copies.length).toBe(9);
    expect(new Set(copies.map(({ author }) => author)).size).toBe(9);
    expect(new Set(copies.map(({ text }) => text)).size).toBeGreaterThan(3);
  });

  it('tells of an idea, a privacy request, an ambassador and an anticipation', () => {
    for (const name of ['idea', 'privacy', 'ambassador', 'anticipation'])
      expect(story(name).length).toBeGreaterThan(1);
    expect(story('ambassador').some(({ authorName }) => authorName === 'Henk Veenstra')).toBe(true);
  });
});

function openQuestions(told: ExampleOrganisation, at: Temporal.Instant): number {
  const closed = new Set(told.closures.map(({ thread }) => thread));
  const open = [...Map.groupBy(told.messages, (message) => message.thread)].filter(
    ([thread]) => !closed.has(thread),
  );
  const recent = at.subtract({ hours: 48 }).toString();
  const last = open.flatMap(([, messages]) => byPeople(messages).slice(-1));
  return last.filter((message) => message.inbound && message.sentAt > recent).length;
}
