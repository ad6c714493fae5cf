import { createServer } from 'node:net';
import type { Holder } from '../../platform/data-folder.ts';
import { good, type Verdict, wrong } from './verdict.ts';

/** Does Polder answer where it runs, or could it listen when it does not run? */
export async function examineAddress(
  place: { host: string; port: number },
  holder?: Holder,
): Promise<Verdict> {
  if (holder) return examineRunning(holder);
  const at = `${place.host}:${place.port}`;
  const problem = await tryListening(place);
  if (problem === undefined) return good('port', `Polder does not run; ${at} is free for it.`);
  const why = problem === 'EADDRINUSE' ? 'another program listens there' : problem;
  return wrong('port', `Polder cannot listen on ${at}: ${why}. Set PORT to another number.`);
}

async function examineRunning({ pid, address }: Holder): Promise<Verdict> {
  if (address === null) return good('port', `Polder is starting (process ${pid}).`);
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    if (answer.status < 500) return good('port', `Polder answers at ${address} (process ${pid}).`);
    return wrong('port', `Polder (process ${pid}) answers ${answer.status} at ${address}; see its log.`);
  } catch {
    return wrong(
      'port',
      `Polder (process ${pid}) does not answer at ${address}. Stop it with "polder stop".`,
    );
  }
}

function tryListening(place: { host: string; port: number }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(place, () => server.close(() => resolve(undefined)));
  });
}
