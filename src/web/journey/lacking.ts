import type { Catalogue } from '../../platform/words.ts';

type Lack = keyof Catalogue['measures']['lacking'];

/** What is missing for figures that no module gives yet. */
const lacks: Readonly<Record<Exclude<Lack, 'other'>, readonly string[]>> = {
  rights: ['MANDATE', 'SEND_RIGHTS', 'EM'],
  team: ['TEAM'],
  policy: ['PO', 'REVIEWED', 'MV'],
  training: ['TR'],
  platform: ['PL'],
  goals: ['KC'],
  network: ['CN', 'MI', 'EIX'],
  triage: ['TRIAGE', 'TOUCH', 'APPROVAL'],
  backoffice: ['BL', 'RR_HANDOVER'],
  pilots: ['RESULT_TYPES', 'RESULT_BETTER', 'ROI_POSITIVE', 'ROI_SHARE'],
  plan: ['KF', 'FORECAST_REVISED', 'MAPE'],
  board: ['EXI', 'EXO', 'OWNER_ACTIVE'],
  insight: ['LI', 'INSIGHT_REACH'],
  surveys: ['CSAT', 'KNOWN_AND_TRUSTED', 'COHORTS_RISING', 'NL'],
  outside: ['RR_OUTSIDE'],
  untagged: ['UT'],
  anticipation: ['AC', 'ACQ_HELPFUL', 'ACQ_UNCLEAR', 'PREDICTED'],
  community: ['QA', 'PA', 'TFA', 'MAU', 'COCREATION_OUTCOMES'],
  votes: ['DECISIONS'],
  breadth: ['ACTIVE', 'ACTIVE_DEPARTMENTS'],
  contracts: ['PC', 'PV'],
  crisis: ['CRISIS_SUPPORT'],
  signals: ['SIGNAL_TO_ACTION'],
};

export function lackOf(indicator: string | null): Lack {
  const found = Object.entries(lacks).find(([, codes]) => indicator !== null && codes.includes(indicator));
  return (found?.[0] as Lack | undefined) ?? 'other';
}
