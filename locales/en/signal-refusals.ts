/** Refusals about signals and groups of messages. */
export const signalRefusals = {
  'not-found.alike': {
    title: 'This group of messages is gone',
    next: 'The messages were erased, or there are fewer than three.',
  },
  'not-found.signal': { title: 'This signal is gone', next: 'Look in the list of signals.' },
  'invalid.message-set': { title: 'This choice is not possible', next: 'Check the dates and choose again.' },
};
