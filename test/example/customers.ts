import {
  foreignMen,
  foreignSurnames,
  foreignWomen,
  men,
  nicknames,
  streets,
  surnames,
  towns,
  women,
} from './names.ts';
import type { Random } from './random.ts';
import type { Channel, Language } from './scene.ts';
import { capital } from './wording.ts';

export type Relation = 'customer' | 'prospect' | 'partner' | 'influencer';

export interface Style {
  formal: boolean;
  lower: boolean;
  /** Chance of a slip per longer word. */
  slips: number;
  emoji: number;
  shorthand: boolean;
}

export interface Customer {
  key: string;
  name: string;
  firstName: string;
  /** How a formal mail addresses this person. */
  address: string;
  language: Language;
  handles: { channel: Channel; handle: string }[];
  relation: Relation;
  style: Style;
  street: string;
  houseNumber: string;
  town: string;
  number: string;
  mail: string;
  /** How often this person writes, compared with others. */
  eagerness: number;
  /** Sells something or fishes for something; known by a handle, no customer. */
  stranger?: boolean;
}

const channelShares: readonly (readonly [Channel, number])[] = [
  ['x', 26],
  ['facebook', 20],
  ['mail', 26],
  ['chat', 17],
  ['forum', 10],
  ['mastodon', 5],
];

/** People who write to Waterkracht. The named ones of the stories come first. */
export function population(random: Random, size: number): Customer[] {
  const named = namedCustomers(random);
  const taken = new Set(named.flatMap((customer) => customer.handles.map((h) => `${h.channel} ${h.handle}`)));
  const names = new Set(named.map((customer) => customer.name));
  while (named.length < size) {
    const drawn = draw(random, named.length);
    const clash = names.has(drawn.name) || drawn.handles.some((h) => taken.has(`${h.channel} ${h.handle}`));
    if (clash) continue;
    for (const handle of drawn.handles) taken.add(`${handle.channel} ${handle.handle}`);
    names.add(drawn.name);
    named.push(drawn);
  }
  return named;
}

export function handleOf(customer: Customer, channel: Channel): string {
  return customer.handles.find((handle) => handle.channel === channel)?.handle ?? customer.name;
}

interface Identity {
  firstName: string;
  surname: string;
  woman: boolean;
  language: Language;
}

function draw(random: Random, index: number): Customer {
  const language: Language = random.chance(0.2) ? 'en' : 'nl';
  const woman = random.chance(0.5);
  const dutchNames = language === 'nl';
  const firstName = random.pick(dutchNames ? (woman ? women : men) : woman ? foreignWomen : foreignMen);
  const surname = random.pick(dutchNames ? surnames : foreignSurnames);
  return dress(random, { firstName, surname, woman, language }, `k${String(index + 1).padStart(4, '0')}`);
}

function dress(random: Random, identity: Identity, key: string): Customer {
  const { firstName, surname, woman, language } = identity;
  const name = `${firstName} ${surname}`;
  const mail = `${plain(firstName)}.${plain(surname)}@${random.pick(['post', 'brievenbus', 'thuis', 'mail'])}.example`;
  const title = language === 'nl' ? (woman ? 'mevrouw' : 'heer') : woman ? 'Ms' : 'Mr';
  const bare = {
    key,
    name,
    firstName,
    language,
    mail,
    address: `${title} ${capital(surname)}`,
    relation: random.weighted<readonly [Relation, number]>(
      [
        ['customer', 84],
        ['prospect', 10],
        ['partner', 3],
        ['influencer', 3],
      ],
      ([, weight]) => weight,
    )[0],
    style: styleOf(random),
    street: random.pick(streets),
    houseNumber: String(random.whole(1, 188)),
    town: random.pick(towns),
    number: String(random.whole(2_100_000, 6_980_000)),
    eagerness: 0.35 + random.next() ** 5 * 5,
  };
  return { ...bare, handles: drawHandles(random, bare, surname) };
}

function styleOf(random: Random): Style {
  const careless = random.chance(0.35);
  return {
    formal: !careless && random.chance(0.45),
    lower: careless && random.chance(0.7),
    slips: careless ? random.pick([0, 0.02, 0.05]) : random.pick([0, 0, 0, 0.01]),
    emoji: random.pick([0, 0, 0, 0.3, 0.6]),
    shorthand: careless && random.chance(0.6),
  };
}

