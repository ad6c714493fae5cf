import { describe, expect, test } from 'vitest';
import { type Planted, type RunEnd, simulateSending } from './fixtures/simulating.ts';
import { type PlantedIntake, simulateReceiving } from './fixtures/simulating-receiving.ts';
import { type SendingRules, sendingRules } from './sending.ts';

async function wrongs(planted: Planted, runs: number): Promise<number> {
  let wrong = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const end: RunEnd = await simulateSending(seed, planted);
    wrong += end.duplicates + end.lost + end.falselySent + end.falselyFailed;
  }
  return wrong;
}

const broken = (rules: Partial<SendingRules>): Planted => ({ rules: { ...sendingRules, ...rules } });

const mutants: Readonly<Record<string, Planted>> = {
  'what may have left is sent again at once': broken({
    endingOf: (claimed, outcome, means) =>
      outcome.kind === 'unknown'
        ? { state: 'queued', again: means.now, reason: 'again', answer: '', account: false }
        : sendingRules.endingOf(claimed, outcome, means),
  }),
  'what may have left counts as sent': broken({
    endingOf: (claimed, outcome, means) =>
      outcome.kind === 'unknown'
        ? { state: 'sent', externalId: 'x', answer: '' }
        : sendingRules.endingOf(claimed, outcome, means),
  }),
  'what may have left counts as not gone': broken({
    endingOf: (claimed, outcome, means) =>
      outcome.kind === 'unknown'
        ? { state: 'failed', reason: 'timeout', answer: '' }
        : sendingRules.endingOf(claimed, outcome, means),
  }),
  'it is looked for before it can be seen': broken({
    endingOf: (claimed, outcome, means) => {
      const ending = sendingRules.endingOf(claimed, outcome, means);
      return ending.state === 'unknown' && ending.askAt !== null ? { ...ending, askAt: means.now } : ending;
    },
  }),
  'not found always means that it never left': broken({
    endingAfterLook: (claimed, found, means) =>
      found.kind === 'there'
        ? sendingRules.endingAfterLook(claimed, found, means)
        : { state: 'queued', again: means.now, reason: 'again', answer: '', account: false },
  }),
  'one whose sender died simply goes again': broken({
    endingOfCut: ({ claimedAt }) => ({
      state: 'queued',
      again: claimedAt,
      reason: 'crash',
      answer: '',
      account: false,
    }),
  }),
  'one whose sender died counts as sent': broken({
    endingOfCut: () => ({ state: 'sent', externalId: 'x', answer: '' }),
  }),
  'who slept calls all the same': broken({ tooLate: () => false }),
  'a refusal counts, whatever came before': broken({
    endingOf: (claimed, outcome, means) =>
      sendingRules.endingOf({ ...claimed, doubted: false }, outcome, means),
  }),
  'every result is taken, whoever it comes from': { withoutFence: true },
  'nobody looks for those whose sender died': { withoutCutting: true },
  'each try has a key of its own': { newNonce: true },
};

describe('sending over a channel that misbehaves, by workers that die', () => {
  test('no answer twice, none lost, none said to be sent that was not, none said not to be that was', async () => {
    expect(await wrongs({}, 1500)).toBe(0);
  });

  test.each(Object.entries(mutants))('is found out when %s', async (_, planted) => {
    expect(await wrongs(planted, 300)).toBeGreaterThan(0);
  });

  test('most come to an end by themselves', async () => {
    let [parked, sent] = [0, 0];
    for (let seed = 1; seed <= 300; seed += 1) {
      const end = await simulateSending(seed);
      parked += end.parked;
      sent += end.sent;
    }
    expect(sent).toBeGreaterThan(parked);
  });
});

async function wrongReceived(planted: PlantedIntake, runs: number): Promise<number> {
  let wrong = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const end = await simulateReceiving(seed, planted);
    wrong += end.lost + end.doubled + end.wrong;
  }
  return wrong;
}

describe('receiving in any order, twice, late, by one who dies', () => {
  test('everything stands here as it stands there, once', async () => {
    expect(await wrongReceived({}, 300)).toBe(0);
  });

  test.each<[string, PlantedIntake]>([
    ['the cursor goes ahead of the messages', { cursorFirst: true }],
    ['nothing remembers what was heard', { withoutGate: true }],
    ['the change that comes last holds', { lastComesWins: true }],
    ['what was removed comes back', { withoutTombstone: true }],
    ['one that cannot be stored takes its page along', { dropsPoisoned: true }],
  ])('is found out when %s', async (_, planted) => {
    expect(await wrongReceived(planted, 100)).toBeGreaterThan(0);
  });
});
