import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hirePeople } from '../../test/people.ts';
import { correct } from '../listening/learning/correcting.ts';
import { transact } from '../platform/context.ts';
import { decide } from '../privacy/deciding.ts';
import { type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

interface Label {
  head: string;
  labels: string[];
  by: string;
  confidence: number | null;
  automatic: boolean;
  holds: boolean;
  modelVersion: number | null;
  model: string | null;
  because: { word: string; weight: number | null }[];
}

async function labelsOf(conversation: string): Promise<Label[]> {
  const { status, body } = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(status).toBe(200);
  return (body as { data: { labels: Label[] }[] }).data[0]?.labels ?? [];
}

interface Given {
  head: string;
  by: string;
  label: string;
  automatic?: boolean;
  version?: number;
  model?: string;
}

const write = (id: string, { head, by, label, automatic = false, version, model }: Given) =>
  transact(api.database.context, 'service', ({ database }) =>
    sql`insert into label (message_id, received_at, head, by, labels, confidence, automatic, model_version, model_name,
        because, at)
      select id, received_at, ${head}, ${by}, array[${label}], 0.75, ${automatic}, ${version ?? null}::integer,
        ${model ?? null}, ${JSON.stringify(by === 'model' ? [{ word: 'slecht', weight: 1.5 }] : [])}::jsonb, now()
      from message where public_id = ${id}`.execute(database),
  );

test('a message tells of each head what it was taken for, by whom, and the words that made it so', async () => {
  const { conversation } = await api.hear({ text: 'Wat een slechte service, ik wil een klacht indienen!' });
  const labels = await labelsOf(conversation);
  expect(labels.find(({ head }) => head === 'intent')).toEqual({
    head: 'intent',
    labels: ['complaint'],
    by: 'rules',
    confidence: null,
    automatic: true,
    holds: true,
    outOfScope: false,
    modelVersion: null,
    model: null,
    because: expect.arrayContaining([{ word: 'klacht', weight: null }]),
  });
  expect(labels.filter(({ holds }) => holds).map(({ head }) => head)).toEqual(
    expect.arrayContaining(['answerable', 'intent', 'sentiment', 'urgency']),
  );
});

test('a sure model, a doubting one and a suggestion stand each in their own place', async () => {
  const { id, conversation } = await api.hear({
    text: 'Wat een slechte service, ik wil een klacht indienen!',
  });
  await write(id, { head: 'sentiment', by: 'model', label: 'negative', automatic: true, version: 3 });
  await write(id, { head: 'intent', by: 'model', label: 'idea', version: 2 });
  await write(id, { head: 'intent', by: 'assistant', label: 'praise', model: 'mock-1' });
  const labels = await labelsOf(conversation);
  const of = (head: string) => labels.filter((one) => one.head === head);
  expect(of('sentiment')).toMatchObject([
    {
      by: 'model',
      labels: ['negative'],
      confidence: 0.75,
      automatic: true,
      holds: true,
      modelVersion: 3,
      because: [{ word: 'slecht', weight: 1.5 }],
    },
  ]);
  expect(of('intent')).toMatchObject([
    { by: 'rules', holds: true },
    { by: 'assistant', labels: ['praise'], automatic: false, holds: false, model: 'mock-1' },
    { by: 'model', labels: ['idea'], automatic: false, holds: false, modelVersion: 2 },
  ]);
});

test('what a colleague says holds, and a suggestion goes when the customer objects to it', async () => {
  const { id, conversation } = await api.hear({
    text: 'Wat een slechte service, ik wil een klacht indienen!',
  });
  await write(id, { head: 'intent', by: 'assistant', label: 'praise', model: 'mock-1' });
  const { els } = await hirePeople(api.database.context);
  await correct(els.context, id, { head: 'intent', labels: ['idea'] });
  const intent = async () => (await labelsOf(conversation)).filter(({ head }) => head === 'intent');
  expect(await intent()).toMatchObject([
    { by: 'person', labels: ['idea'], confidence: 1, holds: true },
    { by: 'assistant', holds: false },
  ]);
  await transact(api.database.context, 'service', async (ctx) => {
    const found = await sql<{
      id: string;
    }>`select person_id as id from message where public_id = ${id}`.execute(ctx.database);
    await decide(ctx, found.rows[0]?.id ?? '', { purpose: 'ai_assist', act: 'object', strength: 0 });
  });
  expect((await intent()).map(({ by }) => by)).toEqual(['person']);
});

test('our own messages have no labels, and all of them together cost one statement more', async () => {
  const { conversation } = await api.hear();
  await api.send('POST', `/conversations/${conversation}/messages`, {
    body: { kind: 'reply', text: 'Dag.' },
  });
  api.database.statements();
  const { body } = await api.send('GET', `/conversations/${conversation}/messages`);
  const about = api.database.statements().filter((text) => text.includes('label_now'));
  expect(about.length).toBe(1);
  expect((body as { data: { kind: string; labels: Label[] }[] }).data.at(-1)).toMatchObject({
    kind: 'reply',
    labels: [],
  });
});

test('the document describes a label', async () => {
  const { body } = await api.send('GET', '/openapi.json');
  const { schemas } = (body as { components: { schemas: Record<string, { required: string[] }> } })
    .components;
  expect(schemas.Label?.required).toEqual(
    expect.arrayContaining(['by', 'confidence', 'automatic', 'modelVersion', 'because']),
  );
  expect(schemas.Message?.required).toContain('labels');
});
