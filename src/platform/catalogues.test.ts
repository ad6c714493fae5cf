import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/catalogue.ts';
import { nl } from '../../locales/nl/catalogue.ts';

/** Stands in for any argument: a number for plurals, a text for names. */
const anything = 2 as never;

type Said = readonly [path: string, text: string];

/** Every text of a catalogue with the path to it; functions are called, so their texts count too. */
function said(words: unknown, path = ''): Said[] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, String(words(anything, anything, anything))]];
  if (typeof words !== 'object' || words === null) throw new Error(`${path} is no text, function or group`);
  return Object.entries(words).flatMap(([key, value]) => said(value, path ? `${path}.${key}` : key));
}

/** The same in both languages for a reason: names, and words that Dutch took over. */
const same = new Set([
  'advice.names.CV1',
  'backoffice.fields.names.postcode',
  'backoffice.form.database',
  'backoffice.systems.tryton',
  'channels.answers.open',
  'channels.aside.bytes',
  'channelKinds.webhook.fields.style.choices.standard',
  'channelKinds.mail.fields.imapHost.label',
  'channelKinds.mail.fields.refreshToken.label',
  'channelKinds.instagram.fields.token.label',
  'channelKinds.whatsapp.fields.phoneNumberId.label',
  'channelKinds.whatsapp.fields.token.label',
  'channelKinds.x.fields.refreshToken.label',
  'channelKinds.linkedin.fields.token.label',
  'channelKinds.youtube.fields.refreshToken.label',
  'channelKinds.mail.fields.imapSecure.choices.no',
  'channelKinds.mail.fields.smtpHost.label',
  'channelKinds.mail.fields.smtpSecure.choices.no',
  'channels.list.name',
  'correcting.fields.postcode',
  'customers.relations.influencer',
  'customers.relations.partner',
  'customers.relations.prospect',
  'customers.timeline.state.open',
  'exchanging.fields.postcode',
  'exchanging.guide.types.postcode',
  'handling.filter.label',
  'handling.filter.open',
  'handling.filter.sentiment',
  'handling.labels.title',
  'handling.names.labels',
  'houseRules.document',
  'inbox.age.days',
  'inbox.age.minutes',
  'inbox.intents.compliment',
  'inbox.intents.spam',
  'inbox.kinds.contract',
  'inbox.kinds.postcode',
  'inbox.states.open',
  'inbox.title',
  'inbox.understood.head.sentiment',
  'inbox.understood.sentiment',
  'inbox.views.open',
  'journey.drawing.polder',
  'journey.stages.fully_engaged',
  'answers.approvals.why.pilot',
  'journey.switched.basis.pilot',
  'journeying.ambition.model',
  'journeying.ambition.models.roadmap',
  'journeying.areas.community',
  'journeying.areas.content',
  'journeying.criterion.between',
  'journeying.cs.content',
  'journeying.phases.social_business',
  'journeying.team.siteItems.chat',
  'journeying.team.siteItems.forum',
  'journeying.timeline.kinds.pilot',
  'keeping.networks.post',
  'keeping.promises.open',
  'keeping.quality.norm',
  'keeping.timeline.states.open',
  'mailings.list.title',
  'mailings.outbox.kinds.mailing',
  'mailings.title',
  'notifying.wishes.ways.app',
  'offer.changes.kinds.spelling',
  'offer.changes.was',
  'openingHours.after',
  'openingHours.open',
  'organisation.colleague.byOn',
  'organisation.invitation.page.submit',
  'organisation.nav.training',
  'organisation.system',
  'pilots.areas.content',
  'pilots.board.spread.count',
  'pilots.integration.columns.2',
  'pilots.title',
  'practice.begin',
  'privacy.exports.size',
  'privacy.places.mail',
  'privacy.states.open',
  'privacy.vias.mail',
  'routing.conditions.accounts',
  'routing.conditions.sentiments',
  'routing.why.system',
  'ruling.kinds.webhook',
  'webhooks.title',
  'webhooks.log.took',
  'ruling.conditions.fields.account',
  'ruling.conditions.fields.label',
  'ruling.conditions.fields.sentiment',
  'ruling.conditions.hours.open',
  'ruling.conditions.states.open',
  'searching.labelled',
  'segments.asks.is',
  'segments.values.influencer',
  'segments.values.partner',
  'segments.values.prospect',
  'shell.language.en',
  'shell.language.nl',
  'shell.nav.api',
  'shell.nav.inbox',
  'shell.nav.mailings',
  'shell.nav.pilots',
  'shell.nav.privacy',
  'shell.nav.training',
  'shell.product',
  'signals.alike.states.new',
  'signals.alike.states.open',
  'signals.words.relations.influencer',
  'signals.words.relations.partner',
  'signals.words.sentiment',
  'training.title',
  'understanding.heads.sentiment',
]);

function missing(shape: unknown, other: unknown): string[] {
  const there = new Set(said(other).map(([path]) => path));
  return said(shape)
    .map(([path]) => path)
    .filter((path) => !there.has(path));
}

const empty = (words: unknown) => said(words).filter(([, text]) => text.trim() === '');

function untranslated(shape: unknown, other: unknown, allowed: ReadonlySet<string>): string[] {
  const dutch = new Map(said(shape));
  return said(other)
    .filter(([path, text]) => dutch.get(path) === text && /\p{L}{2}/u.test(text) && !allowed.has(path))
    .map(([path]) => path);
}

describe('the words', () => {
  it('have the same keys in Dutch and English', () => {
    expect(missing(nl, en)).toEqual([]);
    expect(missing(en, nl)).toEqual([]);
  });

  it('are never empty', () => {
    expect(empty(nl)).toEqual([]);
    expect(empty(en)).toEqual([]);
  });

  it('differ between the languages, except names and borrowed words', () => {
    const isNetwork = (path: string) => /^channelKinds\.\w+\.name$/.test(path);
    expect(untranslated(nl, en, same).filter((path) => !isNetwork(path))).toEqual([]);
  });

  it('need every exception that stands here', () => {
    const dutch = new Map(said(nl));
    const english = new Map(said(en));
    expect([...same].filter((path) => dutch.get(path) !== english.get(path))).toEqual([]);
  });

  it('never leave a placeholder or a missing value in a text', () => {
    for (const [path, text] of [...said(nl), ...said(en)]) {
      expect(text, path).not.toMatch(/[{}#]|undefined|\[object|NaN/);
    }
  });
});

describe('the check of the words', () => {
  it('sees a key that is missing, empty or left in Dutch', () => {
    const dutch = { a: 'hallo', b: (n: number) => `${n} keer`, c: { d: 'dag' } };
    expect(missing(dutch, { a: 'hello', b: (n: number) => `${n} times`, c: {} })).toEqual(['c.d']);
    expect(empty({ a: ' ', b: () => '' })).toHaveLength(2);
    expect(untranslated(dutch, { ...dutch, a: 'hello' }, new Set())).toEqual(['b', 'c.d']);
  });
});
