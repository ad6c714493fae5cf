import { describe, expect, it } from 'vitest';
import { columnsOf } from './choosing.ts';

const headings = ['text', 'author', 'created_at', 'note'];
const asRecognised = {
  act: 'look' as const,
  'column.text': 'text',
  'column.author': 'author',
  'column.at': 'created_at',
};

describe('the chosen columns', () => {
  it('are not written down when they are just as recognised', () => {
    expect(columnsOf(asRecognised, headings)).toBeNull();
  });

  it('are written down whole when one differs, so that a heading given up is not recognised for something else', () => {
    expect(columnsOf({ ...asRecognised, 'column.text': 'note' }, headings)).toBe(
      'text=note,author=author,at=created_at',
    );
  });

  it('say what is left out', () => {
    expect(columnsOf({ ...asRecognised, 'column.author': '' }, headings)).toBe(
      'text=text,author=,at=created_at',
    );
  });
});
