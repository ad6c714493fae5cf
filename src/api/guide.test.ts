import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hire } from '../organisation/employees.ts';
import { type ServedApi, serveApi } from './fixtures/serving.ts';

const guide = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

interface Curl {
  line: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** Every curl command of the guide, as it would be sent; the key is put in where it is sent. */
function curls(): Curl[] {
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
  const commands = blocks.flatMap((text) => text.replaceAll('\\\n', ' ').split(/^(?=curl )/m));
  return commands.filter((command) => command.startsWith('curl ')).map(read);
}

function read(line: string): Curl {
  const [, path = ''] = /"\$POLDER\/api\/v1([^"]*)"/.exec(line) ?? [];
  const [, body] = /-d '([^']*)'/.exec(line) ?? [];
  const [, method = body === undefined ? 'GET' : 'POST'] = /-X ([A-Z]+)/.exec(line) ?? [];
  const given = [...line.matchAll(/-H "((?!Authorization)[^:"]+): ([^"]+)"/g)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), value],
  );
  return { line, method, path, headers: Object.fromEntries(given), ...(body === undefined ? {} : { body }) };
}

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

test('every command of the guide works as it stands, in its order', async () => {
  const { conversation } = await api.hear();
  const els = { name: 'Els', email: 'els@waterkracht.example', departmentId: null, userId: null, roles: [] };
  const employee = (await hire(api.database.context, els)).publicId;
  const all = curls();
  expect(all.length).toBeGreaterThan(9);
  for (const { line, method, path, headers, body } of all) {
    expect(line).toContain('-H "Authorization: Bearer $KEY"');
    const answer = await api.send(method, path.replace('$ID', conversation), {
      headers,
      ...(body ? { body: body.replace('em_01…', employee) } : {}),
    });
    expect([200, 201], `${line} ${JSON.stringify(answer.body)}`).toContain(answer.status);
  }
});
