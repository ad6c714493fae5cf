import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveRole } from '../../src/organisation/staff/granting.ts';
import { actAs, transact } from '../../src/platform/context.ts';
import { decide } from '../../src/privacy/deciding.ts';
import { unzip } from '../../src/privacy/fixtures/unzip.ts';
import { say } from '../../src/web/inbox/fixtures/saying.ts';
import { emptyDatabase } from '../database.ts';
import { type TestMailServer, testMailServer } from '../mail-server.ts';
import { complaintsOf, findChromium, launch } from './chromium.ts';
import { readable, tokenIn } from './reading-mail.ts';
import { password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();
const wait = { timeout: 180_000 };
/** Hundreds of mails leave meanwhile, on a machine that has more to do. */
const long = { timeout: 600_000 };
const crowd = 320;
const root = path.resolve(import.meta.dirname, '../..');

/** Three hundred customers, Fatima, and four rows that cannot be right. */
const customers = [
  'klantnummer;naam;e-mailadres;woonplaats',
  ...Array.from({ length: crowd }, (_, n) => `K${n};Klant ${n};klant${n}@klant.example;Lelystad`),
  'F1;Fatima Amrani;fatima@klant.example;Lelystad',
  'X1;Zonder adres;dit is geen adres;Urk',
  ';Zonder nummer;niemand@klant.example;Urk',
  'F1;Nog een Fatima;ander@klant.example;Urk',
  `X2;${'x'.repeat(400)};lang@klant.example;Urk`,
];
const orders = [
  'bestelnummer;klantnummer;datum;totaal;omschrijving',
  ...Array.from({ length: crowd }, (_, n) => `B${n};K${n};2026-11-02;84,50;slimme meter`),
  'BF;F1;2026-11-03;1299,00;zonnepaneel spreeuw',
  'BX;F1;gisteren;12,00;kabel',
];

/** The whole way of a customer's data on a running Polder, as colleague and as customer, in a browser. */
describe.skipIf(!executable)('the customer is boss of their own data', () => {
  let mail: TestMailServer;
  let polder: ServedPolder;
  let browser: Browser;
  let desk: Page;
  let mine: Page;
  let folder: string;
  let sheet: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    mail = await testMailServer();
    [polder, browser] = await Promise.all([servePolder({ mail }), launch(executable ?? '')]);
    folder = mkdtempSync(path.join(tmpdir(), 'polder-own-data-'));
    desk = await (await browser.newContext({ locale: 'nl-NL', acceptDownloads: true })).newPage();
    const home = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'nl-NL',
      acceptDownloads: true,
    });
    mine = await home.newPage();
    for (const page of [desk, mine]) {
      page.setDefaultTimeout(wait.timeout);
      complaints.push(...complaintsOf(page));
    }
    await say(polder.database.context, [{ author: 'faat', text: 'Waar blijft mijn bestelling BF?' }]);
    const { els, ravi } = polder.people;
    const { context } = polder.database;
    await giveRole(actAs(context, ravi.context.actor), els.employee.publicId, {
      role: 'community_manager',
      department: null,
    });
    await signIn(desk, 'ravi');
  });
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
    await mail?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (page: Page, where: string) =>
    page.goto(where.startsWith('http') ? where : polder.address + where);
  /** Of somebody with whom nothing is going on the reason is asked first, once a day. */
  const openSheet = async (where: string) => {
    await open(desk, where);
    if (!new URL(desk.url()).pathname.endsWith('/look')) return;
    await desk.getByLabel('Reden').selectOption('order');
    await press(desk, 'Ga verder');
    await desk.waitForURL((url) => !url.pathname.endsWith('/look'), wait);
  };
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const mailsTo = (address: string, about: string) =>
    mail.taken.filter(({ to, raw }) => to[0] === address && readable(raw).includes(about));
  const offers = () => mail.taken.filter(({ raw }) => raw.includes('Subject: Zon op uw dak'));
  const offersTo = (address: string) => offers().filter(({ to }) => to[0] === address).length;

  async function signIn(page: Page, name: string, address = polder.address): Promise<void> {
    await page.goto(`${address}/sign-in?returnTo=/customers`);
    await page.getByLabel('E-mailadres').fill(`${name}@waterkracht.example`);
    await page.getByLabel('Wachtwoord').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Klanten', level: 1 }).waitFor(wait);
  }

  async function until(page: Page, text: string): Promise<void> {
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByText(text, { exact: true }).count();
      }, wait)
      .toBeGreaterThan(0);
  }

  async function bring(name: string, lines: readonly string[]): Promise<void> {
    await open(desk, '/customers/files');
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
    await desk.getByLabel('Bestand', { exact: true }).setInputFiles(file);
    await press(desk, 'Kies kolommen');
    await press(desk, 'Probeer het, zonder te bewaren');
    await until(desk, 'geprobeerd');
    await press(desk, 'Bewaar dit');
    await until(desk, 'klaar');
  }

  const personCalled = async (name: string) => {
    const found = await transact(polder.database.context, 'service', (ctx) =>
      sql<{ id: string }>`select public_id as id from person where name = ${name}
        or id = (select person_id from identity where external_id = ${name})`.execute(ctx.database),
    );
    return found.rows[0]?.id ?? '';
  };

  it('brings customers and orders, and gives back the rows that cannot be right', long, async () => {
    await bring('klanten.csv', customers);
    const coming = desk.waitForEvent('download', wait);
    await desk.getByRole('link', { name: 'Alle geweigerde rijen als CSV' }).click();
    const rejected = readFileSync(await (await coming).path(), 'utf8');
    expect(rejected.split('\r\n').filter(Boolean).length).toBe(5);
    for (const line of [crowd + 3, crowd + 4, crowd + 5, crowd + 6]) expect(rejected).toContain(`${line}`);
    await bring('bestellingen.csv', orders);
    sheet = `/customers/${await personCalled('Fatima Amrani')}`;
    await openSheet(sheet);
    await desk.getByText('zonnepaneel spreeuw').first().waitFor(wait);
  });

  it('merges two who are one, and takes it back as it was', long, async () => {
    const other = await personCalled('faat');
    await openSheet(sheet);
    const merge = async () => {
      await desk.getByText('Samenvoegen met iemand anders').click();
      await desk.getByLabel('Nummer of adres van het blad').fill(other);
      await desk.getByRole('button', { name: 'Samenvoegen', exact: true }).last().click();
      await desk.getByText('Waar blijft mijn bestelling BF?').first().waitFor(wait);
    };
    await merge();
    await press(desk, 'Toch twee personen');
    await desk.getByRole('button', { name: 'Toch twee personen' }).waitFor({ ...wait, state: 'detached' });
    await openSheet(sheet);
    await expect.poll(() => desk.getByText('Waar blijft mijn bestelling BF?').count(), wait).toBe(0);
    await openSheet(`/customers/${other}`);
    await desk.getByText('Waar blijft mijn bestelling BF?').first().waitFor(wait);
    expect(await desk.getByText('zonnepaneel spreeuw').count()).toBe(0);
    await openSheet(sheet);
    await merge();
  });

  it('lets her in by a link, where she allows offers', long, async () => {
    // That the addresses are theirs, and that the others allow offers, they said before.
    await transact(polder.database.context, 'service', async (ctx) => {
      await sql`update identity set proof = 'verified' where network = 'mail'`.execute(ctx.database);
      const found = await sql<{ id: string }>`select id from person where name like 'Klant %'`.execute(
        ctx.database,
      );
      for (const { id } of found.rows) {
        const self = actAs(ctx, { kind: 'person', personId: id, strength: 3 });
        await decide(self, id, { purpose: 'offers', act: 'give', strength: 3 });
      }
    });
    await open(mine, '/mine/sign-in');
    await mine.getByLabel('Uw e-mailadres of accountnaam').fill('fatima@klant.example');
    await press(mine, 'Stuur mij een link');
    await expect.poll(() => mailsTo('fatima@klant.example', '/mine/enter').length, wait).toBe(1);
    const letter = readable(mailsTo('fatima@klant.example', '/mine/enter')[0]?.raw ?? '');
    await open(mine, `/mine/enter?token=${tokenIn(letter)}`);
    await press(mine, 'Open mijn gegevens');
    await mine.getByRole('link', { name: 'Wat mag', exact: true }).click();
    await press(mine, /^Geef toestemming: .*[Aa]anbiedingen/);
    await mine.getByRole('button', { name: /^Trek toestemming in: .*[Aa]anbiedingen/ }).waitFor(wait);
  });

  it('sends nothing to her from the moment she withdrew, while a target group is sent to', long, async () => {
    await open(desk, '/segments/new');
    await desk.getByLabel('Naam').fill('Kochten onlangs');
    await desk.getByLabel('Waarvoor').selectOption('offers');
    await desk.getByLabel('Nog een voorwaarde').selectOption('ordered');
    await press(desk, 'Voeg toe');
    await desk.getByLabel('In de laatste dagen').fill('60');
    await press(desk, 'Bewaar');
    await desk
      .getByText(`${crowd + 1} personen`)
      .first()
      .waitFor(wait);
    await open(desk, '/mailings/new');
    await desk.getByLabel('Naam voor collega’s').fill('Zonnepanelen');
    await desk.getByLabel('Aan wie').selectOption({ label: 'Kochten onlangs' });
    await desk.getByLabel('Onderwerp').first().fill('Zon op uw dak');
    await desk.getByLabel('Tekst').first().fill('Wij rekenen het graag voor u uit.');
    await press(desk, 'Bewaar');
    await press(desk, 'Stuur een proef naar mijzelf');
    await desk.getByText('De proef is verstuurd', { exact: false }).waitFor(wait);
    const other = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    await signIn(other, 'els');
    await open(other, new URL(desk.url()).pathname);
    await press(other, 'Keur goed');
    await other.getByText('Goedgekeurd.', { exact: false }).waitFor(wait);
    mail.fault = { at: 'data', slow: 60 };
    await press(other, 'Verstuur');
    await expect.poll(() => offers().length, wait).toBeGreaterThan(20);
    await press(mine, /^Trek toestemming in: .*[Aa]anbiedingen/);
    await mine.getByRole('button', { name: /^Geef toestemming: .*[Aa]anbiedingen/ }).waitFor(wait);
    const confirmed = { all: offers().length, hers: offersTo('fatima@klant.example') };
    expect(confirmed.all).toBeLessThan(crowd);
    mail.fault = null;
    await until(other, 'klaar');
    expect(offersTo('fatima@klant.example')).toBe(confirmed.hers);
    expect(new Set(offers().map(({ to }) => to[0])).size).toBe(crowd + confirmed.hers);
  });

  it('reads what was done with her data, and takes a copy of it', long, async () => {
    await mine.getByRole('link', { name: 'Wat wij deden', exact: true }).click();
    await mine.getByText('Een collega bekeek wat wij van u bewaren.').first().waitFor(wait);
    await mine.getByText('Reden: uw bestelling, factuur of levering.').first().waitFor(wait);
    await mine.getByRole('link', { name: 'Mijn rechten' }).click();
    await mine.getByLabel('Plaats').fill('Dronten');
    await press(mine, 'Bewaar');
    await expect.poll(() => mine.getByLabel('Plaats').inputValue(), wait).toBe('Dronten');
    await press(mine, 'Maak een kopie');
    await until(mine, 'Haal de kopie op');
    const coming = mine.waitForEvent('download', wait);
    await press(mine, 'Haal de kopie op');
    const entries = unzip(await (await coming).path());
    const all = [...entries.values()].join('\n');
    for (const word of [
      'zonnepaneel spreeuw',
      'Waar blijft mijn bestelling BF?',
      'fatima@klant.example',
      'Dronten',
    ])
      expect(all).toContain(word);
    expect(all).not.toContain('klant7@klant.example');
  });

  it(
    'is erased, told so with what went, and still gone in a backup from before, put back',
    long,
    async () => {
      const env = (urls: { appUrl: string; ownerUrl: string }) => ({
        ...process.env,
        ...{ DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl },
      });
      const { dataFolder } = polder.database.context;
      const file = path.join(folder, 'before.polder');
      await command(['backup', file, '--data', dataFolder ?? ''], env(polder.database));

      await mine.getByRole('link', { name: 'Mijn rechten' }).click();
      await press(mine, 'Ik wil gewist worden');
      await until(mine, 'Bekijk wat er weggaat');
      await mine.getByLabel('Bedenktijd in dagen').fill('0');
      await press(mine, 'Ja, wis alles');
      await expect.poll(() => mailsTo('fatima@klant.example', 'vingerafdruk').length, wait).toBe(1);
      const letter = readable(mailsTo('fatima@klant.example', 'vingerafdruk')[0]?.raw ?? '');
      expect(letter).toMatch(/- Berichten: \d/);
      await expectGone(desk, polder.address);

      const other = await emptyDatabase();
      try {
        const data = path.join(folder, 'restored');
        const journal = path.join(dataFolder ?? '', 'journal');
        const restored = await command(['restore', file, '--journal', journal, '--data', data], env(other));
        expect(restored).toContain('rows');
        const { child, address } = await startOn(data, env(other));
        try {
          const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
          page.setDefaultTimeout(wait.timeout);
          await signIn(page, 'ravi', address);
          await expectGone(page, address);
          await page.goto(`${address}/customers?search=Klant+7`);
          await page.getByRole('link', { name: 'Klant 7', exact: true }).waitFor(wait);
        } finally {
          child.kill('SIGTERM');
          await once(child, 'exit');
        }
      } finally {
        await other.close();
      }
    },
  );

  async function expectGone(page: Page, address: string): Promise<void> {
    const gone = await page.goto(address + sheet);
    expect(gone?.status()).toBe(404);
    for (const word of ['Fatima', 'faat']) {
      await page.goto(`${address}/customers?search=${word}`);
      await page.getByRole('heading', { name: 'Klanten', level: 1 }).waitFor(wait);
      expect(await page.getByText('Fatima Amrani').count()).toBe(0);
      expect(await page.getByText('@faat').count()).toBe(0);
    }
  }

  it('gave no browser anything to complain about', () => {
    expect(complaints).toEqual([]);
  });
});

async function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [path.join(root, 'src/cli.ts'), ...args], { env });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'exit');
  expect(code, said).toBe(0);
  return said;
}

/** A Polder of its own over that database, as `bin/polder start` runs it. */
async function startOn(
  data: string,
  env: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [path.join(root, 'src/cli.ts'), 'start', '--data', data], {
    env: { ...env, PORT: '0' },
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /Polder is ready: (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return { child, address };
}
