import type { RefusalWords } from '../refusals.ts';

export const privacyRefusals: Record<string, RefusalWords> = {
  'forbidden.loosening': {
    title: 'Only the customer can do this',
    next: 'Allowing something again asks for proof of who it is. The customer does that at My data.',
  },
  'forbidden.give': {
    title: 'Saying yes is not possible now',
    next: 'There is an objection or restriction, or the customer is younger than 16. Lift that first.',
  },
  'forbidden.person': { title: 'These are data of somebody else', next: 'Sign in with your own address.' },
  'forbidden.guardian': {
    title: 'First it must be clear who the parent is',
    next: 'A parent or guardian signs in and shows it.',
  },
  'conflict.request-kind': {
    title: 'This does not belong to this request',
    next: 'Load the request again and see what was asked.',
  },
  'invalid.retention-channel': {
    title: 'Of this the time cannot differ by channel',
    next: 'Choose every channel, or choose conversations or public posts.',
  },
  'forbidden.proof-of-age': {
    title: 'The age was not shown',
    next: 'The customer signs in and shows to be 16 or older.',
  },
  'forbidden.same-person': {
    title: 'A second colleague must confirm',
    next: 'You put this version forward. Ask a colleague who may do this too.',
  },
  'invalid.restriction': {
    title: 'This purpose cannot be restricted',
    next: 'The law asks us to keep this.',
  },
  'invalid.not-offered': {
    title: 'We do not offer this purpose',
    next: 'It is not in the contract that holds now.',
  },
  'invalid.category': {
    title: 'This kind of data is no part of this purpose',
    next: 'Choose a kind from the list.',
  },
  'invalid.item': {
    title: 'This is about one thing',
    next: 'Say for what exactly, or choose the whole purpose.',
  },
  'invalid.term': { title: 'This term is not one we can keep', next: 'Choose a value from the list.' },
  'invalid.offer': {
    title: 'This version cannot be like this',
    next: 'A purpose that happens without a yes must be in it, and each sentence must be there in two languages.',
  },
  'invalid.offer-unchanged': {
    title: 'Nothing changes yet',
    next: 'First change something in the new version.',
  },
  'invalid.offer-note': {
    title: 'Write down why',
    next: 'You ask fewer customers anew than Polder proposes. The second colleague must know why.',
  },
  'conflict.offer': { title: 'This version has changed', next: 'Look again at what it says now.' },
  'not-found.offer-draft': {
    title: 'This new version is gone',
    next: 'It holds already, or was thrown away.',
  },
  'not-found.request': {
    title: 'This request is not there',
    next: 'It does not exist, or was cleared away.',
  },
  'not-found.export': {
    title: 'This copy is gone',
    next: 'It was taken already, or removed. Ask for a new one.',
  },
  'conflict.export-waiting': { title: 'The copy is not ready yet', next: 'Try again in a minute.' },
  'conflict.erasure-running': {
    title: 'There is an erasure under way',
    next: 'Go on with the request that is there already.',
  },
  'conflict.erasure-state': {
    title: 'This is not possible any more',
    next: 'The erasing has gone on. Load the page again.',
  },
  'conflict.request-ended': { title: 'This request has ended', next: 'Nothing about it changes any more.' },
  'conflict.request-extended': {
    title: 'It cannot be extended any more',
    next: 'It can be done once, within the first month.',
  },
  'conflict.incident-risk': { title: 'First: how bad is it?', next: 'Record which risk these people run.' },
  'conflict.incident-authority': {
    title: 'The authority does not know yet',
    next: 'Report the incident first, or record why that is not needed.',
  },
  'conflict.incident-persons': {
    title: 'The people do not know yet',
    next: 'With a high risk they must be told themselves.',
  },
  'conflict.no-assessment': {
    title: 'There is no assessment',
    next: 'Reading along begins only after an assessment with which a second colleague agrees.',
  },
  'invalid.reason': { title: 'The reason is too short', next: 'Write in a sentence why.' },
  'invalid.assessment': {
    title: 'An answer is too short',
    next: 'Answer every question in a few sentences.',
  },
};
