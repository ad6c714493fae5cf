import { z } from 'zod';
import { metaSecrets, metaSettings } from '../meta/graph.ts';

export const pageSettings = metaSettings.extend({
  name: z.string().trim().min(1).max(80),
  pageId: z
    .string()
    .trim()
    .regex(/^\d{5,30}$/),
});

export const messengerSecrets = metaSecrets;
export const pageSecrets = metaSecrets.extend({ verifyToken: z.string().trim().min(8).max(200) });
