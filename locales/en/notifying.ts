import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const notifying: Catalogue['notifying'] = {
  title: 'Notifications',
  lead: 'What is new for you. Opening a conversation also reads the notifications about it.',
  bell: (n: number) => (n === 0 ? 'Notifications' : `Notifications, ${n >= 100 ? '99 or more' : n} unread`),
  all: 'All',
  onlyUnread: 'Unread',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  unread: 'unread',
  settings: 'Settings',
  empty: {
    title: 'No notifications',
    next: 'Here you will find who called you, what was assigned to you, and what happens in conversations you follow.',
  },
  allRead: { title: 'Everything is read', next: 'Look at ‘All’ for what was there before.' },
  gone: 'a conversation you may not read (any more)',
  somebody: 'somebody without a name',
  says: {
    mentioned: (by: string | null) => `${by ?? 'A colleague'} called you in a note`,
    assigned: (by: string | null) => (by ? `${by} assigned this to you` : 'This is yours now'),
    replied: () => 'The customer wrote again',
    approval_asked: (by: string | null) => `${by ?? 'A colleague'} asks you to approve an answer`,
    approval_decided: (by: string | null) => `${by ?? 'A colleague'} decided about your answer`,
    handed_over: (by: string | null) => `${by ?? 'A colleague'} asks your department something`,
    hand_over_answered: (by: string | null) => `${by ?? 'The other department'} answered your question`,
    due_soon: () => 'An answer must leave within half an hour',
    overdue: () => 'This should have been answered by now',
    ruled: (rule: string | null) =>
      rule ? `The rule ‘${rule}’ asks you to look` : 'A program asks you to look',
  },
  kinds: {
    mentioned: 'Somebody calls me in a note',
    assigned: 'A conversation becomes mine',
    replied: 'The customer writes again in a conversation that I have or follow',
    approval_asked: 'An answer waits for my approval',
    approval_decided: 'My answer was decided about',
    handed_over: 'My department is asked something',
    hand_over_answered: 'Another department answers my question',
    due_soon: 'An answer must leave soon',
    overdue: 'An answer is late',
    ruled: 'A rule or a program asks me to look',
  },
  counted: {
    mentioned: (n: number) => plural(n, 'called # time', 'called # times'),
    assigned: (n: number) => plural(n, '# conversation assigned', '# conversations assigned'),
    replied: (n: number) =>
      plural(
        n,
        '# conversation in which the customer wrote again',
        '# conversations in which the customer wrote again',
      ),
    approval_asked: (n: number) => plural(n, '# answer waits for approval', '# answers wait for approval'),
    approval_decided: (n: number) =>
      plural(n, '# decision about your answer', '# decisions about your answers'),
    handed_over: (n: number) =>
      plural(n, '# question for your department', '# questions for your department'),
    hand_over_answered: (n: number) => plural(n, '# answer to your question', '# answers to your questions'),
    due_soon: (n: number) => plural(n, '# conversation nearly late', '# conversations nearly late'),
    overdue: (n: number) => plural(n, '# conversation late', '# conversations late'),
    ruled: (n: number) =>
      plural(
        n,
        '# conversation that a rule wants you to see',
        '# conversations that a rule wants you to see',
      ),
  },
  wishes: {
    title: 'Notification settings',
    lead: 'What you want to know, and how. It holds for you only.',
    what: 'What',
    ways: { app: 'In Polder', push: 'On this device', mail: 'In the summary' },
    quiet: 'Quiet',
    quietHint:
      'Nothing comes to your device then, and no mail. It waits until afterwards. In Polder everything is there.',
    from: 'Quiet from',
    until: 'Until',
    days: 'Also quiet all day on',
    dayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    digest: 'Summary by mail',
    digests: { hourly: 'every hour, when there is something', daily: 'at eight in the morning' },
    keep: 'Save',
    kept: 'Saved.',
    time: 'Give a time, such as 20:00.',
  },
  devices: {
    title: 'Devices',
    lead: 'A browser that signals you when Polder is not open. It never says of whom or about what.',
    add: 'Signal me in this browser',
    adding: 'One moment …',
    none: 'No device yet.',
    noScript: 'A device can only be added with JavaScript on.',
    unsupported: 'This browser cannot do this.',
    refused: 'Your browser does not allow it. Allow notifications of Polder in the settings of your browser.',
    failed: 'It did not work. Try again later.',
    remove: (browser: string) => `Remove ${browser}`,
    removed: 'Remove',
    since: (day: string) => `since ${day}`,
  },
  mail: {
    subject: (n: number) => plural(n, '# thing waits for you in Polder', '# things wait for you in Polder'),
    text: (lines: string, link: string, settings: string) =>
      `You have not read this yet:\n\n${lines}\n\nSee it in Polder:\n${link}\n\nOther settings, or no mail any more:\n${settings}\n`,
  },
  following: {
    follow: 'Follow',
    unfollow: 'Stop following',
    followers: (names: string) => `Following: ${names}`,
    hint: 'Call a colleague with @ and the name; they are notified.',
  },
  call: {
    label: 'Call a colleague',
    search: 'Find a colleague or department',
    none: 'Nobody is called that.',
    submit: 'Call',
  },
  present: {
    looks: (name: string) => `${name} is looking`,
    writes: (name: string) => `${name} is writing`,
  },
  edited: {
    label: 'edited',
    at: (moment: string) => `edited on ${moment}`,
    earlier: 'What stood there before',
    until: (moment: string) => `until ${moment}`,
  },
};
