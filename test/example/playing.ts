import { anotherTry, answer, holding, type Turn } from './answers.ts';
import { acknowledge, assign, type Book, newBook, note, reply, write } from './book.ts';
import { type Customer, handleOf } from './customers.ts';
import { counted, partOfDay } from './facts.ts';
import { authorOf, followUp, moodOf, opening, say, type Talk } from './letters.ts';
import { replyPhrasesFor } from './phrases/colleagues-say.ts';
import { phrasesFor } from './phrases/customers-say.ts';
import { noteTexts } from './phrases/note-texts.ts';
import type { Random } from './random.ts';
import { firstAnswerAt, nextAnswerAt, pilotWeek, type Rota, weekOf, whoAnswers } from './rota.ts';
import { firstNameOf } from './staff.ts';
import { inStyle } from './style.ts';
import { isOpen, type Moment, whenAwake, zone } from './timing.ts';

interface Play {
  rota: Rota;
  talk: Talk;
  book: Book;
  /** Fellow members who may answer on the forum. */
  members: readonly Customer[];
}

/** Plays one conversation from the first word to the last, as the weeks of the pilot and chance will have it. */
export function play(
  rota: Rota,
  talk: Talk,
  start: { thread: string; at: Moment; members: readonly Customer[] },
): Book {
  const book = newBook(start.thread, talk.channel, {
    idle: talk.scene.idle ?? false,
    urgent: talk.scene.fast ?? false,
  });
  const scene: Play = { rota, talk, book, members: start.members };
  const said = open(scene, start.at);
  const helped = peersHelp(scene, said);
  const at = helped ?? said;
  const first = helped && rota.random.chance(0.6) ? undefined : firstAnswerAt(rota, talk, at);
  if (first) answered(scene, at, first);
  else if (!helped) unanswered(scene, at);
  return book;
}

function open({ rota, talk, book }: Play, start: Moment): Moment {
  let at = start;
  opening(talk).forEach((text, index) => {
    if (index > 0) at = at.add({ seconds: rota.random.whole(14, 80) });
    write(book, { author: authorOf(talk), name: talk.customer.name, at, text, asks: !talk.scene.idle });
  });
  const phrases = replyPhrasesFor(talk.language);
  const late = talk.channel === 'chat' && !isOpen(rota.hours, at);
  const machine = late ? phrases.automaticChat : phrases.automaticMail;
  const mailing = talk.channel === 'mail' && weekOf(rota, at) > 13;
  if (late || mailing) acknowledge(book, at.add({ seconds: rota.random.whole(1, 5) }), say(talk, machine));
  return at;
}

function peersHelp(scene: Play, at: Moment): Moment | undefined {
  const { rota, talk, book, members } = scene;
  const { random } = rota;
  if (talk.channel !== 'forum' || !talk.scene.peers || !random.chance(0.6)) return undefined;
  const peer = random.pick(members.filter((member) => member !== talk.customer));
  let last = whenAwake(at, random.around(150, 1.8), random);
  const text = inStyle(say(talk, random.pick(talk.scene.peers)), peer.style, { ...talk, mood: 'calm' });
  write(book, { author: handleOf(peer, 'forum'), name: peer.name, at: last, text, asks: false });
  if (random.chance(0.55)) {
    last = whenAwake(last, random.around(120, 1.8), random);
    customerSays(scene, last, {
      template: random.pick(phrasesFor(talk.language).peerThanks),
      own: { peer: peer.firstName },
      asks: false,
    });
  }
  return last;
}

interface Words {
  template: string;
  own?: Readonly<Record<string, string>>;
  asks?: boolean;
}

function customerSays({ talk, book }: Play, at: Moment, said: Words): void {
  const since = Math.floor(hoursBetween(startOf(book), at) / 24);
  const own = {
    dagdeel: partOfDay(at.hour, talk.language),
    verstreken: counted(since, talk.language),
    ...said.own,
  };
  const text = followUp(talk, said.template, own);
  write(book, { author: authorOf(talk), name: talk.customer.name, at, text, asks: said.asks ?? true });
}

function unanswered(scene: Play, at: Moment): void {
  const { rota, talk } = scene;
  const { random } = rota;
  if (talk.scene.idle || !random.chance(moodOf(talk) === 'cross' ? 0.42 : 0.26)) return;
  const phrases = phrasesFor(talk.language);
  const again = whenAwake(at, random.whole(24, 96) * 60, random);
  customerSays(scene, again, { template: random.pick(phrases.nudges) });
  const late = random.chance(0.35) ? nextAnswerAt(rota, talk, again) : firstAnswerAt(rota, talk, again);
  if (late) answered(scene, again, late);
  else if (random.chance(0.3)) {
    customerSays(scene, whenAwake(again, random.whole(40, 160) * 60, random), {
      template: random.pick(phrases.sulk),
      asks: false,
    });
  }
}

