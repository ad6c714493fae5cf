import { describe, expect, test } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { keepsTheContract } from '../fixtures/contract.ts';
import type { Delivery } from '../pushed.ts';
import { siteConnector } from './connector.ts';
import { readSaid } from './reading.ts';
import { siteForm } from './settings.ts';

keepsTheContract('the own site', async () => {
  const kept: Delivery[] = [];
  const lines = new Map<string, string>();
  let count = 0;
  const connection = siteConnector.open({
    ...{
      id: 'cc_1',
      settings: { name: 'Site', origins: [], greeting: '' },
      secrets: {},
      key: 'k',
      allowed: [],
    },
    ...{ clock: systemClock, wayIn: '', keepSecrets: async () => {}, heardOf: async () => new Set<string>() },
    deliveries: {
      after: async (cursor) => {
        const deliveries = kept.slice(Number(cursor ?? 0));
        return { deliveries, cursor: String(kept.length), more: false };
      },
      waitForMore: async () => {},
    },
    desk: {
      lay: async ({ nonce, text }) => {
        lines.set(nonce, text);
        return true;
      },
      holds: async (nonce) => lines.has(nonce),
    },
  });
  return {
    connection,
    say: async (text) => {
      count += 1;
      const at = new Date().toISOString();
      const said = { id: `tl_${count}`, guest: 'gu_fatima', name: 'Fatima', text, at, files: [] };
      kept.push({ key: said.id, headers: {}, body: Buffer.from(JSON.stringify(said)), at });
      return said.id;
    },
    seen: async () => [...lines.values()],
    close: async () => {},
  };
});

describe('the settings of the own site', () => {
  const origins = (given: string) => siteForm.safeParse({ name: 'Site', origins: given, greeting: '' });

  test('take sites by their origin, and nothing wider', () => {
    expect(origins('https://www.waterkracht.example http://localhost:8080').data?.origins).toEqual([
      'https://www.waterkracht.example',
      'http://localhost:8080',
    ]);
    expect(origins('').data?.origins).toEqual([]);
    for (const wrong of [
      '*',
      'null',
      'http://waterkracht.example',
      'https://a.example/pad',
      'https://*',
      'x',
      'https://a.example; script-src *',
      'https://a.example,https://*.b',
    ]) {
      const { data, success } = origins(wrong);
      expect(!success || data.origins.every((one) => /^https:\/\/[a-z.]+$/.test(one)), wrong).toBe(true);
    }
  });
});

test('a file alone is a message too, and what can run is kept as a file only', () => {
  const file = {
    name: '../../rekening.svg',
    mediaType: 'image/svg+xml',
    content: btoa('<svg onload=alert(1)>'),
  };
  const said = { id: 'tl_1', guest: 'gu_1', name: null, text: '', at: '2026-11-24T10:00:00Z', files: [file] };
  const heard = readSaid(Buffer.from(JSON.stringify(said)));
  expect(heard.text).toBe('rekening.svg');
  expect(heard.attachments).toMatchObject([{ name: 'rekening.svg', verdict: 'active' }]);
});
