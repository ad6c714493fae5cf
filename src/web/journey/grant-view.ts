import { capabilities } from '../../pilots/capability.ts';
import type { Grant } from '../../pilots/granting.ts';
import type { Locale } from '../../platform/words.ts';
import { type Naming, scopeView } from '../pilots/naming.ts';

/** What a running grant switches on, in plain words. */
export function grantView(
  { key, capabilities: on, scope, basis, grantedAt }: Grant,
  { naming, locale }: { naming: Naming; locale: Locale },
) {
  return {
    key,
    name: on[0] ? capabilities[on[0]][locale].name : key,
    sentences: on.map((capability) => capabilities[capability][locale].sentence),
    ...scopeView(scope, naming),
    basis,
    since: grantedAt.toISOString(),
  };
}

export type GrantView = ReturnType<typeof grantView>;
