import type { Refusals } from '../refusals.ts';
import { attentionRefusals } from './attention-refusals.ts';
import { channelRefusals } from './channel-refusals.ts';
import { composingRefusals } from './composing-refusals.ts';
import { customerRefusals } from './customer-refusals.ts';
import { fileRefusals } from './file-refusals.ts';
import { handlingRefusals } from './handling-refusals.ts';
import { headRefusals } from './head-refusals.ts';
import { journeyRefusals } from './journey-refusals.ts';
import { mailRefusals } from './mail-refusals.ts';
import { organisationRefusals } from './organisation-refusals.ts';
import { pilotRefusals } from './pilot-refusals.ts';
import { privacyRefusals } from './privacy-refusals.ts';
import { reportingRefusals } from './reporting-refusals.ts';
import { routingRefusals } from './routing-refusals.ts';
import { rulingRefusals } from './ruling-refusals.ts';
import { segmentRefusals } from './segment-refusals.ts';
import { signalRefusals } from './signal-refusals.ts';
import { talkingRefusals } from './talking-refusals.ts';
import { workRefusals } from './work-refusals.ts';

export const refusals: Refusals = {
  ...channelRefusals,
  ...composingRefusals,
  ...customerRefusals,
  ...fileRefusals,
  ...signalRefusals,
  ...handlingRefusals,
  ...headRefusals,
  ...journeyRefusals,
  ...mailRefusals,
  ...reportingRefusals,
  ...routingRefusals,
  ...rulingRefusals,
  ...segmentRefusals,
  ...attentionRefusals,
  ...organisationRefusals,
  ...pilotRefusals,
  ...privacyRefusals,
  ...talkingRefusals,
  ...workRefusals,
  unknown: { title: 'This cannot be done', next: 'Go back and try again.' },
  bug: {
    title: 'Something went wrong on our side',
    next: 'It has been recorded. Try again in a minute. Still wrong? Then pass on the number below.',
  },
  offline: {
    title: 'Polder cannot be reached',
    next: 'Check that you are connected and load the page again.',
  },
  'not-found': {
    title: 'This page does not exist',
    next: 'Perhaps the address was mistyped, or the page has moved.',
  },
  'not-found.conversation': {
    title: 'This conversation is not here',
    next: 'It does not exist, or it belongs to a department you may not see.',
  },
  'not-found.customer': {
    title: 'This customer is not here',
    next: 'The customer does not exist, was erased, or you may not see this customer.',
  },
  forbidden: {
    title: 'You may not see this',
    next: 'Your role gives no access here. Ask an administrator if you need it for your work.',
  },
  conflict: {
    title: 'Somebody was ahead of you',
    next: 'A colleague has just changed this. Load the page again and see what it says now.',
  },
  invalid: { title: 'Something is not right', next: 'Check the fields.' },
  'invalid.text': {
    title: 'It holds a character that cannot be kept',
    next: 'Type the text again instead of pasting it.',
  },
  'too-large': { title: 'This is too large', next: 'Make it smaller, or split it.' },
  'too-many': { title: 'That was too fast', next: 'Wait a minute and try again.' },
  'method-not-allowed': {
    title: 'This address does not work that way',
    next: 'Go back and use the buttons on the page.',
  },
  'sign-in': { title: 'Sign in first', next: 'After that you return to this page.' },
  'sign-in.wrong': {
    title: 'E-mail address or password is not right',
    next: 'Check that you typed it well, capitals too.',
  },
};
