import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople } from '../../../test/people.ts';
import { importFile } from '../../importing.ts';
import { rowsBehind } from '../../insights/evidence.ts';
import { momentOf, readJourney } from '../../journey/journey.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { lettersCsv } from './fixtures/letters.ts';
import { shownIn } from './fixtures/shown.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'polder-journey-'));
let database: TestDatabase;
let pages: TestPages;
let ravi: Visitor;
let ravisContext: Context;
let anneke: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  const people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
  ravisContext = people.ravi.context;
  anneke = await pages.visitor(people.anneke);
});
afterAll(async () => {
  await pages.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the journey page before anything was heard', () => {
  it('says what to do first, and already what is switched on', async () => {
    const shown = await shownIn(await anneke.get('/journey'));
    expect(shown).toContain('Er is nog niets om aan te meten');
    expect(shown).toMatch(/Meeluisteren basis, nog geen pilot sinds 24 november 2026/);
    expect(shown).toContain('zonder grens');
  });
});

describe('the journey page', () => {
  let shown: string;
  beforeAll(async () => {
    const file = path.join(folder, 'letters.csv');
    writeFileSync(file, lettersCsv(new Date('2026-11-23T08:00:00Z')));
    await importFile(database.context, file, { channel: 'x', account: '@waterkracht' });
    shown = await shownIn(await anneke.get('/journey?at=2026-11-22'));
  });

  it('answers first: what is proven, how sure that is, what comes next', () => {
    expect(shown).toMatch(/Gemeten tot en met 22 november 2026 ,/);
    expect(shown).toMatch(/Reisfase 2 is aangetoond zekerheid (hoog|middel|laag) voorlopig/);
    expect(shown).toMatch(
      /\d+ van de 10 punten van reisfase 3 zijn nog niet te beoordelen|Reisfase 3 is nog niet gehaald/,
    );
    expect(shown.indexOf('De volgende stap')).toBeLessThan(shown.indexOf('De cijfers'));
  });

  it('shows every figure with its n, its interval, its window and its thresholds', () => {
    const rate = shown.slice(shown.indexOf('Reactiepercentage RR'));
    expect(rate).toMatch(/^Reactiepercentage RR niet gehaald 80% van 70% tot 87% over 28 dagen/);
    expect(rate).toMatch(
      /Reisfase 3: minstens 60%, gehaald Reisfase 4: minstens 80%, niet gehaald, want nog te onzeker/,
    );
    expect(rate).toMatch(/op 75 waarnemingen/);
    expect(shown).toMatch(/Eerste reactietijd FRT gehaald 30 minuten .*?Op de klok gemeten: 30 minuten/);
  });

  it('says of what cannot be measured yet why not, instead of inventing it', () => {
    expect(shown).toContain('Nog niet te meten: er is nog geen training die nodig is om te antwoorden.');
    expect(shown).toContain('Nog niet te meten: er is nog geen community.');
    expect(shown).not.toMatch(/undefined|NaN|\[object/);
  });

  it('names the model with its author and its year, and how many times are not known', () => {
    expect(shown).toContain('Social Engagement Journey, Jackie Huba, Ant’s Eye View, 2010');
    expect(shown).toMatch(/Bij 0% van \d+ berichten die antwoord vragen/);
  });

  it('stands as it stood on another date: before the letters there is nothing proven', async () => {
    const before = await shownIn(await anneke.get('/journey?at=2026-10-01'));
    expect(before).toContain('Reisfase 1 is de stand van nu');
    expect(before).not.toMatch(/Reisfase \d is aangetoond/);
  });

  it.each(['zaterdag', '2026-02-30', '-200000-01-01', '9999-01-01'])('refuses %s as a date', async (day) => {
    expect((await anneke.get(`/journey?at=${day}`)).status).toBe(422);
  });
});

describe('the rows behind a figure', () => {
  const at = '?at=2026-11-22&days=28';

  it('are as many as the figure says, page by page', async () => {
    let where: string | undefined = `/journey/indicators/RR${at}`;
    const counted = { yes: 0, no: 0 };
    let n = 0;
    while (where) {
      const page = await ravi.get(where);
      const html = await page.clone().text();
      const shown = await shownIn(page);
      n ||= Number(/op (\d+) waarnemingen/.exec(shown)?.[1]);
      const rows = shown.slice(shown.indexOf('De rijen achter het cijfer'));
      counted.yes += rows.match(/ ja /g)?.length ?? 0;
      counted.no += rows.match(/ nee /g)?.length ?? 0;
      where = /href="([^"]*cursor=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(counted.yes + counted.no).toBe(n);
    expect(counted.yes / n).toBeGreaterThan(0.7);
  });

  it.each(['RR', 'SL60', 'READ', 'UNTIMED', 'TW', 'DEP', 'FRT', 'DA'])(
    'of %s are those that were counted: as many, and as many that count',
    async (code) => {
      const asOf = await momentOf(database.context, '2026-11-22');
      const { indicators } = await readJourney(database.context, asOf);
      const figure = indicators.find((one) => one.code === code);
      const rows = [];
      for (let after: string | undefined = '0'; after !== undefined; ) {
        const days = Number(figure?.window);
        const page = await rowsBehind(ravisContext, code, { asOf: asDate(asOf), days, after });
        rows.push(...page.rows);
        after = page.next;
      }
      expect(rows).toHaveLength(figure?.n ?? -1);
      if (figure?.k !== undefined) expect(rows.filter((row) => row.counts)).toHaveLength(figure.k);
    },
  );

  it('lead Ravi to the conversation, and show Anneke the row without person and text', async () => {
    const open = await (await ravi.get(`/journey/indicators/FRT${at}`)).text();
    expect(open).toMatch(/href="\/conversations\/cv_/);
    const closed = await anneke.get(`/journey/indicators/FRT${at}`);
    const html = await closed.clone().text();
    expect(html).not.toMatch(/\/conversations\/cv_|Fatima|rekening/);
    expect(await shownIn(closed)).toContain('Je mag dit gesprek niet zien');
  });

  it.each(['RR', 'SL60', 'FRT', 'READ', 'DEP', 'TW', 'DA', 'RESPONDING', 'POST_ONLY', 'UNTIMED'])(
    'are there for %s, with what it means',
    async (code) => {
      const page = await ravi.get(`/journey/indicators/${code}${at}`);
      expect(page.status).toBe(200);
      expect(await shownIn(page)).toContain('De rijen achter het cijfer');
    },
  );

  it('do not exist for a figure that does not exist', async () => {
    expect((await ravi.get('/journey/indicators/NOPE')).status).toBe(404);
  });
});
