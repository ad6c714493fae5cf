import { type Method, reach } from '../platform/reaching/reaching.ts';
import { Outage } from './connection.ts';

export interface Asked {
  readonly method?: Method;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly allowed: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

export interface Said {
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** What it says as JSON; undefined when it is none. */
  readonly json: unknown;
  /** As it came, cut short. */
  readonly text: string;
}

/** Milliseconds a network may take, shorter than the longest call of every channel that asks this way. */
const timeout = 20_000;
const largest = 5_000_000;

/**
 * Asks a network's API. What it says is given back whatever its status is.
 * @throws Outage when nothing of an answer came, as `unreachable`, `certificate` or `cut`; `unsent` tells that it
 * certainly did not get there
 */
export async function askNetwork(url: string, { signal, ...asked }: Asked): Promise<Said> {
  const reached = await reach(url, { ...asked, ...(signal ? { signal } : {}), timeout, largest });
  if (reached.why !== null) throw new Unreachable(reached.why);
  const text = Buffer.from(reached.body).toString();
  return { status: reached.status, headers: reached.headers, json: jsonOf(text), text: text.slice(0, 300) };
}

const problems: Readonly<Record<string, string>> = {
  ...{ name: 'unreachable', connection: 'unreachable', timeout: 'cut', tls: 'certificate' },
  ...{ address: 'within', url: 'within' },
};

/** Nothing of an answer came. */
export class Unreachable extends Outage {
  /** It cannot have got there: the name means nothing, or leads where we do not go. */
  readonly unsent: boolean;
  constructor(why: string) {
    super(problems[why] ?? why);
    this.unsent = why === 'name' || why === 'address' || why === 'url' || why === 'tls';
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many seconds an answer asks to wait: `Retry-After` in seconds or as a moment, else a header with a moment. */
export function waitAsked(
  headers: Readonly<Record<string, string>>,
  { reset, now }: { reset: string; now: number },
): number | null {
  const after = headers['retry-after'];
  if (after !== undefined && /^\d{1,6}$/.test(after)) return Number(after);
  const said = after ?? headers[reset];
  if (said === undefined) return null;
  const at = /^\d{9,12}$/.test(said) ? Number(said) * 1000 : Date.parse(said);
  return Number.isNaN(at) ? null : Math.max(1, Math.ceil((at - now) / 1000));
}
