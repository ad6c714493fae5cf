import type { Catalogue } from '../nl/catalogue.ts';

export const api: Catalogue['api'] = {
  title: 'The API of Polder',
  lead: 'How programs work with Polder.',
  document: 'OpenAPI 3.1 document',
  guide: 'Subjects',
  key: {
    title: 'A key',
    text: 'Every request carries a key. An administrator makes it on the server and sees it once. Give it only what the program needs.',
  },
  shared: {
    title: 'Everywhere',
    problems: 'What cannot be done comes back as application/problem+json with a fixed code.',
    once: 'With the header Idempotency-Key a repeated request does nothing a second time, for seven days.',
    version: 'Send the version you saw: if something has changed since, nothing happens and you get 409.',
    paging: 'Lists come a page at a time. Send next or earlier back for the next one.',
  },
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  example: 'Example',
  shapes: 'Shapes',
  columns: { name: 'Name', type: 'Type', meaning: 'Meaning', status: 'Status' },
  required: 'required',
};
