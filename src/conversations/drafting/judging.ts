import { visible } from '../../listening/assisting/cleaning.ts';
import { lower, type PersonalKind, personalSpans } from '../../listening/assisting/finding-personal.ts';
import { amountsIn } from './amounts.ts';
import { longestDraft } from './asking.ts';
import type { Case } from './case.ts';
import { promisesIn } from './promises.ts';

/** Why an answer of a model is not shown to anybody. */
export type Unfit =
  | 'empty'
  | 'long'
  /** Tags, links with a text, pictures, code: what could become more than text. */
  | 'markup'
  /** A link or address that is neither ours nor in what we wrote. */
  | 'link'
  /** Something about a person that did not stand in the case. */
  | 'personal'
  /** An amount that nobody named. */
  | 'amount'
  /** Our own instructions. */
  | 'instructions';

export type JudgedDraft =
  | { readonly fit: true; readonly text: string; readonly gaps: number; readonly promises: readonly string[] }
  | { readonly fit: false; readonly why: Unfit };

export interface Against {
  readonly about: Case;
  readonly audience: string;
  readonly organisation: string;
  readonly instructions: string;
}

const markup =
  /<\/?[a-z!][^>]*>|!\[|\]\(|```|&#?\w{2,8};|\{\{|<%|javascript:|data:\w+\/|[A-Za-z0-9+/]{60,}/iu;
const links =
  /\b(?:[a-z][a-z+.-]{1,12}:\/\/|www\.)[^\s<>"]+|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,12}(?:\/[^\s<>"]*)?(?![\w.-]*@)/giu;
const emphasis = /(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu;
const placeholder = /\[\s*\p{Lu}{2,12}[ _-]?\p{Nd}{1,4}\s*\]/gu;

const inPrivate: readonly PersonalKind[] = [
  'NAME',
  'HANDLE',
  'EMAIL',
  'PHONE',
  'IBAN',
  'POSTCODE',
  'ADDRESS',
  'NUMBER',
  'LINK',
];
/** Where everybody reads along nothing is said of a customer but how they are called. */
const inPublic: readonly PersonalKind[] = ['NAME', 'HANDLE', 'LINK'];

/**
 * Judges what a model wrote, by rules and not by its word: text only, and nothing in it of anybody or any amount that
 * did not stand in this case. What is fit gets the customer's own data back in their places.
 */
export function judgeDraft(said: string, against: Against): JudgedDraft {
  const text = visible(said).replace(emphasis, '$2');
  // Letters of another width or shape must not pass where plain ones would not.
  const plain = text.normalize('NFKC');
  const why = unfitness(plain, against);
  if (why) return { fit: false, why };
  const { redaction } = against.about;
  const restored = redaction.restore(text, against.audience === 'public' ? inPublic : inPrivate);
  const open = text.split('[…]').length - 1;
  return { fit: true, text: restored.text, gaps: restored.gaps + open, promises: promisesIn(restored.text) };
}

function unfitness(text: string, { about, organisation, instructions }: Against): Unfit | undefined {
  if (text.replace(placeholder, '').trim() === '') return 'empty';
  if (text.length > longestDraft) return 'long';
  if (markup.test(text)) return 'markup';
  if (repeats(text, instructions)) return 'instructions';
  const known = [...about.lines.map((line) => line.text), organisation, ...about.hosts].join('\n');
  if (!linksAreOurs(text, about.hosts)) return 'link';
  if (holdsStranger(text.replace(placeholder, ' '), known)) return 'personal';
  const named = new Set(amountsIn(known));
  return amountsIn(text).every((amount) => named.has(amount)) ? undefined : 'amount';
}

function linksAreOurs(text: string, hosts: readonly string[]): boolean {
  return [...text.matchAll(links)].every(([match]) => {
    const found = match.replace(/[.,;:!?)\]…]+$/, '');
    const host = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(found) ? found : `https://${found}`)?.hostname;
    const bare = host?.replace(/^www\./, '');
    // "morgen.Dan" is a forgotten space and no host: nothing behind the dot but a word with a capital.
    if (/^\p{L}+\.\p{Lu}\p{Ll}+$/u.test(found)) return true;
    return (
      bare !== undefined && /^https?$/i.test(found.split('://').at(-2) ?? 'https') && hosts.includes(bare)
    );
  });
}

/** Names, numbers and addresses that were not in what the model was given: made up, or brought in by somebody. */
function holdsStranger(text: string, known: string): boolean {
  const given = bare(known);
  const words = new Set(lower(known).split(/[^\p{L}\p{N}]+/u));
  return personalSpans(text)
    .filter(({ kind }) => kind !== 'LINK')
    .some(({ start, end, kind }) => {
      const value = text.slice(start, end);
      if (kind === 'NAME')
        return !lower(value)
          .split(/[^\p{L}\p{N}]+/u)
          .every((word) => word.length < 2 || words.has(word));
      return !given.includes(bare(value));
    });
}

function bare(text: string): string {
  return lower(text).replace(/[^\p{L}\p{N}]/gu, '');
}

const telling = 30;

function repeats(text: string, instructions: string): boolean {
  const low = lower(text).replace(/\s+/g, ' ');
  return lower(instructions)
    .split(/[\n.:;,]/)
    .map((rule) => rule.trim())
    .some((rule) => rule.length >= telling && low.includes(rule));
}
