import type { Locale } from '../../platform/context.ts';

const words = {
  nl: {
    title: 'Uw gegevens',
    lead: (organisation: string, day: string) =>
      `Dit is wat ${organisation} op ${day} van u bewaarde. De andere bestanden in deze map bevatten hetzelfde voor programma’s.`,
    who: 'Wie u bent',
    decisions: 'Wat u besloot',
    messages: 'Wat er gezegd is',
    uses: 'Wat wij ermee deden',
    other: 'In de andere bestanden',
    retention: 'Hoe lang wij het bewaren',
    you: 'u',
    rows: (n: number) => `${n} ${n === 1 ? 'rij' : 'rijen'}`,
    removed: 'Deze tekst is weggehaald.',
    days: (n: number) => `${n} dagen`,
  },
  en: {
    title: 'Your data',
    lead: (organisation: string, day: string) =>
      `This is what ${organisation} kept about you on ${day}. The other files in this folder hold the same for programs.`,
    who: 'Who you are',
    decisions: 'What you decided',
    messages: 'What was said',
    uses: 'What we did with it',
    other: 'In the other files',
    retention: 'How long we keep it',
    you: 'you',
    rows: (n: number) => `${n} ${n === 1 ? 'row' : 'rows'}`,
    removed: 'This text was removed.',
    days: (n: number) => `${n} days`,
  },
} as const;

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#10262b;background:#f7faf9}
h1,h2{line-height:1.2}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #d5dfdd;overflow-wrap:anywhere}
article{background:#fff;border:1px solid #d5dfdd;border-radius:6px;padding:.6rem .9rem;margin:.5rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
article.you{margin-left:2rem;background:#e8f3f1}small{color:#4a6167}
@media(prefers-color-scheme:dark){body{background:#0d1b1f;color:#e3efed}article{background:#13262b;border-color:#2b4248}article.you{background:#173339}td,th{border-color:#2b4248}small{color:#9db4b8}}`;

export interface ReadableParts {
  locale: Locale;
  organisation: string;
  day: string;
  person: readonly unknown[];
  identities: readonly unknown[];
  decisions: readonly unknown[];
  messages: AsyncIterable<unknown>;
  uses: AsyncIterable<unknown>;
  /** File name and number of rows of whatever else there is. */
  others: readonly { name: string; rows: number }[];
  retention: readonly { key: string; days: number }[];
}

/** The whole of it as one page that needs no network and no script, a piece at a time. */
export async function* readable(parts: ReadableParts): AsyncGenerator<string> {
  const said = words[parts.locale];
  yield `<!doctype html><html lang="${parts.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${said.title}</title><style>${style}</style></head><body>`;
  yield `<h1>${said.title}</h1><p>${escaped(said.lead(parts.organisation, parts.day))}</p>`;
  yield `<h2>${said.who}</h2>${tables([...parts.person, ...parts.identities])}`;
  yield `<h2>${said.decisions}</h2>${tables(parts.decisions)}`;
  yield `<h2>${said.retention}</h2><table>${parts.retention.map(({ key, days }) => line(key, said.days(days))).join('')}</table>`;
  yield `<h2>${said.other}</h2><table>${parts.others.map(({ name, rows }) => line(name, said.rows(rows))).join('')}</table>`;
  yield `<h2>${said.messages}</h2>`;
  for await (const row of parts.messages) yield message(row as Message, said);
  yield `<h2>${said.uses}</h2><table>`;
  for await (const row of parts.uses) yield lineOfUse(row as Record<string, unknown>);
  yield '</table></body></html>';
}

interface Message {
  by: string;
  sentAt: string;
  channel: string;
  text: string;
}

function message({ by, sentAt, channel, text }: Message, said: (typeof words)[Locale]): string {
  const mine = by === 'you';
  const head = `${mine ? said.you : by} · ${sentAt} · ${channel}`;
  return `<article${mine ? ' class="you"' : ''}><small>${escaped(head)}</small>\n${escaped(text || said.removed)}</article>\n`;
}

function lineOfUse({ at, activity, purpose, by }: Record<string, unknown>): string {
  return line(String(at), `${activity} (${purpose}, ${by})`);
}

function tables(rows: readonly unknown[]): string {
  return rows
    .map((row) => {
      const filled = Object.entries(row as Record<string, unknown>).filter(([, value]) => value !== null);
      return `<table>${filled.map(([key, value]) => line(key, said(value))).join('')}</table><br>`;
    })
    .join('');
}

function said(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function line(key: string, value: string): string {
  return `<tr><th scope="row">${escaped(key)}</th><td>${escaped(value)}</td></tr>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
