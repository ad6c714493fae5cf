import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hirePeople } from '../../test/people.ts';
import { runningWebcare } from '../pilots/fixtures/webcare-pilot.ts';
import { askDecision } from '../pilots/living/deciding.ts';
import { type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
let id: string;

beforeAll(async () => {
  api = await serveApi();
  const people = await hirePeople(api.database.context);
  id = await runningWebcare(people.ravi.context, {
    owner: people.els.employee.id,
    sponsor: people.anneke.employee.id,
    department: people.departmentId,
  });
  await askDecision(people.ravi.context, id, null);
});
afterAll(() => api?.close());

describe('pilots for programs', () => {
  test('are listed and read, with names instead of numbers', async () => {
    const { body } = await api.send('GET', '/pilots');
    const [pilot] = (body as { data: unknown[] }).data;
    expect(pilot).toMatchObject({
      ...{ id, state: 'deciding', phase: 1, on: true, capabilities: ['inbox.webcare'] },
      ...{ scope: { channels: ['x'] }, owner: 'Els Bakker', sponsor: 'Anneke de Graaf' },
    });
    expect((await api.send('GET', `/pilots/${id}`)).body).toEqual(pilot);
    expect((await api.send('GET', '/pilots/pi_nobody')).status).toBe(404);
  });

  test('are decided on once for one key, and what the life does not know is a conflict', async () => {
    const decide = (body: object, key: string) =>
      api.send('POST', `/pilots/${id}/decisions`, { body, headers: { 'idempotency-key': key } });
    const scale = { choice: 'scale', why: 'Het doel is gehaald' };
    expect(await decide(scale, 'once')).toMatchObject({ status: 200, body: { state: 'running', phase: 2 } });
    const again = await decide(scale, 'once');
    expect(again).toMatchObject({ status: 200, body: { phase: 2 } });
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(await decide(scale, 'other')).toMatchObject({
      status: 409,
      body: { code: 'conflict.pilot-state' },
    });
    expect((await decide({ choice: 'grow', why: 'x' }, 'third')).status).toBe(422);
  });
});
