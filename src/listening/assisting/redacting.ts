import type { KnownAs } from '../../customers/known-as.ts';
import { lower, type PersonalKind, personalSpans, placesOf, type Span } from './finding-personal.ts';

/** What stands in the place of something personal, and whose it is. */
interface Hidden {
  readonly kind: PersonalKind;
  readonly value: string;
  /** It belongs to this very customer: they wrote it here, or we know it of them. */
  readonly own: boolean;
}

export interface Restored {
  readonly text: string;
  /** Places that stayed open: a colleague has to fill them. */
  readonly gaps: number;
}

export interface Redaction {
  /** The text with a placeholder for all that leads to a person. `whose`: who wrote it. */
  redact(text: string, whose: 'customer' | 'us'): string;
  /** Puts back what belongs to the customer, of these kinds; every other placeholder becomes a gap. */
  restore(text: string, kinds: readonly PersonalKind[]): Restored;
  /** How much of each kind was taken out. */
  counts(): Readonly<Record<string, number>>;
}

export const gap = '[…]';
const lookalike = /\[\s*(\p{Lu}{2,12})[ _-]?(\p{Nd}{1,4})\s*\]/gu;
const particles = new Set('van de der den het ten ter von la le el al bin dos du di'.split(' '));

/** One redaction for one question: the same value gets the same placeholder everywhere in it. */
export function makeRedaction(known: KnownAs, others: readonly string[] = []): Redaction {
  const hidden = new Map<string, { placeholder: string; what: Hidden }>();
  const counted = new Map<string, number>();
  const own = new Set([...known.names, ...known.handles].flatMap(partsOf).map(lower));
  const sought = [...known.names, ...others].flatMap((name) => partsOf(name));

  function placeholderOf(value: string, kind: PersonalKind, whose: 'customer' | 'us'): string {
    const key = `${kind}:${lower(value).replace(/\s+/g, ' ')}`;
    const before = hidden.get(key);
    if (before) return before.placeholder;
    const count = (counted.get(kind) ?? 0) + 1;
    counted.set(kind, count);
    const placeholder = `[${kind}_${count}]`;
    hidden.set(key, { placeholder, what: { kind, value, own: isOwn(value, kind, { whose, own }) } });
    return placeholder;
  }

  return {
    redact: (text, whose) => {
      // What already looks like a placeholder would come back as somebody's data.
      const plain = text.replace(lookalike, '($1 $2)');
      const spans = merged([
        ...known.handles.flatMap((one) => placesOf(plain, one.replace(/^@/, ''), 'HANDLE')),
        ...sought.flatMap((name) => namePlaces(plain, name)),
        ...personalSpans(plain),
      ]);
      let at = 0;
      let result = '';
      for (const { start, end, kind } of spans) {
        result += plain.slice(at, start) + placeholderOf(plain.slice(start, end), kind, whose);
        at = end;
      }
      return result + plain.slice(at);
    },
    restore: (text, kinds) => {
      const values = new Map([...hidden.values()].map(({ placeholder, what }) => [placeholder, what]));
      let gaps = 0;
      const restored = text.replace(lookalike, (_, kind: string, number: string) => {
        const what = values.get(`[${kind}_${Number(number)}]`);
        if (what?.own && kinds.includes(what.kind)) return what.value;
        gaps += 1;
        return gap;
      });
      return { text: restored, gaps };
    },
    counts: () => Object.fromEntries(counted),
  };
}

interface Whose {
  whose: 'customer' | 'us';
  own: ReadonlySet<string>;
}

/** A name in the text of a customer may be anybody's; only what we know to be theirs is. A link is ours or nobody's. */
function isOwn(value: string, kind: PersonalKind, { whose, own }: Whose): boolean {
  if (kind === 'NAME' || kind === 'HANDLE') return partsOf(value).some((part) => own.has(lower(part)));
  if (kind === 'LINK') return whose === 'us';
  return true;
}

/** A name whole, glued together, and in the words that are a name by themselves. */
function partsOf(name: string): string[] {
  const plain = name.replace(/^@/, '').trim();
  const words = plain
    .split(/[\s_.]+/)
    .filter((word) => word.length > 1 && !particles.has(word.toLowerCase()));
  const glued = plain.replace(/\s+/g, '');
  return [...new Set([plain, glued, ...words])].filter((part) => part.length > 1);
}

const letter = /[\p{L}\p{N}]/u;

/** Where a name stands as a word, also with the s of possession. Of two letters only with a capital: "Jo", not "jo". */
function namePlaces(text: string, name: string): Span[] {
  return placesOf(text, name, 'NAME').filter(({ start, end }) => {
    if (name.length < 3 && text.slice(start, end) !== name) return false;
    const after = text.slice(end, end + 2);
    return !letter.test(text.slice(start - 1, start)) && !/^(?!s(?![\p{L}\p{N}]))[\p{L}\p{N}]/iu.test(after);
  });
}

/** Stretches that touch become one, so that no half of a name or number stays. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start < last.end) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}
