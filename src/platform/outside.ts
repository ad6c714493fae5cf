import { randomBytes } from 'node:crypto';

/** The mail server that takes our mail, and in whose name we write. */
export interface Smtp {
  /** `smtp://` or `smtps://`, with a name and password where the server asks for them. */
  url: string;
  /** `Waterkracht <service@waterkracht.example>`, or the address alone. */
  from: string;
  /** Most mails in a minute, over all processes. */
  perMinute: number;
}

/** How this Polder reaches people who are not on its pages. */
export interface Outside {
  /** The origin that links in mail begin with; never taken from a request. */
  baseUrl: string;
  /** What makes links in mail unguessable; not in the database, so a stolen copy of it opens nothing. */
  linkSecret: string;
  /** null: there is no mail server, and mail rests where colleagues can see it. */
  smtp: Smtp | null;
  /** Hosts within that webhooks and channels may reach all the same, as `host` or `host:port`. Absent: none. */
  insideHosts?: readonly string[];
}

/** For contexts that reach nobody. The secret is random: a link made with it is good for that context alone. */
export function nowhere(): Outside {
  return { baseUrl: 'http://localhost:4400', linkSecret: randomBytes(24).toString('base64url'), smtp: null };
}
