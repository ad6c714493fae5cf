import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { quantile } from './figure.ts';

/** What this thread does: write at a rate, watch streams, or read the list; a thread each, so that none slows another. */
export type Part =
  | { kind: 'write'; port: number; key: string; perSecond: number; seconds: number }
  | { kind: 'watch'; port: number; cookie: string; streams: number }
  | { kind: 'read'; port: number; cookie: string; perSecond: number };

export interface Written {
  accepted: number;
  refused: number;
  /** Seconds from the last arrival until the last message was in. */
  backlog: number;
  p95: number;
}

export interface Watched {
  /** What the streams that are looked at wholly heard of; numbers of conversations. */
  heard: string[][];
  /** Streams that ended before they were told to. */
  broken: number;
}

export interface ReadTimes {
  times: number[];
  failed: number;
}

const callers = 64;
/** Remembering what each of hundreds heard would measure this thread; so many are enough to see that nothing is missed. */
const wholly = 5;

let stopped = false;
parentPort?.on('message', () => {
  stopped = true;
});

async function write({ port, key, perSecond, seconds }: Extract<Part, { kind: 'write' }>): Promise<Written> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers });
  const times: number[] = [];
  let [sent, accepted, refused] = [0, 0, 0];
  const total = perSecond * seconds;
  const began = performance.now();
  // Messages arrive by the clock, whatever the server does; what does not fit yet waits its turn.
  async function caller(): Promise<void> {
    while (sent < total) {
      const at = sent++;
      const arrives = began + (at / perSecond) * 1000;
      const wait = arrives - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const status = await ask({ port, agent, path: '/api/v1/messages', key, body: bodyOf(at) });
      if (status === 201) accepted += 1;
      else refused += 1;
      times.push(performance.now() - arrives);
    }
  }
  await Promise.all(Array.from({ length: callers }, caller));
  agent.destroy();
  const backlog = Math.max(0, performance.now() - began - seconds * 1000) / 1000;
  return { accepted, refused, backlog, p95: quantile(times, 0.95) };
}

function bodyOf(at: number): string {
  return JSON.stringify({
    channel: 'webform',
    account: 'burst',
    externalId: `burst-${at}`,
    author: { id: `klant-${at}` },
    text: `Er is geen stroom in straat ${at % 97}, nummer ${at}. Wanneer is het opgelost?`,
  });
}

async function read({ port, cookie, perSecond }: Extract<Part, { kind: 'read' }>): Promise<ReadTimes> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const times: number[] = [];
  let failed = 0;
  const open = new Set<Promise<void>>();
  const began = performance.now();
  for (let at = 0; !stopped; at += 1) {
    const due = began + (at / perSecond) * 1000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const one = ask({ port, agent, path: '/inbox/list', cookie }).then((status) => {
      times.push(performance.now() - due);
      if (status !== 200) failed += 1;
      open.delete(one);
    });
    open.add(one);
  }
  await Promise.all(open);
  agent.destroy();
  return { times, failed };
}

async function watch({ port, cookie, streams }: Extract<Part, { kind: 'watch' }>): Promise<Watched> {
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const heard = Array.from({ length: wholly }, () => new Set<string>());
  let broken = 0;
  const opened = Array.from({ length: streams }, (_, at) => {
    const { promise, resolve, reject } = Promise.withResolvers<http.ClientRequest>();
    const request = http.get(
      { port, host: '127.0.0.1', path: '/live', headers: { cookie }, agent },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`status ${answer.statusCode}`));
        let rest = '';
        answer.on('data', (chunk: Buffer) => {
          resolve(request);
          const own = heard[at];
          if (!own) return;
          const text = rest + chunk.toString();
          for (const [id] of text.matchAll(/cv_[0-9a-z]{26}/g)) own.add(id);
          rest = text.slice(-40);
        });
        answer.on('close', () => {
          if (!stopped) broken += 1;
        });
      },
    );
    request.on('error', () => {});
    return promise;
  });
  const requests = await Promise.all(opened);
  parentPort?.postMessage('watching');
  while (!stopped) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const request of requests) request.destroy();
  agent.destroy();
  return { heard: heard.map((own) => [...own]), broken };
}

interface Asked {
  port: number;
  agent: http.Agent;
  path: string;
  key?: string;
  cookie?: string;
  body?: string;
}

function ask({ port, agent, path, key, cookie, body }: Asked): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(cookie && { cookie }),
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const method = body ? 'POST' : 'GET';
    const request = http.request({ host: '127.0.0.1', port, path, method, headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    request.on('error', () => resolve(0));
    request.end(body);
  });
}

const part = workerData as Part;
const done = part.kind === 'write' ? write(part) : part.kind === 'watch' ? watch(part) : read(part);
parentPort?.postMessage(await done);
parentPort?.close();
