import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../platform/refusal.ts';
import { headingsOf, targets } from './headings.ts';
import { describeMapping, guessMapping, resolveMapping, widenMapping } from './mapping.ts';

const words = (list: string) => list.split(',');
const described = (headings: string, override?: string) =>
  describeMapping(resolveMapping(words(headings), override));

function refusalOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, ...error.details };
    throw error;
  }
  return undefined;
}

describe('columns are recognised from their headings', () => {
  test.each([
    ['id,sentiment,reason,airline,created,text', 'text=text,id=id,at=created,account=airline'],
    [
      'id,thread,company,inbound,author,created,reply_to,doc_id,text',
      'text=text,id=id,author=author,at=created,inbound=inbound,replyTo=reply_to,thread=thread,account=company',
    ],
    [
      'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id',
      'text=text,id=tweet_id,author=author_id,at=created_at,inbound=inbound,replyTo=in_response_to_tweet_id',
    ],
    ['row,text', 'text=text'],
    [
      'id,lang,channel,sector,organisation,text,intent',
      'text=text,id=id,account=organisation,channel=channel',
    ],
    [
      'thread,message,reply_to,author,author_kind,department,channel,account,sent_at,text',
      'text=text,id=message,author=author,handle=account,at=sent_at,inbound=author_kind,replyTo=reply_to,thread=thread,department=department,channel=channel',
    ],
    ['Datum;Tijd;Auteur;Bericht'.replaceAll(';', ','), 'text=Bericht,author=Auteur,at=Datum,time=Tijd'],
    ['Created At,Body,userId', 'text=Body,author=userId,at=Created At'],
    ['message', 'text=message'],
    ['account,inbound,text,author', 'text=text,author=author,inbound=inbound,account=account'],
    ['user_id,screen_name,full_text', 'text=full_text,author=user_id,name=screen_name'],
  ])('%s', (headings, expected) => {
    expect(described(headings)).toBe(expected);
  });
});

describe('a person may choose', () => {
  test('another column than the recognised one, in any case of letters', () => {
    expect(described('text,reply', 'TEXT=Reply')).toBe('text=reply');
  });

  test('a column that was recognised as something else, which it then no longer is', () => {
    expect(described('text,account', 'author=account')).toBe('text=text,author=account');
  });

  test('not to use a column', () => {
    expect(described('text,id', 'id=')).toBe('text=text');
  });

  test('a heading with commas in it', () => {
    const mapping = resolveMapping(['wat, en waarom', 'wie'], 'text=wat, en waarom,author=wie');
    expect(mapping).toEqual({ text: 'wat, en waarom', author: 'wie' });
  });
});

describe('what cannot be followed is refused with what there is', () => {
  test('an unknown target', () => {
    const refusal = refusalOf(() => resolveMapping(['text'], 'tekst=text'));
    expect(refusal).toEqual({ code: 'invalid.columns.unknown-target', target: 'tekst', known: targets });
  });

  test('a heading that the file does not have', () => {
    const refusal = refusalOf(() => resolveMapping(['text', 'wie'], 'author=klant'));
    const headings = ['text', 'wie'];
    expect(refusal).toEqual({ code: 'invalid.columns.missing-heading', heading: 'klant', headings });
  });

  test('something that is no pair', () => {
    expect(refusalOf(() => resolveMapping(['text'], 'text'))?.code).toBe('invalid.columns.malformed');
  });

  test('a file without a column for the text', () => {
    const refusal = refusalOf(() => resolveMapping(['foo', 'bar']));
    expect(refusal).toMatchObject({ code: 'invalid.columns.no-text', headings: ['foo', 'bar'] });
    expect(guessMapping(['foo', 'id'])).toEqual({ id: 'id' });
  });
});

test('a column that turns up later is added, and changes no meaning', () => {
  const first = resolveMapping(['message', 'author']);
  expect(widenMapping(first, ['message', 'author', 'text', 'reply_to'])).toEqual({
    text: 'message',
    author: 'author',
    replyTo: 'reply_to',
  });
});

/** What is printed can be given as `--columns` and means the same. */
function printsWhatItMeans(describe: typeof describeMapping): void {
  const names = Object.values(headingsOf)
    .flat()
    .filter((name) => name !== 'text');
  const known = [...new Set(names), 'Vrije tekst', 'a=b', 'wat, en waarom'];
  const headings = fc.shuffledSubarray(known).map((some) => ['text', ...some]);
  const property = fc.property(headings, (some) => {
    const mapping = resolveMapping(some);
    expect(resolveMapping(some, describe(mapping))).toEqual(mapping);
  });
  fc.assert(property, { numRuns: 200 });
}

describe('the printed mapping can be given back', () => {
  test('by the real one', () => printsWhatItMeans(describeMapping));

  test.each<[string, typeof describeMapping]>([
    [
      'prints heading=target',
      (mapping) =>
        Object.entries(mapping)
          .map(([t, h]) => `${h}=${t}`)
          .join(','),
    ],
    ['parts the pairs with ;', (mapping) => describeMapping(mapping).replaceAll(',', ';')],
    ['prints normalised targets', (mapping) => describeMapping(mapping).replaceAll('replyTo', 'reply_to')],
    ['swaps two values', (mapping) => describeMapping({ ...mapping, text: mapping.id ?? 'text' })],
  ])('not by one that %s', (_fault, mutant) => {
    expect(() => printsWhatItMeans(mutant)).toThrow();
  });
});
