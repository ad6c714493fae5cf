import { redirect } from 'react-router';
import { localPath, urls } from '../../urls.ts';
import type { Route } from './+types/theme.ts';
import { preferenceCookie, themeCookie } from './cookies.ts';

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const chosen = form.get('theme');
  const back = redirect(localPath(String(form.get('returnTo') ?? ''), urls.home()), 303);
  if (chosen === 'system' || chosen === 'light' || chosen === 'dark') {
    back.headers.append('Set-Cookie', preferenceCookie(themeCookie, chosen));
  }
  return back;
}

export const loader = () => redirect(urls.home());
