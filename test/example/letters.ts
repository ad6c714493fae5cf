import { type Customer, handleOf } from './customers.ts';
import { phrasesFor } from './phrases/customers-say.ts';
import type { Deck, Random } from './random.ts';
import type { Channel, Language, Mood, Scene, Subject } from './scene.ts';
import { inStyle } from './style.ts';
import { afterGreeting, expand, type Fact } from './wording.ts';

/** Everything that stays the same while two parties talk about one matter. */
export interface Talk {
  random: Random;
  deck: Deck;
  fact: Fact;
  language: Language;
  channel: Channel;
  customer: Customer;
  subject: Subject;
  scene: Scene;
  says: string;
  reply: string;
  good: readonly string[];
  more: readonly (readonly [string, string])[];
}

export const limitOf: Readonly<Record<Channel, number>> = {
  x: 278,
  mastodon: 480,
  facebook: 900,
  mail: 4000,
  forum: 4000,
  chat: 400,
};

export function moodOf(talk: Talk): Mood {
  return talk.scene.mood ?? 'calm';
}

/** The details of one message on top of those of the conversation. */
function withOwn(fact: Fact, own: Readonly<Record<string, string>>): Fact {
  return (name) => own[name] ?? fact(name);
}

export function say(talk: Talk, template: string, own: Readonly<Record<string, string>> = {}): string {
  const voice = { random: talk.random, fact: withOwn(talk.fact, own), formal: talk.customer.style.formal };
  return expand(template, voice);
}

/** How the conversation opens. In a chat people send their story in pieces. */
export function opening(talk: Talk): string[] {
  const parts = pieces(talk);
  if (talk.channel === 'mail') return [letter(talk, parts)];
  if (talk.channel === 'forum') return [post(talk, parts)];
  if (talk.channel === 'chat') return chatLines(talk, parts);
  return [short(talk, parts)];
}

/** A later message of the customer. */
export function followUp(talk: Talk, template: string, own: Readonly<Record<string, string>> = {}): string {
  const text = styled(talk, say(talk, template, own));
  if (talk.channel === 'mail' && talk.random.chance(0.7)) {
    return `${greeted(talk, text)}\n\n${signature(talk, false)}`;
  }
  return (talk.channel === 'x' || talk.channel === 'mastodon') && talk.random.chance(0.35)
    ? called(talk, text)
    : text;
}

function pieces(talk: Talk): string[] {
  const { scene, random, deck } = talk;
  const roomy = talk.channel === 'mail' || talk.channel === 'forum' || talk.channel === 'facebook';
  const chosen = [talk.says];
  if (scene.adds && random.chance(roomy ? 0.75 : 0.45)) chosen.push(deck.deal(scene.adds, scene.adds));
  if (scene.asks && random.chance(0.72)) chosen.push(deck.deal(scene.asks, scene.asks));
  const extras = extrasFor(talk, chosen);
  if (extras.length > 0 && random.chance(extraShares[talk.channel])) chosen.push(deck.deal(extras, extras));
  return chosen.map((part) => say(talk, part));
}

const extraShares: Readonly<Record<Channel, number>> = {
  mail: 0.55,
  facebook: 0.3,
  chat: 0.15,
  forum: 0.3,
  x: 0.1,
  mastodon: 0.15,
};

/** Who asks may say where they looked; in the open nobody gives a customer number, in a hurry nobody chats. */
function extrasFor(talk: Talk, chosen: readonly string[]): readonly string[] {
  const phrases = phrasesFor(talk.language);
  if (talk.scene.fast || talk.scene.stranger) return [];
  const asking = chosen.some((part) => part.includes('?'));
  const open = talk.channel === 'forum' || talk.channel === 'x' || talk.channel === 'mastodon';
  if (moodOf(talk) === 'calm' && (open || (asking && talk.random.chance(0.3))))
    return asking ? phrases.searched : [];
  return phrases.extras[moodOf(talk)];
}

function short(talk: Talk, parts: readonly string[]): string {
  const opened = talk.channel === 'facebook' && talk.random.chance(0.3);
  const opener = opened ? say(talk, talk.random.pick(phrasesFor(talk.language).shortOpening)) : '';
  for (let count = parts.length; count > 1; count--) {
    const text = finished(talk, afterGreeting(opener, parts.slice(0, count).join(' ')));
    if (text.length <= limitOf[talk.channel]) return text;
  }
  return finished(talk, afterGreeting(opener, parts[0] ?? ''));
}

function finished(talk: Talk, text: string): string {
  const written = styled(talk, text);
  return talk.channel === 'facebook' ? written : called(talk, written);
}

function called(talk: Talk, text: string): string {
  const handle = talk.channel === 'x' ? '@waterkracht' : '@waterkracht@sociaal.example';
  return talk.random.chance(0.7) ? `${handle} ${text}` : `${text} ${handle}`;
}

function chatLines(talk: Talk, parts: readonly string[]): string[] {
  const [first = '', ...rest] = parts;
  const hello = talk.random.chance(0.45)
    ? say(talk, talk.random.pick(phrasesFor(talk.language).shortOpening))
    : '';
  if (rest.length > 0 && talk.random.chance(0.45)) {
    return [styled(talk, afterGreeting(hello, first)), styled(talk, rest.join(' '))];
  }
  return [styled(talk, afterGreeting(hello, parts.join(' ')))];
}

function letter(talk: Talk, parts: readonly string[]): string {
  const { scene, random } = talk;
  const titles = scene.titles ?? [talk.language === 'nl' ? 'Vraag' : 'Question'];
  const title = `${talk.language === 'nl' ? 'Onderwerp' : 'Subject'}: ${say(talk, random.pick(titles))}`;
  const closing = talk.scene.stranger
    ? ''
    : say(talk, random.pick(phrasesFor(talk.language).closing[moodOf(talk)]));
  const body = [parts.slice(0, 2).join(' '), parts.slice(2).join(' '), closing].filter((part) => part !== '');
  return `${title}\n\n${greeted(talk, styled(talk, body.join('\n\n')))}\n\n${signature(talk, !talk.scene.stranger && random.chance(0.4))}`;
}

function greeted(talk: Talk, text: string): string {
  return `${say(talk, talk.random.pick(phrasesFor(talk.language).mailOpening))}\n\n${text}`;
}

function signature(talk: Talk, withNumber: boolean): string {
  const greeting = say(talk, talk.random.pick(phrasesFor(talk.language).signing));
  const numbered = talk.language === 'nl' ? 'Klantnummer' : 'Customer number';
  const lines = [
    greeting,
    talk.customer.name,
    ...(withNumber ? [`${numbered} ${talk.fact('klantnr')}`] : []),
  ];
  return lines.join('\n');
}

function post(talk: Talk, parts: readonly string[]): string {
  const opened = say(talk, talk.random.pick(phrasesFor(talk.language).forumOpening));
  const closing = talk.random.chance(0.4)
    ? `\n\n${talk.language === 'nl' ? 'Groet' : 'Cheers'}, ${talk.customer.firstName}`
    : '';
  return `${opened}\n${styled(talk, parts.join(' '))}${closing}`;
}

function styled(talk: Talk, text: string): string {
  const place = { channel: talk.channel, language: talk.language, mood: moodOf(talk), random: talk.random };
  const style = talk.scene.fast ? { ...talk.customer.style, emoji: 0 } : talk.customer.style;
  return talk.scene.stranger ? text : inStyle(text, style, place);
}

export function authorOf(talk: Talk): string {
  return handleOf(talk.customer, talk.channel);
}
