import { z } from 'zod';
import { metaSecrets, metaSettings } from '../meta/graph.ts';

const number = z
  .string()
  .trim()
  .regex(/^\d{5,30}$/);

export const instagramSettings = metaSettings.extend({
  name: z.string().trim().min(1).max(80),
  accountId: number,
});
export const instagramSecrets = metaSecrets.extend({ verifyToken: z.string().trim().min(8).max(200) });

/** Its conversations hang on the page that the account belongs to. */
export const directSettings = instagramSettings.extend({ pageId: number });
export const directSecrets = metaSecrets;
