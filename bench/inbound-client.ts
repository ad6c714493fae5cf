import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { quantile } from './figure.ts';

export interface Load {
  port: number;
  key: string;
  callers: number;
  count: number;
  prefix: string;
}

export interface Measured {
  perSecond: number;
  p95: number;
}

/** The callers, in a thread of their own: what is measured is the server and not its client. */
async function measure({ port, key, callers, count, prefix }: Load): Promise<Measured> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers });
  const times: number[] = [];
  let next = 0;
  async function caller(): Promise<void> {
    while (next < count) {
      const i = next++;
      const started = performance.now();
      const status = await post({ port, key, agent }, bodyOf(prefix, i));
      if (status !== 201) throw new Error(`status ${status}`);
      times.push(performance.now() - started);
    }
  }
  const started = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  const perSecond = count / ((performance.now() - started) / 1000);
  agent.destroy();
  return { perSecond, p95: quantile(times, 0.95) };
}

function bodyOf(prefix: string, i: number): string {
  return JSON.stringify({
    channel: 'webform',
    account: 'bench',
    externalId: `${prefix}-${i}`,
    author: { id: `klant-${prefix}-${i}` },
    text: `Mijn pakket ${i} is nog steeds niet binnen, wanneer komt het?`,
  });
}

interface Door {
  port: number;
  key: string;
  agent: http.Agent;
}

function post({ port, key, agent }: Door, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${key}`,
    };
    const options = { host: '127.0.0.1', port, path: '/api/v1/messages', method: 'POST', headers, agent };
    const request = http.request(options, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end(body);
  });
}

parentPort?.postMessage(await measure(workerData as Load));
