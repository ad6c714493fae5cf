import type { Catalogue } from '../nl/catalogue.ts';
import { advice } from './advice.ts';
import { answers } from './answers.ts';
import { api } from './api.ts';
import { assisting } from './assisting.ts';
import { backoffice } from './backoffice.ts';
import { careful } from './careful.ts';
import { composing } from './composing.ts';
import { correcting } from './correcting.ts';
import { customers } from './customers.ts';
import { decisionTree } from './decision-tree.ts';
import { exchanging } from './exchanging.ts';
import { forms } from './forms.ts';
import { handling } from './handling.ts';
import { heads } from './heads.ts';
import { houseRules } from './house-rules.ts';
import { imports } from './imports.ts';
import { inbox } from './inbox.ts';
import { intentions } from './intentions.ts';
import { journey } from './journey.ts';
import { journeying } from './journeying.ts';
import { keeping } from './keeping.ts';
import { kit } from './kit.ts';
import { mail } from './mail.ts';
import { mailings } from './mailings.ts';
import { mandates } from './mandates.ts';
import { measures } from './measures.ts';
import { mine } from './mine.ts';
import { offer } from './offer.ts';
import { openingHours } from './opening-hours.ts';
import { organisation } from './organisation.ts';
import { piloting } from './piloting.ts';
import { pilots } from './pilots.ts';
import { practice } from './practice.ts';
import { privacy } from './privacy.ts';
import { refusals } from './refusals.ts';
import { routing } from './routing.ts';
import { segments } from './segments.ts';
import { shell } from './shell.ts';
import { signals } from './signals.ts';
import { signingIn } from './signing-in.ts';
import { training } from './training.ts';
import { understanding } from './understanding.ts';
import { wishes } from './wishes.ts';
import { work } from './work.ts';

export const en = {
  advice,
  answers,
  api,
  assisting,
  backoffice,
  careful,
  composing,
  correcting,
  customers,
  decisionTree,
  exchanging,
  forms,
  handling,
  heads,
  houseRules,
  imports,
  inbox,
  intentions,
  journey,
  journeying,
  keeping,
  kit,
  mail,
  mailings,
  mandates,
  measures,
  mine,
  offer,
  openingHours,
  organisation,
  piloting,
  pilots,
  practice,
  privacy,
  refusals,
  routing,
  segments,
  shell,
  signals,
  signingIn,
  training,
  understanding,
  wishes,
  work,
} satisfies Catalogue;
