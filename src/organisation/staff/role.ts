import type { Role } from '../../platform/context.ts';

/** In the order in which they are offered. */
export const roles = [
  'colleague',
  'community_manager',
  'director',
  'data_manager',
  'administrator',
] as const satisfies readonly Role[];

/** Languages that a colleague can be asked to answer in, by ISO code. */
export const spokenLanguages = ['nl', 'en', 'de', 'fr', 'es', 'tr', 'ar', 'pl', 'uk'] as const;
