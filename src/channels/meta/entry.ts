import type { Heard } from '../channel.ts';
import { at, readJson, textOf } from '../json.ts';

/** One change in what Meta hands in: whose it is, which field, and what it says. */
export interface Change {
  readonly owner: string;
  readonly field: string;
  readonly value: unknown;
}

/**
 * The changes of a body of this `object`, those of `owner` alone: one address of an app may hear of several pages.
 * @throws SyntaxError, and TypeError `other-object` for a body about something else
 */
export function changesIn(body: Uint8Array, object: string, owner: string): Change[] {
  const said = readJson(body);
  if (at(said, 'object') !== object) throw new TypeError('other-object');
  return listOf(at(said, 'entry')).flatMap((entry) => {
    const id = textOf(at(entry, 'id'));
    if (id !== owner) return [];
    return listOf(at(entry, 'changes')).map((change) => ({
      ...{ owner: id, field: textOf(at(change, 'field')) ?? '', value: at(change, 'value') },
    }));
  });
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Does this page of a list show all there is? */
export const isWhole = (page: unknown): boolean => textOf(at(page, 'paging.next')) === null;

/** What is the same of everything that is heard on a network that has no lines, files or departments. */
export function heardPlainly(
  heard: Pick<Heard, 'externalId' | 'text' | 'author' | 'sentAt' | 'replyTo' | 'thread'> &
    Partial<Pick<Heard, 'facts' | 'inbound' | 'attachments'>> & { name?: string | null },
): Heard {
  const { name, ...rest } = heard;
  return {
    ...{ line: 1, inbound: true, account: null, department: null, automatic: false },
    ...rest,
    ...(name ? { authorName: name.slice(0, 200) } : {}),
  };
}
