import { z } from 'zod';

const id = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{24}$/i);

export const trustpilotSettings = z.object({
  name: z.string().trim().min(1).max(80),
  businessUnitId: id,
  /** Of the colleague in whose name answers stand there. */
  businessUserId: id,
});
export const trustpilotSecrets = z.object({
  apiKey: z.string().trim().min(8).max(200).regex(/^\S+$/),
  apiSecret: z.string().trim().min(8).max(200).regex(/^\S+$/),
  accessToken: z.string().optional(),
  accessUntil: z.string().optional(),
});
