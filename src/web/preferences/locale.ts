import { redirect } from 'react-router';
import { isLocale, localeCookie } from '../../platform/words.ts';
import { localPath, urls } from '../../urls.ts';
import type { Route } from './+types/locale.ts';
import { preferenceCookie } from './cookies.ts';
import { flashCookie } from './flash.ts';

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const chosen = form.get('locale');
  const back = redirect(localPath(String(form.get('returnTo') ?? ''), urls.home()), 303);
  if (isLocale(chosen)) {
    back.headers.append('Set-Cookie', preferenceCookie(localeCookie, chosen));
    back.headers.append('Set-Cookie', flashCookie('language-changed'));
  }
  return back;
}

export const loader = () => redirect(urls.home());
