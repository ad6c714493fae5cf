import { expect, test } from 'vitest';
import { seal, unseal } from './secret.ts';

test('a secret comes back with the key and the place that it was shut with, and with no other', () => {
  const sealed = seal('key', 'back office 1', 'dijken en dammen');
  expect(unseal('key', 'back office 1', sealed)).toBe('dijken en dammen');
  expect(sealed.toString('latin1')).not.toContain('dijken');
  expect(seal('key', 'back office 1', 'dijken en dammen')).not.toEqual(sealed);
  expect(() => unseal('other', 'back office 1', sealed)).toThrow('conflict.secret-shut');
  expect(() => unseal('key', 'back office 2', sealed)).toThrow('conflict.secret-shut');
  const spoiled = Buffer.from(sealed);
  spoiled.writeUInt8(spoiled.readUInt8(30) ^ 1, 30);
  expect(() => unseal('key', 'back office 1', spoiled)).toThrow('conflict.secret-shut');
  expect(() => unseal('key', 'back office 1', sealed.subarray(0, 5))).toThrow('conflict.secret-shut');
});
