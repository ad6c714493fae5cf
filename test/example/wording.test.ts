import { describe, expect, it } from 'vitest';
import { subjects } from './catalogue.ts';
import { population } from './customers.ts';
import { factsOf } from './facts.ts';
import { replyPhrasesFor } from './phrases/colleagues-say.ts';
import { phrasesFor } from './phrases/customers-say.ts';
import { randomFrom } from './random.ts';
import type { Language, Scene } from './scene.ts';
import { afterGreeting, expand } from './wording.ts';

const plain = { random: randomFrom(1), fact: (name: string) => `[${name}]`, formal: false };

function templatesOf(scene: Scene): string[] {
  const lists = [scene.says, scene.adds, scene.asks, scene.titles, scene.late, scene.good, scene.peers];
  const paired = [...(scene.cases ?? []), ...(scene.answers ?? []), ...(scene.more ?? [])];
  return [...lists.flatMap((list) => list ?? []), ...paired.flat()].filter((text) => text !== undefined);
}

describe('the small grammar', () => {
  it('chooses, also inside a choice', () => {
    const seen = new Set(Array.from({ length: 200 }, () => expand('{a|b{c|d}}', plain)));
    expect(seen).toEqual(new Set(['A', 'Bc', 'Bd']));
  });

  it('follows the register', () => {
    expect(expand('[kun je/kunt u] even kijken', plain)).toBe('Kun je even kijken');
    expect(expand('[kun je/kunt u] even kijken', { ...plain, formal: true })).toBe('Kunt u even kijken');
  });

  it('tidies what an empty choice leaves behind', () => {
    expect(expand('Dank{ | }.', plain)).toBe('Dank.');
    expect(expand('Geen stroom <straat>  , al lang.', { ...plain, fact: () => 'hier' })).toBe(
      'Geen stroom hier, al lang.',
    );
  });

  it('goes on in small letters after a comma, but not with a name, a code or the English I', () => {
    expect(afterGreeting('Hoi Bo,', 'Het staat erop.')).toBe('Hoi Bo, het staat erop.');
    expect(afterGreeting('Hoi Bo!', 'Het staat erop.')).toBe('Hoi Bo! Het staat erop.');
    expect(afterGreeting('Hoi Bo,', 'Noor van de storingsdienst hier.')).toBe(
      'Hoi Bo, Noor van de storingsdienst hier.',
    );
    expect(afterGreeting('Hi Bo,', 'I looked it up.')).toBe('Hi Bo, I looked it up.');
  });
});

describe('every wording', () => {
  const random = randomFrom(3);
  const [customer] = population(random, 14);
  const at = Temporal.ZonedDateTime.from('2026-11-03T16:40[Europe/Amsterdam]');

  function check(template: string, language: Language, own: Record<string, string> = {}): void {
    if (!customer) throw new Error('nobody there');
    const known = factsOf({ random, at, language, customer, matter: 'x', fixed: own });
    for (const formal of [false, true]) {
      const text = expand(template.replace(/^[~=]/, ''), { random, fact: known, formal });
      expect(text, template).not.toMatch(/[{}|<>[\]]/);
    }
  }

  it.each(subjects.map(({ key }) => key))('of %s can be said in both registers', (key) => {
    const subject = subjects.find((each) => each.key === key);
    for (const language of ['nl', 'en'] as const) {
      for (const scene of subject?.[language] ?? []) {
        for (const template of templatesOf(scene)) check(template, language);
      }
    }
  });

  it('around them can be said too', () => {
    const own = {
      collega: 'Els',
      goed: 'Goed.',
      peer: 'Henk',
      verstreken: 'Twee',
      afdeling: 'x',
      ik: 'Els',
      vorige: 'Joost',
    };
    for (const language of ['nl', 'en'] as const) {
      const texts =
        JSON.stringify([phrasesFor(language), replyPhrasesFor(language)]).match(
          /(?<=")(?:[^"\\]|\\.)*(?="[,\]}])/g,
        ) ?? [];
      for (const text of texts) check(text.replaceAll('\\"', '"'), language, own);
    }
  });

  it('has an answer in every scene, and scenes in both languages', () => {
    for (const subject of subjects) {
      for (const scene of [...subject.nl, ...subject.en]) {
        const complete = scene.cases
          ? scene.cases.length > 0
          : (scene.says?.length ?? 0) > 0 && (scene.answers?.length ?? 0) > 0;
        expect(complete, `${subject.key} ${scene.titles?.[0]}`).toBe(true);
      }
      expect(subject.en.length).toBeGreaterThan(0);
    }
  });
});
