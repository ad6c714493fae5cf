import { requires } from '../../../organisation/authority.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { versions } from '../../../privacy/contract.ts';
import { compareOffers } from '../../../privacy/offer/comparing.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { Route } from './+types/version-page.ts';
import { Changes } from './changes.tsx';
import { Origin } from './offer-page.tsx';
import { differenceView, offerView, versionView } from './offer-view.ts';
import { Offered } from './offered.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'offer.manage');
  const all = await versions(ctx, 'everyone', 1000);
  const at = all.findIndex(({ version }) => String(version) === params.version);
  const [found, before] = [all[at], all[at + 1]];
  if (!found) throw new Refusal('not-found.contract');
  return {
    version: versionView(found),
    offer: offerView(found.body, locale),
    before: before?.version ?? null,
    differences: before
      ? compareOffers(before.body, found.body).map((one) => differenceView(one, locale))
      : [],
  };
}

export default function VersionPage({ loaderData }: Route.ComponentProps) {
  const { version, offer, before, differences } = loaderData;
  const { offer: words } = useWords();
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.version(version.version)}
        aside={
          <LinkButton to={urls.offer()} tone="quiet" size="small" icon="previous">
            {words.back}
          </LinkButton>
        }
      />
      <div className="space-y-5">
        <Origin version={version} />
        {before !== null && (
          <Changes differences={differences} title={words.changes.between(before, version.version)} />
        )}
        <Offered offer={offer} />
      </div>
    </div>
  );
}
