import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountNamed } from '../src/listening/account.ts';
import { hear } from '../src/listening/hearing.ts';
import { recordAgreement } from '../src/organisation/works-council.ts';
import { transact } from '../src/platform/context.ts';
import { pageSurfaces } from './authorisation/page-surfaces.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages, type Visitor } from './pages.ts';
import { hirePeople, hirePerson, type People } from './people.ts';

/**
 * Figures of one colleague need an agreement with the works council (`organisation/works-council.ts`). Pages
 * that count per colleague ask `mayShowColleagues`; what is counted here would be seen on any other.
 */
const answered = { 'Els Bakker': 83, 'Joost Visser': 47 };

let polder: TestDatabase;
let pages: TestPages;
let people: People;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  const yara = await hirePerson(polder.context, {
    name: 'Yara Haddad',
    role: 'data_manager',
    departmentId: null,
  });
  pages = await testPages(polder);
  for (const person of [people.els, people.anneke, people.ravi, yara])
    visitors.set(person.employee.name, await pages.visitor(person));
  for (const [name, count] of Object.entries(answered)) await answer(name, count);
}, 60_000);
afterAll(async () => {
  await pages?.close();
  await polder?.close();
});

async function answer(name: string, count: number): Promise<void> {
  const { employee } = name === 'Els Bakker' ? people.els : people.joost;
  const quiet = { authorName: null, automatic: false };
  const utterances = Array.from({ length: count }, (_, n) => {
    const asked = `${employee.id}-${n}`;
    const at = (minutes: number) => new Date(Date.parse('2026-11-20T09:00:00Z') + (n * 7 + minutes) * 60_000);
    const where = { thread: asked, ...quiet };
    const of = { departmentId: people.departmentId, employeeId: employee.id };
    return [
      {
        externalId: `${asked}-q`,
        text: 'Klopt mijn rekening?',
        author: `klant${asked}`,
        sentAt: at(0),
        replyTo: null,
        direction: 'in' as const,
        departmentId: null,
        employeeId: null,
        ...where,
      },
      {
        externalId: `${asked}-a`,
        text: 'Wij kijken het na.',
        author: null,
        sentAt: at(3),
        replyTo: `${asked}-q`,
        direction: 'out' as const,
        ...of,
        ...where,
      },
    ];
  }).flat();
  await transact(polder.context, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
    await hear(ctx, { account, utterances });
  });
}

/** Those of whom a page gives both the name and the figure. */
function figuresIn(html: string): string[] {
  const text = html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]+>/g, ' ');
  return Object.entries(answered).flatMap(([name, figure]) =>
    text.includes(name) && new RegExp(`(?<![\\d.:-])${figure}(?![\\d:-])`).test(text) ? [name] : [],
  );
}

const open = Object.entries(pageSurfaces).flatMap(([route, { get }]) =>
  route.includes(':') || route === '*' || get === 'own' || get === undefined ? [] : [`/${route}`],
);
const more = ['SL60', 'RR', 'DA', 'RESPONDING', 'TW'].map((code) => `/journey/indicators/${code}`);

describe('figures of one colleague', () => {
  test.each(['without', 'with'])(
    'stand on no page, %s an agreement with the works council',
    async (how) => {
      if (how === 'with')
        await recordAgreement(people.ravi.context, {
          agreedOn: '2026-11-01',
          reference: 'Notulen OR 1 november',
        });
      let looked = 0;
      for (const [who, visitor] of visitors) {
        for (const where of [...open, ...more]) {
          const page = await visitor.get(where);
          if (page.status !== 200) continue;
          looked += 1;
          const html = await page.text();
          expect(figuresIn(html).length, `${where} for ${who}`).toBeLessThan(2);
        }
      }
      expect(looked).toBeGreaterThan(60);
    },
    400_000,
  );

  test('would be seen, in a table, in a list and in a sentence', () => {
    for (const page of [
      '<tr><th>Els Bakker</th><td>83</td></tr><tr><th>Joost Visser</th><td>47</td></tr>',
      '<li>Joost Visser: 47 antwoorden</li><li>Els Bakker: 83 antwoorden</li>',
      '<p>Els Bakker gaf 83 antwoorden, Joost Visser 47.</p>',
    ])
      expect(figuresIn(page)).toEqual(Object.keys(answered));
    expect(figuresIn('<p>Els Bakker en Joost Visser gaven 130 antwoorden om 11:47 en 10:83.</p>')).toEqual(
      [],
    );
  });

  test('are asked of the database by nobody but these, who give totals of them all', () => {
    expect(countingPerColleague()).toEqual(Object.keys(allowed));
  });

  test('would be seen when a statement counts per colleague', () => {
    for (const text of [
      'select employee_id, count(*) from message group by employee_id',
      'select count(*) from assignment a group by a.assignee_id order by 1',
      'select e.name, count(*) from message m join employee e on e.id = m.employee_id group by e.name',
      'select count(*) over (partition by m.employee_id) from message m',
    ])
      expect(countsPerColleague(text), text).toBe(true);
    expect(countsPerColleague('select department_id, count(*) from message group by department_id')).toBe(
      false,
    );
  });
});

/** Files of ours in which a statement counts per colleague, and why they may. */
const allowed: Readonly<Record<string, string>> = {
  'conversations/assigning.ts': 'puts the roles of each colleague together; counts nothing',
  'conversations/following/looking.ts': 'who looks at a conversation now; counts nothing',
  'conversations/joining/carrying.ts': 'puts the drafts of each colleague together; counts nothing',
  'conversations/notifying/pushing.ts': 'what somebody was not told yet; for themselves',
  'conversations/notifying/summarising.ts': 'what somebody was not told yet; for themselves',
  'customers/looking/reviewing.ts':
    'who looked at customers without a case, for the weekly review; by colleague only when the page asked for the agreement',
};

const colleague = String.raw`(?:\w+\.)?(?:employee_id|assignee_id|handler_id|held_by|made_by|author_id|who)\b|\be\.(?:name|id|public_id)\b`;
const counting = new RegExp(`(?:group by|partition by)[^;)]{0,80}?(?:${colleague})`, 'i');

function countsPerColleague(text: string): boolean {
  return counting.test(text.replaceAll(/\s+/g, ' '));
}

function countingPerColleague(): string[] {
  const root = path.resolve(import.meta.dirname, '../src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => countsPerColleague(readFileSync(path.join(root, file), 'utf8')))
    .sort();
}
