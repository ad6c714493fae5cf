import type { CompiledCalendar } from '../../src/organisation/calendar.ts';
import { moodOf, type Talk } from './letters.ts';
import type { Random } from './random.ts';
import type { Channel } from './scene.ts';
import { afterOpenMinutes, isOpen, type Moment } from './timing.ts';

/** Weeks of the half year at which the webcare pilot in office hours began. */
export const pilotWeek = 8;
const lastWeek = 26;

export interface Rota {
  random: Random;
  hours: CompiledCalendar;
  start: Temporal.Instant;
}

/** Weeks since the half year began. */
export function weekOf(rota: Rota, at: Moment): number {
  return (at.epochMilliseconds - rota.start.epochMilliseconds) / (7 * 86_400_000);
}

const before: Readonly<Record<Channel, number>> = {
  mail: 0.42,
  chat: 0.5,
  x: 0.2,
  facebook: 0.18,
  forum: 0.1,
  mastodon: 0.05,
};
const atPilot: Readonly<Record<Channel, number>> = {
  mail: 0.55,
  chat: 0.68,
  x: 0.56,
  facebook: 0.46,
  forum: 0.34,
  mastodon: 0.32,
};
const atEnd: Readonly<Record<Channel, number>> = {
  mail: 0.84,
  chat: 0.93,
  x: 0.93,
  facebook: 0.84,
  forum: 0.78,
  mastodon: 0.7,
};

/**
 * How likely an answer is. Nobody is there in the evening and at weekends; what came in then lies under
 * the new pile of the morning, which is why the pilot's second phase wants the evenings.
 */
function answerChance(rota: Rota, talk: Talk, at: Moment): number {
  const week = weekOf(rota, at);
  const pilot = week >= pilotWeek;
  const ramp = Math.min(1, Math.max(0, (week - pilotWeek) / (lastWeek - pilotWeek)));
  const inside = pilot
    ? atPilot[talk.channel] + (atEnd[talk.channel] - atPilot[talk.channel]) * ramp
    : before[talk.channel];
  if (talk.scene.fast) return pilot ? 0.9 : 0.6;
  const share = isOpen(rota.hours, at) ? inside : inside * (pilot ? 0.5 + 0.12 * ramp : 0.55);
  return talk.scene.idle ? share * 0.55 : share;
}

/** When the first answer goes out; undefined when there never is one. */
export function firstAnswerAt(rota: Rota, talk: Talk, at: Moment): Moment | undefined {
  const { random, hours } = rota;
  if (!random.chance(answerChance(rota, talk, at))) return undefined;
  if (talk.scene.fast) return at.add({ seconds: Math.round(60 * (3 + random.around(9, 1.2))) });
  const week = weekOf(rota, at);
  const ramp = Math.min(1, Math.max(0, (week - pilotWeek) / (lastWeek - pilotWeek)));
  const usual = week < pilotWeek ? 380 : 190 - 115 * ramp;
  const pace =
    talk.channel === 'mail' ? 2.1 : talk.channel === 'chat' ? 0.25 : talk.channel === 'forum' ? 2.4 : 1;
  const soon = afterOpenMinutes(hours, at, 2 + random.around(usual * pace, 1.5));
  if (!random.chance(week < pilotWeek ? 0.16 : 0.06)) return soon;
  return afterOpenMinutes(hours, soon.add({ days: random.whole(3, 9) }), random.whole(5, 200));
}

export function nextAnswerAt(rota: Rota, talk: Talk, at: Moment): Moment {
  const fast = talk.scene.fast || (talk.channel === 'chat' && isOpen(rota.hours, at));
  if (fast) return at.add({ seconds: Math.round(60 * (1 + rota.random.around(4, 1.2))) });
  return afterOpenMinutes(rota.hours, at, 2 + rota.random.around(55, 1.6));
}

interface Answerer {
  employee: string;
  /** A colleague of another department who takes it further. */
  specialist?: string;
}

/** Before the pilot Els did the social channels beside her own work and Mirjam the mail. */
export function whoAnswers(rota: Rota, talk: Talk, at: Moment): Answerer {
  const { random } = rota;
  const department = talk.subject.department;
  const specialist = specialistOf(random, department);
  if (talk.scene.fast) return { employee: random.chance(0.7) ? 'noor' : 'pieter' };
  if (department === 'marketing' || talk.channel === 'forum')
    return { employee: random.chance(0.8) ? 'lieke' : 'bram' };
  const front = frontDesk(rota, talk, at);
  if (!specialist || talk.scene.idle) return { employee: front };
  if (random.chance(0.2)) return { employee: specialist };
  return random.chance(moodOf(talk) === 'cross' ? 0.42 : 0.26)
    ? { employee: front, specialist }
    : { employee: front };
}

function specialistOf(random: Random, department: string): string | undefined {
  if (department === 'operations') return random.pick(['noor', 'noor', 'pieter', 'ravi']);
  if (department === 'finance') return random.pick(['hanneke', 'hanneke', 'willem', 'willem', 'yara']);
  return undefined;
}

function frontDesk(rota: Rota, talk: Talk, at: Moment): string {
  const { random } = rota;
  if (weekOf(rota, at) < pilotWeek) {
    const mailing = talk.channel === 'mail' && random.chance(0.75);
    return mailing ? 'mirjam' : 'els';
  }
  return random.weighted(['els', 'joost', 'mirjam'], (key) => (key === 'mirjam' ? 16 : 42));
}