function drawHandles(
  random: Random,
  customer: Pick<Customer, 'firstName' | 'name' | 'mail' | 'number'>,
  surname: string,
): Customer['handles'] {
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const channels = new Set<Channel>();
  while (channels.size < count) channels.add(random.weighted(channelShares, ([, share]) => share)[0]);
  const first = plain(customer.firstName);
  const last = plain(surname);
  const tail = random.chance(0.5) ? String(random.whole(1, 99)) : '';
  const nickname = random.pick([
    `${first}${last}`,
    `${first}_${last}`,
    `${last}${first.charAt(0)}`,
    `${random.pick(nicknames)}`,
  ]);
  const made: Record<Channel, () => string> = {
    x: () => `@${nickname.slice(0, 13)}${tail}`,
    mastodon: () => `@${first}${tail}@${random.pick(['praatpaal', 'tuinhek', 'sloot'])}.example`,
    facebook: () => customer.name,
    mail: () => customer.mail,
    forum: () => `${random.pick([first, random.pick(nicknames)])}${random.whole(2, 99)}`,
    chat: () => `chat-${customer.number}`,
  };
  return [...channels].map((channel) => ({ channel, handle: made[channel]() }));
}

const calm: Style = { formal: false, lower: false, slips: 0, emoji: 0.3, shorthand: false };

function namedCustomers(random: Random): Customer[] {
  const make = (key: string, identity: Identity, over: Partial<Customer>): Customer => ({
    ...dress(random, identity, key),
    style: calm,
    relation: 'customer',
    eagerness: 0,
    ...over,
  });
  const handles = (list: Partial<Record<Channel, string>>): Customer['handles'] =>
    (Object.entries(list) as [Channel, string][]).map(([channel, handle]) => ({ channel, handle }));
  const dutch = (firstName: string, surname: string, woman: boolean): Identity => ({
    firstName,
    surname,
    woman,
    language: 'nl',
  });
  return [
    make('fatima', dutch('Fatima', 'el Amrani', true), {
      mail: 'f.elamrani@post.example',
      eagerness: 3,
      handles: handles({ x: '@fatima_elamrani', mail: 'f.elamrani@post.example' }),
    }),
    make('henk', dutch('Henk', 'Veenstra', false), {
      eagerness: 4,
      handles: handles({ forum: 'henk_van_de_dijk', mail: 'henk.veenstra@thuis.example' }),
    }),
    make('gerda', dutch('Gerda', 'Wolthuis', true), {
      handles: handles({ mail: 'gerda.wolthuis@brievenbus.example' }),
    }),
    make('sjaak', dutch('Sjaak', 'van Rossem', false), { handles: handles({ x: '@sjaakvanrossem' }) }),
    make('bo', dutch('Bo', 'Hendrikse', true), { handles: handles({ x: '@bo_hendrikse' }) }),
    make('leen', dutch('Leen', 'Kortekaas', false), {
      style: { ...calm, formal: true },
      handles: handles({ chat: 'chat-4471205', mail: 'l.kortekaas@post.example' }),
    }),
    make('nel', dutch('Nel', 'Bruinsma', true), {
      handles: handles({ mastodon: '@nel@tuinhek.example', forum: 'nelvandevolkstuin' }),
    }),
    make('oscar', dutch('Oscar', 'Timmerije', false), {
      style: { ...calm, formal: true, emoji: 0 },
      handles: handles({ mail: 'o.timmerije@mail.example' }),
    }),
    make('mirelle', dutch('Mirelle', 'Dokter', true), { handles: handles({ forum: 'mirelle_zolder' }) }),
    make('truus', dutch('Truus', 'Velthuizen', true), { handles: handles({ facebook: 'Truus Velthuizen' }) }),
    make(
      'aileen',
      { firstName: 'Aileen', surname: 'Doherty', woman: true, language: 'en' },
      { handles: handles({ x: '@aileen_in_nl', mail: 'aileen.doherty@mail.example' }), eagerness: 3 },
    ),
    make('zonneplan', dutch('Dakwerk', 'Jansma', false), {
      name: 'Dakwerk Jansma',
      relation: 'partner',
      eagerness: 2,
      handles: handles({ mail: 'planning@dakwerkjansma.example' }),
    }),
    make('energieke', dutch('Energieke', 'Eva', true), {
      name: 'Energieke Eva',
      relation: 'influencer',
      eagerness: 3,
      handles: handles({ x: '@energieke_eva', facebook: 'Energieke Eva' }),
    }),
    ...strangers.map(([key, name, language]) =>
      make(
        key,
        { firstName: name, surname: 'Online', woman: false, language },
        {
          name,
          stranger: true,
          eagerness: 1,
          relation: 'prospect',
          handles: handles({ x: `@${plain(name)}`, facebook: name, mail: `info@${plain(name)}.example` }),
        },
      ),
    ),
  ];
}

const strangers: readonly (readonly [key: string, name: string, language: Language])[] = [
  ['topscan', 'Topscan Online', 'nl'],
  ['prijsweg', 'Prijsweg Acties', 'nl'],
  ['fastgrow', 'Fast Grow Partners', 'en'],
  ['voucherdesk', 'Voucher Desk', 'en'],
];

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
