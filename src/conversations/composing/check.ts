import { personalSpans } from '../../listening/assisting/finding-personal.ts';
import { amountsIn } from '../drafting/amounts.ts';
import { promisesIn } from '../drafting/promises.ts';
import type { Leaving } from './mode.ts';

/** What is looked at by itself before an answer goes; each stands for something that house rules say. */
export const checkKeys = [
  'personal-in-public',
  'promise',
  'amount',
  'signature',
  'shouting',
  'link',
  'language',
] as const;
export type CheckKey = (typeof checkKeys)[number];

/** stop: it does not go. ask: the writer is asked, and may send it anyway with a reason. */
export type Strictness = 'stop' | 'ask' | 'off';

export const usualStrictness: Readonly<Record<CheckKey, Strictness>> = {
  'personal-in-public': 'ask',
  promise: 'ask',
  amount: 'ask',
  signature: 'ask',
  shouting: 'ask',
  link: 'ask',
  language: 'ask',
};

export function isCheckKey(given: string): given is CheckKey {
  return checkKeys.some((key) => key === given);
}

export interface CheckedText {
  text: string;
  audience: Leaving;
  /** The language the customer writes, and that of the answer; null when it cannot be told. */
  theirs: string | null;
  ours: string | null;
  /** Hosts of our own sites and addresses. */
  hosts: readonly string[];
  /** What was said in the conversation: an amount that stands there is no news. */
  said: string;
  /** How it must be signed; null: as one likes. */
  signature: string | null;
}

export interface Finding {
  key: CheckKey;
  /** The places it is about, at most five. */
  found: readonly string[];
}

const telling = new Set(['EMAIL', 'PHONE', 'IBAN', 'POSTCODE', 'ADDRESS', 'NUMBER']);
const most = 5;

/** What in an answer does not agree with a house rule. Rules, no guessing: each finding names its place. */
export function findingsIn(checked: CheckedText): Finding[] {
  const found: Readonly<Record<CheckKey, readonly string[]>> = {
    'personal-in-public': checked.audience === 'public' ? personalIn(checked) : [],
    promise: promisesIn(checked.text),
    amount: newAmounts(checked),
    signature: isSigned(checked) ? [] : [checked.signature ?? ''],
    shouting: shoutsIn(checked.text),
    link: strangeHosts(checked),
    language: isOtherLanguage(checked) ? [checked.ours ?? ''] : [],
  };
  return checkKeys.flatMap((key) =>
    found[key].length > 0 ? [{ key, found: found[key].slice(0, most) }] : [],
  );
}

function personalIn({ text, hosts }: CheckedText): string[] {
  return personalSpans(text)
    .filter(({ kind }) => telling.has(kind))
    .map(({ start, end }) => text.slice(start, end))
    .filter((value) => !hosts.some((host) => value.toLowerCase().endsWith(`@${host}`)));
}

function newAmounts({ text, said }: CheckedText): string[] {
  const known = new Set(amountsIn(said));
  return amountsIn(text).filter((amount) => !known.has(amount));
}

function isSigned({ text, signature }: CheckedText): boolean {
  return signature === null || bare(text).endsWith(bare(signature));
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const shout = /!{3,}|(?:\p{Lu}{2,}[ ,.!?]+){2,}\p{Lu}{2,}/gu;

function shoutsIn(text: string): string[] {
  return [...text.matchAll(shout)].map(([match]) => match.trim());
}

const links = /(?:https?:\/\/|www\.)([\w.-]+\.[a-z]{2,})|@((?:[\w-]+\.)+[a-z]{2,})/giu;

function strangeHosts({ text, hosts }: CheckedText): string[] {
  const named = [...text.matchAll(links)].map((match) => (match[1] ?? match[2] ?? '').toLowerCase());
  return [...new Set(named.map((host) => host.replace(/^www\./, '')))].filter(
    (host) => !hosts.some((own) => host === own || host.endsWith(`.${own}`)),
  );
}

/** A few words prove no language. */
const fewest = 25;

function isOtherLanguage({ text, theirs, ours }: CheckedText): boolean {
  return text.length >= fewest && theirs !== null && ours !== null && theirs !== ours;
}
