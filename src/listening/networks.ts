import type { Audience } from './account.ts';

/** What a network takes in one message, as its own documents say in 2026. */
export interface NetworkLimits {
  /**
   * In what the length is counted. characters: code points. graphemes: what a reader sees as one sign. weighted: X's
   * way, in which a link counts 23 and a sign of another script or a smiley 2. bytes: of UTF-8.
   */
  unit: 'characters' | 'graphemes' | 'weighted' | 'bytes';
  longest: number | null;
  /** A second bound besides the first; null: none. */
  mostBytes: number | null;
  /** Links count as this many signs, however long they are; null: as they are. */
  link: number | null;
  /** Pictures or films in one message, and the largest one in bytes. */
  media: number;
  mediaBytes: number | null;
}

const free: NetworkLimits = {
  unit: 'characters',
  longest: null,
  mostBytes: null,
  link: null,
  media: 10,
  mediaBytes: 25_000_000,
};

type Known = Readonly<Record<Audience, Partial<NetworkLimits>>>;
const both = (limits: Partial<NetworkLimits>): Known => ({ public: limits, private: limits });

const networks: Readonly<Record<string, Known>> = {
  x: {
    public: { unit: 'weighted', longest: 280, link: 23, media: 4, mediaBytes: 5_000_000 },
    private: { longest: 10_000, media: 1, mediaBytes: 5_000_000 },
  },
  mastodon: both({ longest: 500, link: 23, media: 4, mediaBytes: 16_000_000 }),
  bluesky: {
    public: { unit: 'graphemes', longest: 300, mostBytes: 3000, media: 4, mediaBytes: 1_000_000 },
    private: { unit: 'graphemes', longest: 1000, mostBytes: 10_000, media: 0, mediaBytes: null },
  },
  facebook: {
    public: { longest: 8000, media: 1, mediaBytes: 10_000_000 },
    private: { longest: 2000, media: 1, mediaBytes: 25_000_000 },
  },
  instagram: {
    public: { longest: 2200, media: 0, mediaBytes: null },
    private: { unit: 'bytes', longest: 1000, media: 1, mediaBytes: 8_000_000 },
  },
  linkedin: {
    public: { longest: 1250, media: 1, mediaBytes: 5_000_000 },
    private: { longest: 8000, media: 1, mediaBytes: 15_000_000 },
  },
  messenger: both({ longest: 2000, media: 0, mediaBytes: null }),
  'instagram-direct': both({ unit: 'bytes', longest: 1000, media: 0, mediaBytes: null }),
  youtube: both({ longest: 10_000, media: 0, mediaBytes: null }),
  trustpilot: both({ longest: 4096, media: 0, mediaBytes: null }),
  whatsapp: both({ longest: 4096, media: 1, mediaBytes: 16_000_000 }),
  telegram: both({ longest: 4096, media: 10, mediaBytes: 50_000_000 }),
};

/** The limits of a network for what everybody or only the customer reads; one that is not known has none of its own. */
export function limitsOf(channel: string, audience: Audience): NetworkLimits {
  return { ...free, ...(Object.hasOwn(networks, channel) ? networks[channel]?.[audience] : undefined) };
}

const links = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** How long a text is on a network, in the unit of its limits. */
export function lengthOn(limits: Pick<NetworkLimits, 'unit' | 'link'>, text: string): number {
  if (limits.link === null) return count(limits.unit, text);
  const found = [...text.matchAll(links)].length;
  return count(limits.unit, text.replace(links, '')) + found * limits.link;
}

function count(unit: NetworkLimits['unit'], text: string): number {
  if (unit === 'bytes') return bytesOf(text);
  if (unit === 'graphemes')
    return [...new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)].length;
  const normal = text.normalize('NFC');
  if (unit === 'characters') return [...normal].length;
  return weigh(normal);
}

/** Latin and the like count one, all else two; a smiley counts two, of however many signs it is made. */
function weigh(text: string): number {
  let weight = 0;
  for (const { segment } of new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)) {
    if (/\p{Extended_Pictographic}/u.test(segment) && !/^[\p{ASCII}]/u.test(segment)) weight += 2;
    else for (const sign of segment) weight += isLight(sign.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

function isLight(code: number): boolean {
  return (
    code <= 4351 ||
    (code >= 8192 && code <= 8205) ||
    (code >= 8208 && code <= 8223) ||
    (code >= 8242 && code <= 8247)
  );
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** How much is left, below zero when it is too long; null where there is no limit. The narrower of both bounds. */
export function roomOn(limits: NetworkLimits, text: string): number | null {
  if (limits.longest === null) return null;
  const left = limits.longest - lengthOn(limits, text);
  return limits.mostBytes === null ? left : Math.min(left, limits.mostBytes - bytesOf(text));
}
