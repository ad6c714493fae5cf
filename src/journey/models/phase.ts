import { count, fact, type Judgeable, seconds, share } from '../criterion.ts';
import type { Outcome } from '../evaluating.ts';

/** The four phases of the Social Business Roadmap (Social Inc., 2014). 0 stands before the first. */
export type PhaseNumber = 0 | 1 | 2 | 3 | 4;

export const phases = [
  { number: 1, key: 'presence', nl: 'Aanwezigheid', en: 'Presence' },
  { number: 2, key: 'dialogue', nl: 'Dialoog', en: 'Dialogue' },
  { number: 3, key: 'engagement', nl: 'Betrokkenheid', en: 'Engagement' },
  { number: 4, key: 'social_business', nl: 'Social business', en: 'Social business' },
] as const;

export interface PhaseCriterion extends Judgeable {
  readonly phase: Exclude<PhaseNumber, 0>;
  readonly nl: string;
  readonly en: string;
}

const hour = 3600;
const now = { window: 'now' } as const;

/** Every criterion of a phase is required, and every earlier phase. */
export const phaseCriteria: readonly PhaseCriterion[] = [
  {
    ...{ id: 'P1.1', phase: 1, parts: [count('ACCOUNTS', [1, 0], now)] },
    ...{ nl: 'Er is een eigen account aangesloten', en: 'An own account is connected' },
  },
  {
    ...{ id: 'P1.2', phase: 1, parts: [count('POSTS', [1, 0])] },
    ...{ nl: 'Er wordt iets geplaatst', en: 'Something is posted' },
  },
  {
    ...{ id: 'P1.3', phase: 1, parts: [share('READ', [0.5, 0.4], { nMin: 30 })] },
    ...{ nl: 'Wat binnenkomt wordt gelezen', en: 'What comes in is read' },
  },
  {
    ...{ id: 'P2.1', phase: 2, parts: [share('RR', [0.4, 0.36])] },
    ...{ nl: 'Berichten krijgen antwoord', en: 'Messages get an answer' },
  },
  {
    ...{ id: 'P2.2', phase: 2, applicability: 'departments' },
    parts: [count('DA', [2, 1], { atMostDepartments: true })],
    substitute: [count('PEOPLE', [2, 1])],
    ...{ nl: 'Twee afdelingen antwoorden', en: 'Two departments answer' },
  },
  {
    ...{ id: 'P2.3', phase: 2, parts: [count('CONTENT_WEEKS', [8, 7], now)] },
    ...{ nl: 'Elke week staat er iets nieuws', en: 'There is something new every week' },
  },
  {
    ...{ id: 'P2.4', phase: 2, parts: [count('GOAL_MEASURED', [1, 0], now)] },
    ...{
      nl: 'Een afdeling meet een doel voor merk of tevredenheid',
      en: 'A department measures a goal for brand or satisfaction',
    },
  },
  {
    ...{ id: 'P3.1', phase: 3, applicability: 'departments' },
    parts: [count('DA', [4, 3], { atMostDepartments: true })],
    substitute: [count('PEOPLE', [4, 3])],
    ...{ nl: 'Vier afdelingen doen mee', en: 'Four departments take part' },
  },
  {
    ...{ id: 'P3.2', phase: 3, parts: [fact('TEAM')] },
    ...{ nl: 'Er is een multidisciplinair team dat besluit', en: 'A multidisciplinary team takes decisions' },
  },
  {
    ...{ id: 'P3.3', phase: 3, applicability: 'community', parts: [fact('COMMUNITY_ALIVE', { window: 28 })] },
    ...{ nl: 'De community leeft', en: 'The community is alive' },
  },
  {
    ...{ id: 'P3.4', phase: 3, parts: [count('RESULT_TYPES', [2, 1], now)] },
    ...{ nl: 'Twee soorten resultaat zijn gemeten', en: 'Two types of result are measured' },
  },
  {
    ...{ id: 'P3.5', phase: 3, parts: [count('CONTACT_WEEKS', [12, 11], now)] },
    ...{ nl: 'Doorlopend contact, ook buiten campagnes', en: 'Contact goes on, outside campaigns too' },
  },
  {
    ...{ id: 'P3.6', phase: 3, parts: [share('LI', [0.5, 0.4], { nMin: 2 })] },
    ...{ nl: 'De helft van de afdelingen luistert mee', en: 'Half of the departments listen' },
  },
  {
    ...{ id: 'P3.7', phase: 3, applicability: 'consumers', parts: [fact('OFFERED')] },
    ...{
      nl: 'Elke klant krijgt een privacycontract aangeboden',
      en: 'Every customer is offered a privacy contract',
    },
  },
  {
    ...{ id: 'P3.8', phase: 3, parts: [count('COCREATION_DONE', [1, 0], { window: 182 })] },
    ...{
      nl: 'Een cocreatie of stemming is afgerond met terugkoppeling',
      en: 'A co-creation or vote ended with feedback',
    },
  },
  {
    ...{ id: 'P3.9', phase: 3, applicability: 'executives' },
    parts: [count('BOARD_LETTERS', [2, 1], { window: 91 })],
    ...{ nl: 'De directie leest haar brief', en: 'The board reads its letter' },
  },
  {
    ...{ id: 'P4.1', phase: 4, parts: [seconds('SIGNAL_TO_ACTION', [24 * hour, 48 * hour])] },
    ...{ nl: 'Binnen een dag van signaal naar actie', en: 'From signal to action within a day' },
  },
  {
    ...{ id: 'P4.2', phase: 4, parts: [share('AC', [0.1, 0.07], { window: 91 })] },
    ...{ nl: 'Contact vóór de vraag', en: 'Contact before the question' },
  },
  {
    ...{ id: 'P4.3', phase: 4, parts: [share('LI', [0.8, 0.7], { nMin: 2 })] },
    ...{
      nl: 'Bijna alle afdelingen gebruiken actuele cijfers',
      en: 'Nearly all departments use live figures',
    },
  },
  {
    ...{ id: 'P4.4', phase: 4, parts: [fact('DATA_MANAGER'), fact('QUALITY_GATE')] },
    ...{
      nl: 'Er is een datamanager en de gegevenspoort staat open',
      en: 'There is a data manager and data pass the gate',
    },
  },
  {
    ...{ id: 'P4.5', phase: 4, parts: [share('CULTURE', [0.6, 0.5], { window: 'round', nMin: 5 })] },
    ...{ nl: 'De cultuur draagt het', en: 'The culture carries it' },
  },
  {
    ...{ id: 'P4.6', phase: 4, parts: [count('STAGE', [4, 3], now)] },
    ...{ nl: 'Reisfase 4 houdt stand', en: 'Stage 4 of the journey holds' },
  },
];

export interface PhaseStanding {
  readonly proven: PhaseNumber;
  readonly possible: PhaseNumber;
  readonly outcomes: readonly Outcome<PhaseCriterion>[];
}

export function phaseOf(outcomes: readonly Outcome<PhaseCriterion>[]): PhaseStanding {
  const reach = (holds: (outcome: Outcome<PhaseCriterion>) => boolean): PhaseNumber => {
    let phase: PhaseNumber = 0;
    for (const next of [1, 2, 3, 4] as const) {
      const own = outcomes.filter(({ criterion, exempt }) => criterion.phase === next && !exempt);
      if (!own.every(holds)) break;
      phase = next;
    }
    return phase;
  };
  return {
    proven: reach(({ state }) => state === 'met'),
    possible: reach(({ state }) => state !== 'not_met'),
    outcomes,
  };
}
