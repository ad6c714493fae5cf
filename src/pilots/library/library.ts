import { collaboration } from './collaboration.ts';
import { content } from './content.ts';
import { conversation } from './conversation.ts';
import { experience } from './experience.ts';
import type { Template } from './template.ts';

/** The twenty templates, five of each C. */
export const library: readonly Template[] = [...experience, ...conversation, ...content, ...collaboration];
