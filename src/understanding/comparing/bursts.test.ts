import { describe, expect, test } from 'vitest';
import { judgeBursts } from '../../../bench/burst-judging.ts';
import { speak, tinyStream } from '../../../bench/burst-stream.ts';
import { type Burst, type Bursts, type HeardMessage, openBursts, restoreBursts } from './bursts.ts';

const hour = 3_600_000;
const ordinary = [
  'factuur klopt',
  'bedankt hoor',
  'meterstand doorgeven',
  'verhuizing regelen',
  'contract vraag',
];

function message(at: number, said: string, change: Partial<HeardMessage> = {}): HeardMessage {
  const id = change.id ?? String(Math.round(at));
  return { at, id, authorHash: Number(id), language: 'nl', scope: 'waterkracht', said, ...change };
}

/** Hours of ordinary messages, closed one by one. */
function speakOrdinary(bursts: Bursts, from: number, to: number): Burst[] {
  const told: Burst[] = [];
  for (let at = from; at < to; at++) {
    told.push(...bursts.close(at * hour));
    for (let index = 0; index < 30; index++)
      bursts.hear(message(at * hour + index, ordinary[index % ordinary.length] ?? ''));
  }
  told.push(...bursts.close(to * hour));
  return told;
}

/** So many messages about a fault in one hour. */
function speakStorm(bursts: Bursts, at: number, { messages = 12, authors = 12 } = {}): Burst[] {
  for (let index = 0; index < messages; index++) {
    const authorHash = 1000 + (index % authors);
    bursts.hear(message(at * hour + index, 'stroomstoring in Lelystad', { authorHash }));
  }
  return bursts.close((at + 1) * hour);
}

function settled(): Bursts {
  const bursts = openBursts({ from: 0 });
  speakOrdinary(bursts, 0, 30);
  return bursts;
}

describe('a stream that was silent', () => {
  const returning = (silentHours: number, scope: string) => {
    const bursts = openBursts({ from: 0 });
    const told: Burst[] = [];
    for (let at = 0; at < 300; at++) {
      const isSilent = at >= 30 && at < 30 + silentHours;
      for (let index = 0; index < 30; index++) {
        const said = ordinary[index % ordinary.length] ?? '';
        bursts.hear(message(at * hour + index, said));
        if (!isSilent && index < 12) bursts.hear(message(at * hour + index, `${said} ook`, { scope }));
      }
      told.push(...bursts.close((at + 1) * hour));
    }
    return told;
  };

  test('for two days or for ten, is learned anew when it returns, and tells nothing of its ordinary talk', () => {
    for (const hours of [1, 24, 50, 120, 200])
      expect([hours, returning(hours, 'elders')]).toEqual([hours, []]);
  });

  test('is judged again a day after it returned', () => {
    const bursts = openBursts({ from: 0 });
    speakOrdinary(bursts, 0, 30);
    expect(bursts.close(200 * hour)).toEqual([]);
    expect(speakOrdinary(bursts, 200, 226)).toEqual([]);
    expect(speakStorm(bursts, 226).map(({ terms }) => terms[0])).toEqual([
      expect.stringMatching(/stroomstoring|lelystad/i),
    ]);
  });

  test('tells nothing in its first day back, also when it was saved meanwhile', () => {
    const bursts = openBursts({ from: 0 });
    speakOrdinary(bursts, 0, 30);
    bursts.close(200 * hour);
    const again = restoreBursts(bursts.state());
    if (typeof again === 'string') throw new Error(again);
    expect(speakOrdinary(again, 200, 201)).toEqual([]);
    expect(speakStorm(again, 201)).toEqual([]);
  });
});

