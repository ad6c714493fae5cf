import { limitOf, moodOf, say, type Talk } from './letters.ts';
import { replyPhrasesFor } from './replies.ts';
import { departmentOf, firstNameOf, nameOf, spoken } from './staff.ts';

/** Who answers, when, and after how long a wait. */
export interface Turn {
  employee: string;
  at: Temporal.ZonedDateTime;
  waitedHours: number;
  first: boolean;
  /** The colleague who handed it over. */
  previous?: string;
}

/** The answer itself: greeting, apology where one is due, the matter, and a signature that fits the channel. */
export function answer(talk: Talk, turn: Turn): string {
  const stale = turn.waitedHours > 4 && talk.scene.late !== undefined;
  const body = talk.random.pick(stale && talk.scene.late ? talk.scene.late : talk.answers);
  return wrapped(talk, turn, say(talk, body));
}

export function holding(talk: Talk, turn: Turn): string {
  const own = { afdeling: spoken[talk.subject.department][talk.language] };
  return wrapped(talk, turn, say(talk, talk.random.pick(replyPhrasesFor(talk.language).holding), own));
}

export function anotherTry(talk: Talk, turn: Turn): string {
  const own = { afdeling: spoken[talk.subject.department][talk.language] };
  return wrapped(talk, turn, say(talk, talk.random.pick(replyPhrasesFor(talk.language).anotherTry), own));
}

function wrapped(talk: Talk, turn: Turn, core: string): string {
  const phrases = replyPhrasesFor(talk.language);
  const lead = leadOf(talk, turn);
  const close = turn.first ? say(talk, talk.random.pick(phrases.close)) : '';
  const parts = [greetingOf(talk, turn), lead, core, close].filter((part) => part !== '');
  const full = signed(talk, turn, parts);
  const fits = full.length <= limitOf[talk.channel];
  return fits ? full : signed(talk, turn, [core]);
}

function leadOf(talk: Talk, turn: Turn): string {
  const phrases = replyPhrasesFor(talk.language);
  if (turn.previous) {
    const department = spoken[departmentOf(turn.employee)][talk.language];
    const own = { ik: firstNameOf(turn.employee), vorige: firstNameOf(turn.previous), afdeling: department };
    return say(talk, talk.random.pick(phrases.takingOver), own);
  }
  if (!turn.first) return '';
  if (turn.waitedHours > 50) return talk.random.pick(phrases.sorryForWaiting);
  return say(talk, talk.random.pick(phrases.lead[moodOf(talk)]));
}

function greetingOf(talk: Talk, turn: Turn): string {
  const phrases = replyPhrasesFor(talk.language);
  const skip = !turn.first && talk.channel !== 'mail' && talk.random.chance(0.5);
  if (skip) return '';
  const formal = talk.channel === 'mail' && talk.customer.style.formal;
  const own = { dagdeel: partOfDay(turn.at.hour, talk.language) };
  return say(talk, talk.random.pick(formal ? phrases.formalGreeting : phrases.greeting), own);
}

function signed(talk: Talk, turn: Turn, parts: readonly string[]): string {
  if (talk.channel !== 'mail') return `${parts.join(' ')} ^${firstNameOf(turn.employee)}`;
  const [first = '', ...rest] = parts;
  const body = rest.length > 0 ? `${first}\n\n${rest.join(' ')}` : first;
  const greeting = say(talk, talk.random.pick(replyPhrasesFor(talk.language).mailSigning));
  return `${body}\n\n${greeting}\n${nameOf(turn.employee)}\nWaterkracht`;
}

function partOfDay(hour: number, language: Talk['language']): string {
  const dutch = ['Goedemorgen', 'Goedemiddag', 'Goedenavond'];
  const english = ['Good morning', 'Good afternoon', 'Good evening'];
  return (language === 'nl' ? dutch : english)[hour < 12 ? 0 : hour < 18 ? 1 : 2] ?? '';
}
