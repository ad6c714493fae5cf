import type { Catalogue } from '../nl/catalogue.ts';
import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

export const pilotLimits: Catalogue['pilotLimits'] = {
  'nearly-used': {
    subject: (title) => `Pilot “${title}” is near its limit`,
    text: (title, bound, link) =>
      `The pilot “${title}” has used more than 80% of its limit: ${bound}. Once the limit is reached the pilot stands still.\n\nLook at the pilot:\n${link}\n`,
  },
  'used-up': {
    subject: (title) => `Pilot “${title}” has reached its limit`,
    text: (title, bound, link) =>
      `The pilot “${title}” has reached its limit: ${bound}. What it switches on is off now.\n\nLook at the pilot:\n${link}\n`,
  },
  bounds: {
    day: (n) => `${n} a day`,
    week: (n) => `${n} a week`,
    month: (n) => `${n} a month`,
    eur: (n) => `€ ${n}`,
    hours: (n) => `${n} hours of work`,
  },
  used: 'Used',
  usedOf: (used, bound) => `${used} of ${bound}`,
};

export const journeyMail: Catalogue['journeyMail'] = {
  wavering: {
    subject: (_from, _to) => 'The journey: something is wavering',
    text: (day, points, link) =>
      `Measured up to ${day} this falls below its threshold, for weeks in a row:\n\n${points}\n\nIf it stays so, the point is lost after eight weeks. Nothing is lost yet.\n\nSee what causes it:\n${link}\n`,
  },
  stage_lost: {
    subject: (from, to) => `The journey: fallen back from stage ${from} to ${to}`,
    text: (day, points, link) =>
      `Measured up to ${day} a stage was lost, because of:\n\n${points}\n\nPolder proposes the smallest repair for each point: what was enough before.\n\nLook at the recovery plan:\n${link}\n`,
  },
  stage_gained: {
    subject: (_from, to) => `The journey: stage ${to} is proven`,
    text: (day, _points, link) =>
      `Measured up to ${day} a stage was proven.\n\nLook at the journey:\n${link}\n`,
  },
  source_lost: {
    subject: (_from, _to) => 'The journey: a source fell silent',
    text: (day, _points, link) =>
      `Since the week up to ${day} almost nothing comes in from a source. As long as that is so the measurement stands still: it does not count as falling back.\n\nSee whether the connection still works:\n${link}\n`,
  },
  review: {
    subject: 'The ambition: is this still where you want to go?',
    text: (link) =>
      `The day to look at the ambition again has come. Holding is as good as growing.\n\nLook at the ambition:\n${link}\n`,
  },
};

export const recovery: Catalogue['recovery'] = {
  title: 'Recovery plan',
  lead: (from, to, day) =>
    `Stage ${from} was lost on ${day}; stage ${to} still stands. For each point the smallest repair: what was enough before.`,
  none: 'There is nothing to recover',
  noneNext: 'No stage was lost, or what was lost has been won back.',
  lastGood: 'Last week above the threshold',
  never: 'never measured above the threshold',
  value: (value) => `with ${value}`,
  before: 'Smallest scope in which it worked',
  ofPilot: (title) => `of the pilot “${title}”`,
  noScope: 'no scope had been agreed',
  helps: 'What helps',
  pilots: 'Pilots that did this',
  on: 'running',
  off: 'no longer running',
  plan: 'Make a plan of this',
  goal: (criterion) => `Recover: ${criterion}`,
  link: 'To the recovery plan',
  needs: (n) => plural(n, '# point to recover', '# points to recover'),
};

export const remarks: Catalogue['remarks'] = {
  title: 'Remarks',
  lead: 'Is something wrong in a text or a definition? Whoever owns it is told, and you hear what was done about it.',
  link: 'Is something wrong here?',
  about: (kind, name) => `${kind}: ${name}`,
  kinds: {
    criterion: 'Point of the journey',
    template: 'Template',
    rule: 'House rule',
    course: 'Training course',
    lesson: 'Lesson',
  },
  said: 'What is wrong?',
  send: 'Report it',
  sent: 'Reported. You will hear as soon as somebody has looked at it.',
  open: 'To be looked at',
  done: 'Dealt with',
  none: 'Nothing was reported.',
  by: (name, day) => `${name}, ${day}`,
  mended: 'changed',
  kept: 'left as it was',
  answer: 'Answer to the reporter',
  mend: 'Changed, thank you',
  keep: 'Stays as it is, with an explanation',
  mail: {
    subject: (name) => `Remark about “${name}”`,
    text: (said, link) => `A colleague reports that something is wrong:\n\n${said}\n\nLook at it:\n${link}\n`,
  },
  thanks: {
    subject: (name) => `Thank you for your remark about “${name}”`,
    mended: (answer) => `Thank you: the text was changed.\n\n${answer}\n`,
    kept: (answer) => `Thank you for reporting it. The text stays as it is:\n\n${answer}\n`,
  },
};