describe('a sudden subject', () => {
  test('is told when its hour closes, as one topic, with examples', () => {
    const [burst, ...others] = speakStorm(settled(), 30);
    expect(others).toEqual([]);
    expect(burst).toMatchObject({
      scope: 'waterkracht',
      language: 'nl',
      from: 30 * hour,
      to: 31 * hour,
      messages: 12,
    });
    expect(burst?.terms.toSorted()).toEqual(['lelystad', 'stroomstoring']);
    expect(burst?.examples).toHaveLength(5);
    expect(burst?.examples.every((id) => Number(id) >= 30 * hour)).toBe(true);
  });

  test('is not told while a stream is younger than 24 buckets', () => {
    const bursts = openBursts({ from: 0 });
    speakOrdinary(bursts, 0, 20);
    expect(speakStorm(bursts, 20)).toEqual([]);
  });

  test('is not told for fewer than six messages or fewer than five people', () => {
    expect(speakStorm(settled(), 30, { messages: 5 })).toEqual([]);
    expect(speakStorm(settled(), 30, { messages: 40, authors: 3 })).toEqual([]);
    expect(speakStorm(settled(), 30, { messages: 40, authors: 1 })).toEqual([]);
  });

  test('counts once in a message that repeats it', () => {
    const bursts = settled();
    for (let index = 0; index < 5; index++)
      bursts.hear(message(30 * hour + index, 'brand brand brand brand', { authorHash: index }));
    expect(bursts.close(31 * hour)).toEqual([]);
  });

  test('is told once while it lasts, and again when it comes back after days', () => {
    const bursts = settled();
    expect(speakStorm(bursts, 30)).toHaveLength(1);
    for (let at = 31; at < 50; at++) expect(speakStorm(bursts, at)).toEqual([]);
    expect(speakOrdinary(bursts, 50, 300)).toEqual([]);
    expect(speakStorm(bursts, 300)).toHaveLength(1);
  });

  test('of every hour of the day, once known, is not told again', () => {
    const bursts = settled();
    const told = Array.from({ length: 6 }, (_, day) => {
      const storm = speakStorm(bursts, 30 + day * 24);
      return storm.length + speakOrdinary(bursts, 31 + day * 24, 54 + day * 24).length;
    });
    expect(told).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test('in one scope or language is no subject of another', () => {
    const bursts = settled();
    for (let index = 0; index < 12; index++)
      bursts.hear(message(30 * hour + index, 'stroomstoring', { scope: index % 2 ? 'a' : 'b' }));
    expect(bursts.close(31 * hour)).toEqual([]);
  });
});

describe('time', () => {
  test('is moved by closing only; a message of the hour before or after counts in the open hour', () => {
    const bursts = settled();
    const heard = [29.5, 30.5, 31.5].flatMap((at) =>
      Array.from({ length: 4 }, (_, index) => bursts.hear(message(at * hour + index, 'stroomstoring'))),
    );
    expect(new Set(heard)).toEqual(new Set(['counted']));
    expect(bursts.close(31 * hour)).toMatchObject([{ messages: 12 }]);
  });

  test('a late message joins what was heard before, a very late or early one is left out', () => {
    const bursts = settled();
    expect(bursts.hear(message(20 * hour, 'stroomstoring'))).toBe('late');
    expect(bursts.hear(message(33 * hour, 'stroomstoring'))).toBe('ignored');
    expect(bursts.hear(message(-200 * hour, 'stroomstoring'))).toBe('ignored');
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(bursts.hear(message(at, 'stroomstoring', { id: '1' }))).toBe('ignored');
      expect(bursts.close(at)).toEqual([]);
    }
  });

  test('what came late is not news: it was said before', () => {
    const bursts = settled();
    for (let index = 0; index < 200; index++)
      bursts.hear(message(25 * hour + index, 'stroomstoring in Lelystad'));
    expect(speakStorm(bursts, 30)).toEqual([]);
  });

  test('closing the past does nothing, closing after a gap closes once', () => {
    const bursts = settled();
    expect(bursts.close(3 * hour)).toEqual([]);
    speakOrdinary(bursts, 30, 31);
    expect(speakStorm(bursts, 70)).toHaveLength(0);
    expect(speakStorm(bursts, 71)).toHaveLength(1);
  });
});

describe('memory', () => {
  test('stays below 16 MB for one stream, however many words are heard', () => {
    const bursts = openBursts({ from: 0 });
    for (let index = 0; index < 25_000; index++) {
      const said = Array.from({ length: 6 }, (_, part) => `zq${(index * 6 + part).toString(36)}x`).join(' ');
      bursts.hear(message(index, `${said} storing in Lelystad`, { id: `m${index}`, authorHash: index }));
    }
    bursts.close(hour);
    expect(bursts.bytes()).toBeLessThan(16 * 2 ** 20);
  });

  test('is small for a small stream, and the one heard longest ago is forgotten first', () => {
    const bursts = openBursts({ from: 0, mostBytes: 2 * 2 ** 20 });
    for (let index = 0; index < 100; index++)
      bursts.hear(message(index, 'storing', { scope: index % 2 ? `scope ${index}` : 'always' }));
    expect(bursts.bytes()).toBeLessThan(2 * 2 ** 20);
    const state = new TextDecoder().decode(bursts.state());
    expect(state).toContain('"always"');
    expect(state).toContain('"scope 99"');
    expect(state).not.toContain('"scope 1"');
  });

  test('holds no word of an hour that is closed', () => {
    const bursts = settled();
    speakStorm(bursts, 30);
    const units = new TextDecoder('utf-16le').decode(bursts.state().slice(0, -1));
    const odd = new TextDecoder('utf-16le').decode(bursts.state().slice(1));
    expect(`${units}${odd}`).not.toContain('lelystad');
  });
});

describe('a saved state', () => {
  test('goes on where it was, in the middle of an hour', () => {
    const bursts = settled();
    for (let index = 0; index < 6; index++) bursts.hear(message(30 * hour + index, 'stroomstoring'));
    const restored = restoreBursts(bursts.state());
    if (typeof restored === 'string') throw new Error(restored);
    const [one, other] = [bursts, restored].map((each) => speakStorm(each, 30, { messages: 6 }));
    expect(other).toEqual(one);
    expect(one).toMatchObject([{ messages: 12 }]);
  });

  test('that is foreign, newer, damaged or of other buckets is refused', () => {
    const state = settled().state();
    const changed = (at: number, value: number) => state.map((byte, index) => (index === at ? value : byte));
    expect(restoreBursts(new Uint8Array(0))).toBe('foreign');
    expect(restoreBursts(changed(0, 1))).toBe('foreign');
    expect(restoreBursts(changed(4, 9))).toBe('newer');
    expect(restoreBursts(changed(state.length - 5, 77))).toBe('damaged');
    expect(restoreBursts(changed(9, 77))).toBe('damaged');
    expect(restoreBursts(state.slice(0, 1000))).toBe('damaged');
    expect(restoreBursts(state, { bucket: hour / 4 })).toBe('unlike');
  });
});

test('a stream with planted subjects: all are told, floods and daily words are not', () => {
  const bursts = openBursts({ from: 0 });
  const told: Burst[] = [];
  const planted = speak(tinyStream, ({ at, author, id, text }) => {
    told.push(...bursts.close(at));
    bursts.hear({ at, authorHash: author, id, language: 'nl', scope: 'all', said: text });
  });
  told.push(...bursts.close(tinyStream.days * 24 * hour));
  const { found, falseAlarms, floods } = judgeBursts(told, planted);
  expect({ found, floods }).toEqual({ found: tinyStream.topics, floods: 0 });
  expect(falseAlarms / tinyStream.days).toBeLessThanOrEqual(1);
});
