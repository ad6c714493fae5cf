import { advice } from './advice.ts';
import { api } from './api.ts';
import { customers } from './customers.ts';
import { forms } from './forms.ts';
import { imports } from './imports.ts';
import { inbox } from './inbox.ts';
import { journey } from './journey.ts';
import { kit } from './kit.ts';
import { measures } from './measures.ts';
import { refusals } from './refusals.ts';
import { shell } from './shell.ts';
import { signingIn } from './signing-in.ts';
import { understanding } from './understanding.ts';

/** All Dutch words. Dutch is the shape: every other language has exactly these keys. */
export const nl = {
  advice,
  api,
  customers,
  forms,
  imports,
  inbox,
  journey,
  kit,
  measures,
  refusals,
  shell,
  signingIn,
  understanding,
};

export type Catalogue = typeof nl;
