import { redirect } from 'react-router';
import { isRefusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';

/** Reads what is asked for, or leads to the page that asks why; from there one comes back to this address. */
export async function orAskWhy<T>(url: URL, id: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isRefusal(error) && error.code === 'conflict.reason-needed')
      throw redirect(urls.customerLook(id, `${url.pathname}${url.search}`), 303);
    throw error;
  }
}
