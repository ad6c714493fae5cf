import http from 'node:http';
import { accountNamed } from '../src/listening/account.ts';
import { hear } from '../src/listening/hearing.ts';
import { type Listening, listen, openServer } from '../src/server.ts';
import { hireEls } from './colleague.ts';
import { quantile, type Report, round, say } from './figure.ts';
import { openPlace, type Place } from './place.ts';

const streams = 500;
const messages = 60;

/**
 * From the commit of a message to 500 open streams of colleagues: the time until each has heard of it. Against the
 * floor of the same run: one stream.
 */
export async function bench(report: Report): Promise<void> {
  const place = await openPlace();
  const server = await openServer(place.polder, {
    pages: async () => new Response('no pages here'),
  });
  const listening = await listen(Promise.resolve(server), { port: 0, host: '127.0.0.1' });
  try {
    const { cookie } = await hireEls(place);
    const one = await measure(place, { listening, cookie, count: 1 });
    const all = await measure(place, { listening, cookie, count: streams });
    const p99 = quantile(all, 0.99);
    report({
      figure: 'deliveryP99',
      value: round(p99),
      unit: 'ms',
      budget: 250,
      against: `one stream: ${round(quantile(one, 0.99))} ms`,
      ratio: round(p99 / quantile(one, 0.99), 2),
    });
    report({ figure: 'deliveryP50', value: round(quantile(all, 0.5)), unit: 'ms' });
    report({ figure: 'delivered', value: all.length / (streams * messages), unit: 'share', budget: 1 });
  } finally {
    await listening.close();
    await server.close();
    await place.remove();
  }
}

interface Watching {
  listening: Listening;
  cookie: string;
  count: number;
}

/** Milliseconds from each commit to each stream. */
async function measure(place: Place, { listening, cookie, count }: Watching): Promise<number[]> {
  const committed: number[] = [];
  const delays: number[] = [];
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const open = Array.from({ length: count }, () =>
    watch({ port: listening.port, cookie, agent }, (order) => {
      // Heard before we knew of our own commit: no delay at all.
      delays.push(Math.max(0, performance.now() - (committed[order] ?? performance.now())));
    }),
  );
  const closers = await Promise.all(open);
  const { context } = place.polder;
  const account = await accountNamed(context, { channel: 'webform', name: 'bench', connector: 'api' });
  for (let i = 0; i < messages; i++) {
    await hear(context, { account, utterances: [utterance(`${count}-${i}`)] });
    committed.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const close of closers) close();
  agent.destroy();
  say(`${count} streams: ${delays.length} of ${count * messages} delivered`);
  return delays;
}

function utterance(id: string) {
  return {
    externalId: id,
    text: 'Waar blijft mijn pakket?',
    author: `klant-${id}`,
    authorName: null,
    sentAt: new Date(),
    direction: 'in' as const,
    replyTo: null,
    thread: null,
    automatic: false,
    departmentId: null,
    employeeId: null,
  };
}

interface Door {
  port: number;
  cookie: string;
  agent: http.Agent;
}

/** Opens one stream; `heard` is called with the order number of every change that comes in. */
function watch({ port, cookie, agent }: Door, heard: (order: number) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { port, host: '127.0.0.1', path: '/live', headers: { cookie }, agent },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`status ${answer.statusCode}`));
        let order = 0;
        answer.on('data', (chunk: Buffer) => {
          const text = chunk.toString();
          if (text.startsWith('retry:')) resolve(() => request.destroy());
          const events = text.match(/"cv_[0-9a-z]+"/g)?.length ?? 0;
          for (let i = 0; i < events; i++) heard(order++);
        });
        answer.on('error', () => {});
      },
    );
    request.on('error', () => {});
  });
}
