import { advice } from './advice.ts';
import { answers } from './answers.ts';
import { api } from './api.ts';
import { arriving } from './arriving.ts';
import { asking } from './asking.ts';
import { assisting } from './assisting.ts';
import { backoffice } from './backoffice.ts';
import { careful } from './careful.ts';
import { channelCosts } from './channel-costs.ts';
import { channelExpiry } from './channel-expiry.ts';
import { channelKinds } from './channel-kinds.ts';
import { channels } from './channels.ts';
import { columns } from './columns.ts';
import { composing } from './composing.ts';
import { correcting } from './correcting.ts';
import { customerSurvey } from './customer-survey.ts';
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
import { looking } from './looking.ts';
import { mail } from './mail.ts';
import { mailings } from './mailings.ts';
import { mandates } from './mandates.ts';
import { measures } from './measures.ts';
import { mine } from './mine.ts';
import { notifying } from './notifying.ts';
import { offer } from './offer.ts';
import { openingHours } from './opening-hours.ts';
import { organisation } from './organisation.ts';
import { password } from './password.ts';
import { piloting } from './piloting.ts';
import { pilots } from './pilots.ts';
import { practice } from './practice.ts';
import { privacy } from './privacy.ts';
import { quality } from './quality.ts';
import { refusals } from './refusals.ts';
import { reporting } from './reporting.ts';
import { routing } from './routing.ts';
import { ruling } from './ruling.ts';
import { searching } from './searching.ts';
import { segments } from './segments.ts';
import { shell } from './shell.ts';
import { signals } from './signals.ts';
import { signingIn } from './signing-in.ts';
import { talking } from './talking.ts';
import { journeyMail, pilotLimits, recovery, remarks } from './telling.ts';
import { training } from './training.ts';
import { understanding } from './understanding.ts';
import { wallboard } from './wallboard.ts';
import { webhooks } from './webhooks.ts';
import { wishes } from './wishes.ts';
import { work } from './work.ts';

/** All Dutch words. Dutch is the shape: every other language has exactly these keys. */
export const nl = {
  advice,
  answers,
  api,
  arriving,
  asking,
  assisting,
  backoffice,
  careful,
  channelExpiry,
  channelCosts,
  channelKinds,
  channels,
  columns,
  composing,
  correcting,
  customerSurvey,
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
  looking,
  mail,
  mailings,
  mandates,
  measures,
  mine,
  notifying,
  offer,
  openingHours,
  organisation,
  password,
  piloting,
  pilots,
  practice,
  privacy,
  quality,
  refusals,
  reporting,
  routing,
  ruling,
  searching,
  segments,
  shell,
  signals,
  signingIn,
  talking,
  journeyMail,
  pilotLimits,
  recovery,
  remarks,
  training,
  understanding,
  webhooks,
  wallboard,
  wishes,
  work,
};

export type Catalogue = typeof nl;
