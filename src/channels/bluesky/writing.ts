import type { Outgoing } from '../connection.ts';
import { collection, type Ref } from './post.ts';

/** Longest there: signs as a reader sees them, and bytes. */
const mostSigns = 300;
const mostBytes = 3000;

export function isTooLong(text: string): boolean {
  const signs = [...new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)].length;
  return signs > mostSigns || Buffer.byteLength(text) > mostBytes;
}

interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly Readonly<Record<string, string>>[];
}

const links = /(?:^|(?<=[\s(]))(?:https?:\/\/|www\.)[^\s<>"]+/giu;
const tags = /(?:^|(?<=\s))#(?=[^\s#]*\p{L})[\p{L}\p{N}_]{1,64}/gu;
const names =
  /(?:^|(?<=[\s(]))@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)/giu;

/** The names (`@fatima.bsky.social`) in a text, without the sign before them, in small letters. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(names)].map(([, name = '']) => name.toLowerCase()))];
}

/**
 * What is more than letters in a text: links, tags, and the names of which it is known who bears them. Counted in bytes
 * of UTF-8, as the network does.
 */
export function facetsIn(text: string, known: ReadonlyMap<string, string>): Facet[] {
  const found: Facet[] = [];
  const mark = (at: number, length: number, feature: Readonly<Record<string, string>>) => {
    const byteStart = Buffer.byteLength(text.slice(0, at));
    const byteEnd = byteStart + Buffer.byteLength(text.slice(at, at + length));
    found.push({ index: { byteStart, byteEnd }, features: [feature] });
  };
  for (const { 0: all, index } of text.matchAll(links)) {
    const link = trimmed(all);
    const uri = /^www\./i.test(link) ? `https://${link}` : link;
    if (URL.canParse(uri)) mark(index, link.length, { $type: 'app.bsky.richtext.facet#link', uri });
  }
  for (const { 0: all, index } of text.matchAll(tags))
    mark(index, all.length, { $type: 'app.bsky.richtext.facet#tag', tag: all.slice(1) });
  for (const { 0: all, 1: name = '', index } of text.matchAll(names)) {
    const did = known.get(name.toLowerCase());
    if (did) mark(index, all.length, { $type: 'app.bsky.richtext.facet#mention', did });
  }
  return found.toSorted((a, b) => a.index.byteStart - b.index.byteStart);
}

/** A full stop after a link is no part of it; a bracket is, when one was opened in it. */
function trimmed(link: string): string {
  const bare = link.replace(/[.,;:!?'"]+$/u, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

/** The record that an answer becomes: the same each time it is made. */
export function recordOf(
  { text, answers, writtenAt, locale }: Outgoing,
  known: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const facets = facetsIn(text, known);
  const reply = answers ? replyTo(answers.facts) : undefined;
  return {
    $type: collection,
    text,
    createdAt: new Date(writtenAt).toISOString(),
    langs: [locale],
    ...(facets.length > 0 ? { facets } : {}),
    ...(reply ? { reply } : {}),
  };
}

/** @throws Error `no-parent` when the message that is answered is not one of this network */
function replyTo({ uri, cid, root }: Readonly<Record<string, unknown>>): { root: Ref; parent: Ref } {
  const top = root as Ref | undefined;
  if (typeof uri !== 'string' || typeof cid !== 'string' || !top?.uri || !top.cid)
    throw new Error('no-parent');
  return { root: { uri: top.uri, cid: top.cid }, parent: { uri, cid } };
}
