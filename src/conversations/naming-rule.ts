import { Refusal } from '../platform/refusal.ts';

const longest = 60;

/** A name that the organisation gives to something of the inbox. @throws Refusal `invalid.name` */
export function checkName(given: string): string {
  const name = given.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > longest) throw new Refusal('invalid.name', { longest });
  return name;
}

export function isTaken(name: string): Refusal {
  return new Refusal('conflict.name-taken', { name });
}
