import { redirectDocument } from 'react-router';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { flashCookie } from '../preferences/flash.ts';
import type { Route } from './+types/sign-out.ts';

export async function action({ request, context }: Route.ActionArgs) {
  const { headers } = await pageContext(context).signing.signOut(request);
  const answer = redirectDocument(urls.signIn(), { status: 303, headers });
  answer.headers.append('Set-Cookie', flashCookie('signed-out'));
  return answer;
}

/** Following a link must never sign anybody out. */
export const loader = () => redirectDocument(urls.home());