function answered(scene: Play, asked: Moment, at: Moment): void {
  const { rota, talk, book } = scene;
  const { employee, specialist } = whoAnswers(rota, talk, at);
  const turn: Turn = { employee, at, waitedHours: hoursBetween(asked, at), first: true };
  if (weekOf(rota, at) > pilotWeek && rota.random.chance(0.75))
    assign(book, employee, taken(rota.random, asked, at));
  if (specialist) {
    handOver(scene, turn, specialist);
  } else {
    reply(book, { employee, at, text: answer(talk, turn) });
    remember(scene, employee, at);
    afterAnswer(scene, turn);
  }
}

/** The front desk says who will answer; the specialist does so later that day or the next. */
function handOver(scene: Play, turn: Turn, specialist: string): void {
  const { rota, talk, book } = scene;
  reply(book, { employee: turn.employee, at: turn.at, text: holding(talk, turn) });
  assign(book, specialist, turn.at.add({ minutes: 1 }));
  const at = nextAnswerAt(rota, talk, turn.at.add({ minutes: rota.random.whole(20, 900) }));
  const second: Turn = { employee: specialist, at, waitedHours: 0, first: false, previous: turn.employee };
  reply(book, { employee: specialist, at, text: answer(talk, second) });
  remember(scene, specialist, at);
  afterAnswer(scene, second);
}

/** Somebody took it on at some moment between the question and the answer. */
function taken(random: Random, asked: Moment, at: Moment): Moment {
  const minutes = Math.floor((hoursBetween(asked, at) * 60 * random.whole(35, 90)) / 100);
  return asked.add({ minutes });
}

function remember({ rota, talk, book }: Play, employee: string, at: Moment): void {
  if (talk.scene.idle || !rota.random.chance(0.07)) return;
  const text = say(talk, rota.random.pick(noteTexts));
  note(book, { employee, at: at.add({ minutes: rota.random.whole(1, 9) }), text });
}

function afterAnswer(scene: Play, turn: Turn): void {
  const { rota, talk } = scene;
  const { random } = rota;
  const phrases = phrasesFor(talk.language);
  const at = customerBack(scene, turn.at);
  const luck = random.next() * (talk.scene.idle ? 2.6 : 1);
  if (luck < 0.36 && talk.good.length > 0) {
    thank(scene, at, turn.employee);
  } else if (luck < 0.46 && !talk.scene.idle && !talk.scene.fast) {
    quietly(scene, at, turn.employee);
  } else if (luck < 0.6 && talk.more.length > 0) {
    const [question, explanation] = random.pick(talk.more);
    customerSays(scene, at, { template: question });
    continued(scene, at, { ...turn, text: explanation });
  } else if (luck < 0.6 + discontent(talk)) {
    customerSays(scene, at, { template: random.pick(phrases.again) });
    continued(scene, at, turn);
  }
}

/** Nobody writes that an idea or a leaking pipe is still not solved an hour after the answer. */
function discontent(talk: Talk): number {
  if (talk.scene.idle || talk.scene.fast || talk.subject.department === 'marketing') return 0;
  return moodOf(talk) === 'cross' ? 0.14 : 0.03;
}

function continued(scene: Play, asked: Moment, turn: Turn & { text?: string }): void {
  const { rota, talk, book } = scene;
  if (!rota.random.chance(weekOf(rota, asked) < pilotWeek ? 0.5 : 0.85)) return;
  const at = nextAnswerAt(rota, talk, asked);
  const next: Turn = { employee: turn.employee, at, waitedHours: hoursBetween(asked, at), first: false };
  const words = turn.text
    ? answer({ ...talk, reply: turn.text, scene: { ...talk.scene, late: [turn.text] } }, next)
    : anotherTry(talk, next);
  reply(book, { employee: turn.employee, at, text: words });
  if (rota.random.chance(0.4)) quietly(scene, customerBack(scene, at), turn.employee);
}

function thank(scene: Play, at: Moment, employee: string): void {
  const { talk, rota } = scene;
  const { random } = rota;
  const [, mark, words] = /^([~=]?)(.*)$/s.exec(random.pick(talk.good)) ?? [];
  const goed = say(talk, words ?? '');
  const asIs = mark === '=' || talk.scene.idle;
  const template = asIs ? goed : random.pick(phrasesFor(talk.language).thanks);
  const wait = talk.scene.fast ? random.whole(70, 260) : random.whole(900, 6200);
  const later = mark === '~' ? whenAwake(at, wait, random) : at;
  customerSays(scene, later, { template, own: { collega: firstNameOf(employee), goed }, asks: false });
}

function quietly(scene: Play, at: Moment, employee: string): void {
  const { talk, rota } = scene;
  customerSays(scene, at, {
    template: rota.random.pick(phrasesFor(talk.language).quietThanks),
    own: { collega: firstNameOf(employee) },
    asks: false,
  });
}

const patience: Readonly<Record<Talk['channel'], number>> = {
  chat: 3,
  x: 45,
  facebook: 80,
  mastodon: 90,
  forum: 300,
  mail: 420,
};

function customerBack({ rota, talk }: Play, at: Moment): Moment {
  return whenAwake(at, 1 + rota.random.around(patience[talk.channel], 1.6), rota.random);
}

function hoursBetween(from: Moment, to: Moment): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000;
}

function startOf(book: Book): Moment {
  return Temporal.Instant.from(book.messages[0]?.sentAt ?? '').toZonedDateTimeISO(zone);
}
