import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

/** Who works here: colleagues, departments, roles. */
export const organisation: Catalogue['organisation'] = {
  sections: 'Parts of Organisation',
  nav: {
    colleagues: 'Colleagues',
    departments: 'Departments',
    calendars: 'Calendars',
    mandates: 'Mandates',
    rules: 'House rules',
    tree: 'Answer or not',
    training: 'Training',
  },
  none: 'none',
  everywhere: 'everywhere',
  system: 'Polder',
  roles: {
    colleague: 'colleague',
    community_manager: 'community manager',
    director: 'director',
    data_manager: 'data manager',
    administrator: 'administrator',
  },
  scopes: { within: 'Only in their own department', everywhere: 'In the whole organisation' },
  languages: {
    nl: 'Dutch',
    en: 'English',
    de: 'German',
    fr: 'French',
    es: 'Spanish',
    tr: 'Turkish',
    ar: 'Arabic',
    pl: 'Polish',
    uk: 'Ukrainian',
  },
  colleagues: {
    title: 'Colleagues',
    lead: 'Who works here, with which role and in which department.',
    caption: (n: number) => plural(n, '# colleague', '# colleagues'),
    empty: { title: 'Nobody found', next: 'Search for something else, or invite a colleague below.' },
    search: 'Name, language or skill',
    find: 'Search',
    allDepartments: 'All departments',
    name: 'Name',
    email: 'Email address',
    department: 'Department',
    roles: 'Roles',
    role: 'Role',
    scope: 'Where the role holds',
    languages: 'Languages',
    skills: 'Skills',
    locale: 'Language of Polder',
    invited: 'invited',
    invite: 'Invite a colleague',
    submit: 'Invite',
  },
  colleague: {
    since: 'Here since',
    left: 'Left on',
    entry: 'Signing in',
    signsIn: 'Can sign in.',
    invitedUntil: (day: string) => `Invited; the link works until ${day}.`,
    notInvited: 'Cannot sign in. Invite this colleague.',
    change: 'Details',
    capacity: 'Conversations at once',
    capacityHint: 'This colleague gets at most so many from the queues. Empty: no limit.',
    skillsHint: 'What this colleague knows much about, with commas in between: invoices, solar panels.',
    keep: 'Keep',
    roles: 'Roles',
    noRoles: 'No role yet: this colleague may do nothing.',
    giveRole: 'Give a role',
    where: 'Where',
    given: 'Given',
    ended: 'Ended',
    end: 'End',
    byOn: (name: string, day: string) => `${name}, ${day}`,
    inviteAgain: 'Make a new invitation',
    leave: 'This colleague leaves',
    leaveWhy:
      'The colleague is signed out everywhere at once. Roles and mandates end. What they did stays under their name.',
  },
  departments: {
    title: 'Departments',
    lead: 'A department is aboard when it takes part in talking with customers.',
    empty: { title: 'No departments yet', next: 'Make the first one below.' },
    name: 'Name',
    add: 'New department',
    rename: 'Another name',
    board: 'Aboard',
    boardOn: 'Aboard since',
    boardHint: 'Empty: not aboard yet.',
    end: 'End',
    endWhy: 'Possible when no colleagues and queues belong to it. Figures of the past keep the name.',
    aboardSince: (day: string) => `aboard since ${day}`,
    notAboard: 'not aboard yet',
    holds: (employees: number, queues: number) =>
      `${plural(employees, '# colleague', '# colleagues')}, ${plural(queues, '# queue', '# queues')}`,
  },
  invitation: {
    byHand: {
      title: 'Give this link to your colleague',
      next: 'Polder cannot send mail yet. The link works once, for seven days, and is not shown again.',
    },
    page: {
      title: (name: string) => `Welcome, ${name}`,
      lead: (email: string) => `Choose a password. You will sign in with ${email}.`,
      submit: 'Begin',
      gone: 'This invitation works no more',
      goneWhy: 'It was used already, or is older than a week. Ask an administrator for a new one.',
    },
    mail: {
      subject: 'Your invitation to Polder',
      text: (name: string, link: string, days: number) => `Hello ${name},

Your colleagues talk with customers in Polder, and you take part. Choose a password and begin:

${link}

The link works once, for ${days} days.`,
    },
  },
};
