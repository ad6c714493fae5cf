import { at, textOf } from '../json.ts';
import { listOf } from '../meta/entry.ts';
import type { Graph } from '../meta/graph.ts';

/** A message that the network approved beforehand, and that may be sent at any time. */
export interface Template {
  readonly name: string;
  readonly language: string;
  /** Its words, with `{{1}}` or `{{name}}` where something is filled in. */
  readonly body: string;
}

/** The approved ones that are words alone: what has a picture or a button that wants filling in is no answer. */
export async function listTemplates(graph: Graph, accountId: string): Promise<Template[]> {
  const said = await graph.read(`/${accountId}/message_templates`, {
    ...{ fields: 'name,language,status,components', status: 'APPROVED', limit: 200 },
  });
  return listOf(at(said, 'data')).flatMap((one): Template[] => {
    const name = textOf(at(one, 'name'));
    const language = textOf(at(one, 'language'));
    const components = listOf(at(one, 'components'));
    const kindOf = (part: unknown) => textOf(at(part, 'type'))?.toUpperCase();
    const body = textOf(
      at(
        components.find((part) => kindOf(part) === 'BODY'),
        'text',
      ),
    );
    const others = components.filter((part) => kindOf(part) !== 'BODY');
    const asks = others.some(
      (part) =>
        JSON.stringify(part).includes('{{') || (kindOf(part) === 'HEADER' && at(part, 'format') !== 'TEXT'),
    );
    const approved = textOf(at(one, 'status'))?.toUpperCase() === 'APPROVED';
    return approved && name && language && body && !asks ? [{ name, language, body }] : [];
  });
}

export interface Filled {
  readonly template: Template;
  /** What was filled in, in order; `name` where the template names it. */
  readonly parameters: readonly {
    readonly type: 'text';
    readonly text: string;
    readonly parameter_name?: string;
  }[];
}

const place = /\{\{\s*(\w{1,60})\s*\}\}/g;
/** More places than this are not looked for: it would take too long. */
const mostPlaces = 10;

/** The template whose words an answer is, with what was filled in; undefined when it is the words of none. */
export function templateIn(templates: readonly Template[], text: string): Filled | undefined {
  const bare = text.replaceAll('\r\n', '\n').trim();
  for (const template of templates) {
    const names = [...template.body.matchAll(place)].map(([, name = '']) => name);
    if (names.length > mostPlaces) continue;
    const pieces = template.body.trim().split(/\{\{\s*\w{1,60}\s*\}\}/);
    const values = between(pieces, bare);
    if (!values) continue;
    const parameters = values.map((text, n) => {
      const name = names[n] ?? '';
      return { type: 'text', text, ...(/^\d+$/.test(name) ? {} : { parameter_name: name }) } as const;
    });
    return { template, parameters };
  }
  return undefined;
}

/** What stands between pieces that follow each other in a text; undefined when they do not. Each time the nearest. */
function between(pieces: readonly string[], text: string): string[] | undefined {
  const [first = '', ...rest] = pieces;
  if (!text.startsWith(first)) return undefined;
  let at = first.length;
  const values: string[] = [];
  for (const [n, piece] of rest.entries()) {
    const last = n === rest.length - 1;
    const end = last ? text.length - piece.length : text.indexOf(piece, at + 1);
    if (end <= at || !text.startsWith(piece, end)) return undefined;
    const value = text.slice(at, end).trim();
    if (value === '') return undefined;
    values.push(value);
    at = end + piece.length;
  }
  return at === text.length ? values : undefined;
}
