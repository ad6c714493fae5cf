import { isRouteErrorResponse } from 'react-router';
import type { Trouble } from '../../platform/http/pages.ts';

export interface Shown {
  code: string;
  requestId: string | null;
}

const byStatus: Readonly<Record<number, string>> = {
  401: 'sign-in',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many',
};

/** Reads what went wrong from whatever the router caught: our own trouble, a bare status, or a bug. */
export function troubleOf(error: unknown): Shown {
  if (!isRouteErrorResponse(error)) return { code: 'bug', requestId: null };
  if (isTrouble(error.data)) return { code: error.data.code, requestId: error.data.requestId };
  return { code: byStatus[error.status] ?? (error.status >= 500 ? 'bug' : 'unknown'), requestId: null };
}

function isTrouble(value: unknown): value is Trouble {
  return typeof value === 'object' && value !== null && 'code' in value && 'requestId' in value;
}
