import { z } from 'zod';
import { metaSecrets, metaSettings } from '../meta/graph.ts';

const number = z
  .string()
  .trim()
  .regex(/^\d{5,30}$/);

export const whatsappSettings = metaSettings.extend({
  name: z.string().trim().min(1).max(80),
  /** Of the number, as the API calls it: not the number itself. */
  phoneNumberId: number,
  accountId: number,
});
export const whatsappSecrets = metaSecrets.extend({ verifyToken: z.string().trim().min(8).max(200) });
