import type { NewEndpoint } from '../../conversations/webhooks/endpoint.ts';
import { types } from '../../conversations/webhooks/type.ts';
import { tickedIn } from '../routing/conditions-posted.ts';

/** An endpoint as its form posts it. */
export function endpointOf(form: FormData): NewEndpoint {
  const ticked = tickedIn(form, 'type');
  return {
    name: String(form.get('name') ?? '').trim(),
    url: String(form.get('url') ?? '').trim(),
    types: types.filter((type) => ticked.includes(type)),
  };
}

/** What was typed, to show again. */
export function givenIn({ name, url }: NewEndpoint): Readonly<Record<string, string>> {
  return { act: 'change', name, url };
}
