import { mattersOf, subjects } from './catalogue.ts';
import type { Customer } from './customers.ts';
import { factsOf } from './facts.ts';
import type { Talk } from './letters.ts';
import type { Deck, Random } from './random.ts';
import type { Answer, Channel, Language, Scene, Subject } from './scene.ts';
import type { Moment } from './timing.ts';

export interface Cast {
  random: Random;
  deck: Deck;
  customers: readonly Customer[];
  /** By channel and language, because the channel is chosen first. */
  present: ReadonlyMap<string, readonly Customer[]>;
  strangers: ReadonlyMap<string, readonly Customer[]>;
  /** Wordings a person has used, so that nobody says the same thing twice. */
  spoken: Set<string>;
}

export function castOf(random: Random, deck: Deck, customers: readonly Customer[]): Cast {
  const writing = customers.filter(({ eagerness }) => eagerness > 0);
  const present = byPlace(writing.filter(({ stranger }) => !stranger));
  const strangers = byPlace(writing.filter(({ stranger }) => stranger));
  return { random, deck, customers, present, strangers, spoken: new Set() };
}

function byPlace(customers: readonly Customer[]): Map<string, Customer[]> {
  const places = new Map<string, Customer[]>();
  for (const customer of customers) {
    for (const { channel } of customer.handles) {
      const key = `${channel} ${customer.language}`;
      places.set(key, [...(places.get(key) ?? []), customer]);
    }
  }
  return places;
}

export interface Occasion {
  at: Moment;
  /** Makes a subject more likely, as the week of the yearly bill does. */
  stress?: Readonly<Record<string, number>>;
  subject?: string;
  /** The first scene of the subject, in whichever language. */
  first?: boolean;
  fixed?: Readonly<Record<string, string>>;
}

const channelShares: Readonly<Record<Channel, number>> = {
  x: 27,
  facebook: 18,
  mail: 26,
  chat: 17,
  forum: 15,
  mastodon: 4,
};
const publicOnly: ReadonlySet<string> = new Set(['idea', 'smalltalk', 'compliment']);

/** Who says what, where: everything about a conversation except how it goes. */
export function castTalk(cast: Cast, occasion: Occasion): Talk {
  const { random, deck } = cast;
  const language: Language = random.chance(0.19) ? 'en' : 'nl';
  const subject = subjectFor(random, occasion);
  const scenes = occasion.first ? subject[language].slice(0, 1) : subject[language];
  const scene = random.weighted(scenes, weightOf);
  const channel = channelFor(random, subject, scene);
  const customer = customerFor(cast, `${channel} ${language}`, scene);
  const words = wordsOf(deck, scene);
  const matter = random.pick(mattersOf(subject, language));
  const fixed = occasion.fixed ? { fixed: occasion.fixed } : {};
  const fact = factsOf({ random, at: occasion.at, language, customer, matter, ...fixed });
  return { random, deck, fact, language, channel, customer, subject, scene, ...words };
}

function subjectFor(random: Random, { at, stress, subject }: Occasion): Subject {
  const asked = subjects.find(({ key }) => key === subject);
  return (
    asked ??
    random.weighted(subjects, ({ key, share }) => share * (stress?.[key] ?? 1) * seasonOf(key, at.month))
  );
}

/** Panels are on people's minds in summer, heat pumps when the heating goes on. */
function seasonOf(subject: string, month: number): number {
  const summer = month >= 5 && month <= 8;
  if (subject === 'solar') return summer ? 1.4 : 0.7;
  if (subject === 'heat-pump') return summer ? 0.6 : 1.5;
  return 1;
}

function weightOf(scene: Scene): number {
  return (scene.weight ?? 1) * (scene.cases ? Math.max(1, scene.cases.length / 4) : 1.4);
}

function channelFor(random: Random, subject: Subject, scene: Scene): Channel {
  const allowed = scene.only ?? (Object.keys(channelShares) as Channel[]);
  const fitting = allowed.filter((channel) => channel !== 'forum' || fitsForum(subject, scene));
  return random.weighted(
    fitting,
    (channel) => channelShares[channel] * (publicOnly.has(subject.key) && channel === 'chat' ? 0.2 : 1),
  );
}

// Nobody posts a bank account number or a gas leak on a forum; questions and ideas are what it is for.
function fitsForum(subject: Subject, scene: Scene): boolean {
  return (
    scene.peers !== undefined ||
    subject.key === 'trust' ||
    subject.key === 'compliment' ||
    (!scene.fast && subject.key === 'waiting')
  );
}

function customerFor({ random, present, strangers, spoken }: Cast, key: string, scene: Scene): Customer {
  const list = (scene.stranger ? strangers : present).get(key) ?? [];
  const prospects = scene.titles?.some((title) => /Warmtepomp|verlengen|Laden/.test(title)) ?? false;
  for (let attempt = 0; ; attempt++) {
    const customer = random.weighted(list, ({ eagerness, relation }) =>
      relation === 'prospect' && !prospects ? eagerness * 0.3 : eagerness,
    );
    const trace = `${customer.key} ${scene.titles?.[0] ?? ''} ${(scene.says ?? scene.cases?.[0] ?? [''])[0]}`;
    if (spoken.has(trace) && attempt < 20) continue;
    spoken.add(trace);
    return customer;
  }
}

function wordsOf(deck: Deck, scene: Scene): Pick<Talk, 'says' | 'reply' | 'good' | 'more'> {
  if (scene.cases) {
    const [says, reply, solved] = deck.deal(scene, scene.cases);
    return {
      says,
      reply,
      good: solved === undefined ? (scene.good ?? []) : [solved],
      more: scene.more ?? [],
    };
  }
  const answers = scene.answers ?? [];
  const dealt = deck.deal(answers, answers);
  const [reply, good, ask, explanation]: Answer = typeof dealt === 'string' ? [dealt] : dealt;
  const more = ask === undefined ? (scene.more ?? []) : [[ask, explanation ?? ''] as const];
  return {
    says: deck.deal(scene, scene.says ?? []),
    reply,
    good: good === undefined ? (scene.good ?? []) : [good],
    more,
  };
}
