/** Every address of Polder by name. A leaf: imports nothing, so that any door may use it. */

type Query = Readonly<Record<string, string | number | null | undefined>>;

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const part = encodeURIComponent;

export type InboxView = 'open' | 'mine' | 'unassigned' | 'waiting' | 'done';

export interface InboxPlace {
  view?: InboxView | undefined;
  cursor?: string | undefined;
}

const api = '/api/v1';

export const urls = {
  home: () => '/',
  signIn: (returnTo?: string) => withQuery('/sign-in', { returnTo }),
  signOut: () => '/sign-out',
  /** For the first administrator, by one-time link. */
  setup: (token?: string) => withQuery('/setup', { token }),
  localeSwitch: () => '/preferences/locale',
  themeSwitch: () => '/preferences/theme',

  inbox: (place: InboxPlace = {}) => withQuery('/inbox', { ...place }),
  /** The list alone, as data: what the page asks for when something changed. */
  inboxList: (place: InboxPlace = {}) => withQuery('/inbox/list', { ...place }),
  /** The place keeps the list beside the conversation where it was. */
  conversation: (id: string, place: InboxPlace = {}) => withQuery(`/conversations/${part(id)}`, { ...place }),

  customers: (query: { search?: string | undefined; cursor?: string | undefined } = {}) =>
    withQuery('/customers', query),
  customer: (id: string) => `/customers/${part(id)}`,

  /** `at` is a date, `2026-11-22`: as it stood at the end of that day; or an instant. */
  journey: (at?: string) => withQuery('/journey', { at }),
  indicatorRows: (
    code: string,
    query: { at?: string | undefined; days?: number | undefined; cursor?: string | undefined } = {},
  ) => withQuery(`/journey/indicators/${part(code)}`, query),

  understanding: () => '/understanding',
  understandingHead: (head: string) => `/understanding/${part(head)}`,
  /** `skipped` are the messages that somebody passed over, so that they do not come back at once. */
  labelling: (head: string, query: { skipped?: string | undefined } = {}) =>
    withQuery(`/understanding/${part(head)}/labelling`, query),

  /** `refused` is the code of a refusal to show there. */
  imports: (query: { refused?: string | undefined } = {}) => withQuery('/imports', query),
  /** Takes a file as multipart/form-data. */
  importUpload: () => '/imports/upload',
  import: (id: string) => `/imports/${part(id)}`,
  importRejected: (id: string) => `/imports/${part(id)}/rejected`,

  /** Server-sent events; the browser resumes by Last-Event-ID. */
  live: () => '/live',

  apiDocs: () => '/api',
  openapi: () => `${api}/openapi.json`,
  api: {
    conversations: () => `${api}/conversations`,
    conversation: (id: string) => `${api}/conversations/${part(id)}`,
    conversationMessages: (id: string) => `${api}/conversations/${part(id)}/messages`,
    conversationClosure: (id: string) => `${api}/conversations/${part(id)}/closure`,
    conversationAssignment: (id: string) => `${api}/conversations/${part(id)}/assignment`,
    messages: () => `${api}/messages`,
  },
};

/**
 * A path that somebody gave us to return to, or `otherwise`. Only paths of our own: no other host, no scheme, no
 * backslash or control character that a browser would read as one.
 */
export function localPath(given: string | null | undefined, otherwise: string): string {
  if (!given?.startsWith('/') || given.startsWith('//')) return otherwise;
  for (const character of given) {
    if (character === '\\' || character <= ' ' || character === '\u007f') return otherwise;
  }
  return given;
}
