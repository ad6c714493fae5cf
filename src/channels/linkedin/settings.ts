import { z } from 'zod';

const token = z.string().trim().min(10).max(2000).regex(/^\S+$/);

export const linkedinSettings = z.object({
  name: z.string().trim().min(1).max(80),
  organizationId: z
    .string()
    .trim()
    .regex(/^\d{1,20}$/),
  clientId: z.string().trim().min(5).max(100).regex(/^\S+$/),
});
export const linkedinSecrets = z.object({ clientSecret: token, token });
