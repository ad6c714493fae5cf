import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const source = path.resolve(import.meta.dirname, '../..');

it('no page and no operation opens a customer without asking why', () => {
  const passing = ['web', 'api'].flatMap((door) =>
    readdirSync(path.join(source, door), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file))
      .filter((file) => /\bopenCustomer\b/.test(readFileSync(path.join(source, door, file), 'utf8')))
      .map((file) => `${door}/${file}`),
  );
  expect(passing).toEqual([]);
});
