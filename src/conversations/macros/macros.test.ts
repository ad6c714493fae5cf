import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { setTerm } from '../../privacy/terms/terming.ts';
import { actsOn } from '../acting/act.ts';
import { findingsIn } from '../composing/check.ts';
import { send } from '../composing/sending.ts';
import { talk } from '../fixtures/talk.ts';
import { makeLabel, retireLabel } from '../labelling/labels.ts';
import { changeMacro, makeMacro, retireMacro } from './keeping.ts';
import { filled, placesIn } from './macro.ts';
import { insertMacro, listMacros } from './using.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

const actsOf = ({ conversationId }: { conversationId: string }) =>
  transact(polder.context, 'service', async (ctx) =>
    (await actsOn(ctx, conversationId)).map(({ kind }) => kind).toSorted(),
  );

const words = {
  nl: 'Dag {{klant}}, de monteur komt {{datum}}. Groet, {{voornaam}} van {{organisatie}}',
  en: 'Hello {{klant}}, the engineer comes {{datum}}.',
};

describe('a ready-made text', () => {
  test('is filled with what is known, and does not leave while a place is open', async () => {
    const asked = await talk(polder.context, 'Wanneer komt de monteur?');
    const macro = await makeMacro(people.els.context, {
      name: 'Monteur',
      scope: 'own',
      words,
      actions: { close: true },
    });
    const inserted = await insertMacro(people.els.context, asked.id, { macro });
    expect(inserted.text).toContain('Dag Fatima, de monteur komt {{datum}}. Groet, Els van ');
    expect(inserted.actions).toEqual({ close: true });
    await expect(send(people.els.context, asked.id, { text: inserted.text })).rejects.toMatchObject({
      code: 'invalid.text-open',
      details: { places: ['{{datum}}'] },
    });
    const english = await insertMacro(people.els.context, asked.id, { macro, locale: 'en' });
    expect(english.text).toContain('Hello Fatima');
    await transact(polder.context, 'legal', (ctx) =>
      setTerm(ctx, asked.personId, { key: 'nickname', value: 'mevrouw El Amrani', strength: 3 }),
    );
    const again = await insertMacro(people.els.context, asked.id, { macro });
    expect(again.text).toContain('Dag mevrouw El Amrani,');
  });

  test('does what comes along when it is used, as acts; what is gone meanwhile stops nothing', async () => {
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    const label = await makeLabel(people.ravi.context, 'Bezorging', null);
    const gone = await makeLabel(people.ravi.context, 'Weg', null);
    const along = { label, assignee: 'me' };
    const macro = await makeMacro(people.els.context, {
      name: 'Pakket',
      scope: 'own',
      words,
      actions: along,
    });
    await insertMacro(people.els.context, asked.id, { macro });
    expect(await actsOf(asked)).toEqual([]);
    const inserted = await insertMacro(people.els.context, asked.id, { macro, acting: true });
    expect(inserted).toMatchObject({ left: [], text: expect.stringContaining('Dag Fatima') });
    expect(await actsOf(asked)).toEqual(['assign', 'label']);
    const version = (await listMacros(people.els.context)).find(
      ({ publicId }) => publicId === macro,
    )?.version;
    await changeMacro(people.els.context, macro, {
      ...{ name: 'Pakket', scope: 'own', words, version: version ?? 0 },
      actions: { label: gone, queue: 'general' },
    });
    await retireLabel(people.ravi.context, gone);
    const again = await insertMacro(people.els.context, asked.id, { macro, acting: true });
    expect(again.left).toEqual(['label']);
    await expect(
      makeMacro(people.els.context, { name: 'Fout', scope: 'own', words, actions: { queue: 'nergens' } }),
    ).rejects.toMatchObject({ code: 'invalid.macro-actions', details: { gone: ['queue'] } });
  });

  test('of one colleague is not another’s; for everybody is made by who may approve', async () => {
    const own = await makeMacro(people.els.context, { name: 'Van Els', scope: 'own', words, actions: {} });
    const names = async (who: 'els' | 'joost') =>
      (await listMacros(people[who].context)).map(({ name }) => name);
    expect(await names('els')).toContain('Van Els');
    expect(await names('joost')).not.toContain('Van Els');
    const shared = { name: 'Voor iedereen', scope: 'all', words, actions: {} } as const;
    await expect(makeMacro(people.els.context, shared)).rejects.toMatchObject({ code: 'forbidden.action' });
    await makeMacro(people.ravi.context, shared);
    expect(await names('joost')).toContain('Voor iedereen');
    await expect(
      changeMacro(people.joost.context, own, { ...shared, scope: 'own', version: 1 }),
    ).rejects.toMatchObject({ code: 'not-found.macro' });
    const change = { name: 'Van Els', scope: 'own', words, actions: {} } as const;
    await changeMacro(people.els.context, own, { ...change, version: 1 });
    await expect(changeMacro(people.els.context, own, { ...change, version: 1 })).rejects.toMatchObject({
      code: 'conflict.version',
    });
    await retireMacro(people.els.context, own);
    expect(await names('els')).not.toContain('Van Els');
  });

  test('fills no place that is called like something of every object', () => {
    const filling = {
      klant: null,
      naam: 'Els Bakker',
      voornaam: 'Els',
      afdeling: null,
      organisatie: 'W',
      kanaal: 'x',
    };
    expect(filled('{{constructor}} {{ Voornaam }} {{klant}}', filling)).toBe('{{constructor}} Els {{klant}}');
    expect(placesIn('{{ datum }} en {{datum}}')).toEqual(['datum']);
  });
});

describe('what is looked at before an answer goes', () => {
  const base = {
    text: 'Dag Fatima, we kijken het na.',
    audience: 'public',
    theirs: 'nl',
    ours: 'nl',
    hosts: ['waterkracht.example'],
    said: 'Ik betaalde 80 euro',
    signature: null,
  } as const;
  test.each([
    ['nothing', base.text, []],
    ['data of somebody', 'Uw IBAN NL91ABNA0417164300 klopt', ['personal-in-public']],
    ['our own address is nobody’s data', 'Mail service@waterkracht.example', []],
    ['a promise', 'Ik beloof dat het goed komt', ['promise']],
    ['an amount that nobody named', 'Het kost 25 euro', ['amount']],
    ['an amount that the customer named', 'U betaalde 80 euro', []],
    ['shouting', 'DIT IS NIET WAAR', ['shouting']],
    ['a foreign site', 'Kijk op https://elders.example/x', ['link']],
    ['our own site', 'Kijk op https://www.waterkracht.example/x', []],
  ])('finds %s', (_, text, keys) => {
    expect(findingsIn({ ...base, text }).map(({ key }) => key)).toEqual(keys);
  });

  test('finds a missing signature and another language', () => {
    const signature = 'Groet, Els';
    expect(findingsIn({ ...base, signature }).map(({ key }) => key)).toEqual(['signature']);
    expect(findingsIn({ ...base, signature, text: `${base.text}\n\ngroet, ELS.` })).toEqual([]);
    expect(findingsIn({ ...base, theirs: 'en' }).map(({ key }) => key)).toEqual(['language']);
    expect(findingsIn({ ...base, audience: 'private', text: 'Uw IBAN NL91ABNA0417164300 klopt' })).toEqual(
      [],
    );
  });
});
