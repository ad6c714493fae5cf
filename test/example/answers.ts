import { partOfDay } from './facts.ts';
import { limitOf, moodOf, say, type Talk } from './letters.ts';
import { replyPhrasesFor } from './phrases/colleagues-say.ts';
import { departmentOf, firstNameOf, nameOf, spoken } from './staff.ts';
import { afterGreeting } from './wording.ts';

/** Who answers, when, and after how long a wait. */
export interface Turn {
  employee: string;
  at: Temporal.ZonedDateTime;
  waitedHours: number;
  first: boolean;
  /** The colleague who handed it over. */
  previous?: string;
  /** This answer only says who will answer. */
  passedOn?: boolean;
}

/** The answer itself: greeting, apology where one is due, the matter, and a signature that fits the channel. */
export function answer(talk: Talk, turn: Turn): string {
  const stale = turn.waitedHours > 4 && talk.scene.late !== undefined;
  const body = stale && talk.scene.late ? talk.random.pick(talk.scene.late) : talk.reply;
  return wrapped(talk, turn, say(talk, body));
}

export function holding(talk: Talk, turn: Turn): string {
  const own = { afdeling: spoken[talk.subject.department][talk.language] };
  return wrapped(
    talk,
    { ...turn, passedOn: true },
    say(talk, talk.random.pick(replyPhrasesFor(talk.language).holding), own),
  );
}

export function anotherTry(talk: Talk, turn: Turn): string {
  const own = { afdeling: spoken[talk.subject.department][talk.language] };
  return wrapped(talk, turn, say(talk, talk.random.pick(replyPhrasesFor(talk.language).anotherTry), own));
}

function wrapped(talk: Talk, turn: Turn, core: string): string {
  const greeting = greetingOf(talk, turn);
  const parts = [leadOf(talk, turn), core, closeOf(talk, turn)].filter((part) => part !== '');
  const full = signed(talk, turn, { greeting, body: parts.join(' ') });
  return full.length <= limitOf[talk.channel] ? full : signed(talk, turn, { greeting: '', body: core });
}

function leadOf(talk: Talk, turn: Turn): string {
  const phrases = replyPhrasesFor(talk.language);
  if (turn.previous) {
    const department = spoken[departmentOf(turn.employee)][talk.language];
    const own = { ik: firstNameOf(turn.employee), vorige: firstNameOf(turn.previous), afdeling: department };
    return say(talk, talk.random.pick(phrases.takingOver), own);
  }
  if (!turn.first || talk.scene.fast) return '';
  if (turn.waitedHours > 50) return talk.random.pick(phrases.sorryForWaiting);
  return say(talk, talk.random.pick(phrases.lead[moodOf(talk)]));
}

function closeOf(talk: Talk, turn: Turn): string {
  if (!turn.first || turn.passedOn || talk.scene.fast) return '';
  return say(talk, talk.random.pick(replyPhrasesFor(talk.language).close[moodOf(talk)]));
}

function greetingOf(talk: Talk, turn: Turn): string {
  const phrases = replyPhrasesFor(talk.language);
  const skip = !turn.first && talk.channel !== 'mail' && talk.random.chance(0.5);
  if (skip) return '';
  const formal = talk.channel === 'mail' && talk.customer.style.formal;
  const own = { dagdeel: partOfDay(turn.at.hour, talk.language) };
  return say(talk, talk.random.pick(formal ? phrases.formalGreeting : phrases.greeting), own);
}

function signed(talk: Talk, turn: Turn, said: { greeting: string; body: string }): string {
  if (talk.channel !== 'mail')
    return `${afterGreeting(said.greeting, said.body)} ^${firstNameOf(turn.employee)}`;
  const greeting = said.greeting === '' ? '' : `${said.greeting}\n\n`;
  const signing = say(talk, talk.random.pick(replyPhrasesFor(talk.language).mailSigning));
  return `${greeting}${said.body}\n\n${signing}\n${nameOf(turn.employee)}\nWaterkracht`;
}
