import { z } from 'zod';

/** A figure that may stay empty, with a comma or a point. */
export const maybe = z
  .string()
  .trim()
  .regex(/^(-?\d+([.,]\d+)?)?$/);

export function figure(text: string): number | null {
  return text === '' ? null : Number(text.replace(',', '.'));
}
