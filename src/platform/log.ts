import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard error: standard output belongs to results. Personal data is never logged, only ids. */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, serializers: { err: errorOf } },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Drivers hang whole connections on their errors; what helps is what, which kind and where. */
function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  return { name, message, stack, ...(code === undefined ? {} : { code }) };
}

export const silentLog: Log = pino({ level: 'silent' });
