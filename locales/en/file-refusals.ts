import type { RefusalWords } from '../refusals.ts';

/** Refusals around files: choosing, sending, reading and importing them. */
export const fileRefusals: Record<string, RefusalWords> = {
  'invalid.file.empty': { title: 'This file is empty', next: 'Choose a file with at least one message.' },
  'invalid.file.encoding': {
    title: 'The characters in this file cannot be read',
    next: 'Save the file as UTF-8 and try again.',
  },
  'invalid.file.spreadsheet': {
    title: 'This is a spreadsheet',
    next: 'Save it as CSV in your spreadsheet program and choose that file.',
  },
  'invalid.file.json-array': {
    title: 'This is one large block of JSON',
    next: 'Polder reads JSON Lines: one message a line. Convert the file.',
  },
  'invalid.file.json': {
    title: 'The first line is not valid JSON',
    next: 'Put one whole JSON object on each line.',
  },
  'invalid.file.headings': {
    title: 'The first line with column names cannot be read',
    next: 'Check that the first line has the names of the columns.',
  },
  'invalid.file.damaged': {
    title: 'This file is damaged',
    next: 'It stops halfway. Make it or download it again.',
  },
  'invalid.file.folder': { title: 'This is a folder, not a file', next: 'Choose a file from that folder.' },
  'not-found.file': { title: 'This file is not here', next: 'Check the name.' },
  'forbidden.file': {
    title: 'Polder may not read this file',
    next: 'Give read rights on the file, or move it.',
  },
  'invalid.columns': {
    title: 'The columns are not right',
    next: 'Check which column has the text, and which the author and the time.',
  },
  'invalid.columns.no-text': {
    title: 'There is no column with text',
    next: 'Point out which column holds the message.',
  },
  'invalid.columns.missing-heading': {
    title: 'A chosen column is not in the file',
    next: 'Choose from the columns that are in the file.',
  },
  'invalid.upload-empty': {
    title: 'No file was chosen, or it is empty',
    next: 'Choose a file with messages and try again.',
  },
  'invalid.upload-form': { title: 'The file did not arrive well', next: 'Choose the file again.' },
  'invalid.upload-broken': {
    title: 'Sending was cut off',
    next: 'Choose the file again. Nothing was imported.',
  },
  'too-large.upload': {
    title: 'This file is too large',
    next: 'Split it, or import it on the computer where Polder runs with polder import.',
  },
  'too-large.disk': {
    title: 'The disk of Polder is full',
    next: 'Ask an administrator to make room. Nothing was stored.',
  },
  'not-found.import': { title: 'This import is not here', next: 'Look in the list of imports.' },
};
