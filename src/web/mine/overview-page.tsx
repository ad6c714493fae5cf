import { Link } from 'react-router';
import { monthsOf } from '../../customers/mine/ledger.ts';
import { openMine } from '../../customers/mine/mine.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useNetworkName } from '../customers/network-name.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/overview-page.ts';
import { contractView } from './contract-view.ts';
import { me } from './me.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = me(context);
  const timeZone = pageContext(context).timeZone ?? fallbackTimeZone;
  return openMine(ctx, async (ctx, mine) => {
    const { rows } = await contractView(ctx, mine);
    const months = await monthsOf(ctx, mine.members, timeZone);
    return {
      name: mine.name,
      since: mine.since.toISOString(),
      identities: mine.identities,
      allowed: rows.filter(({ state }) => state === 'allowed').length,
      purposes: rows.length,
      restricted: rows.some(({ state }) => state === 'restricted'),
      month: months[0] ?? null,
    };
  });
}

export default function OverviewPage({ loaderData }: Route.ComponentProps) {
  const { mine, customers } = useWords();
  const networkName = useNetworkName();
  const { overview } = mine;
  const { day } = useFormats();
  const { name, since, identities, restricted } = loaderData;
  return (
    <>
      <PageHeader title={name ? overview.hello(name) : overview.title} lead={overview.since(day(since))} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Card title={mine.nav.contract}>
          <p>{overview.allowed(loaderData.allowed, loaderData.purposes)}</p>
          {restricted && <p className="mt-1 font-medium">{overview.restricted}</p>}
          <Onward to={urls.mineContract()}>{overview.toContract}</Onward>
        </Card>
        <Card title={mine.nav.ledger}>
          <p>{loaderData.month ? overview.uses(loaderData.month.uses) : overview.noUses}</p>
          <Onward to={urls.mineLedger()}>{overview.toLedger}</Onward>
        </Card>
      </div>
      <div className="mt-5 space-y-5">
        <Card title={overview.known}>
          <ul className="divide-y divide-line border-y border-line">
            {identities.map((identity) => (
              <li
                key={`${identity.network} ${identity.handle}`}
                className="flex flex-wrap items-center justify-between gap-2 py-2.5"
              >
                <span className="break-all">
                  <bdi>{identity.handle ?? identity.name ?? customers.unnamed}</bdi>{' '}
                  <span className="text-sm text-soft">{networkName(identity.network)}</span>
                </span>
                <Badge
                  tone={identity.proof === 'verified' || identity.proof === 'confirmed' ? 'water' : 'neutral'}
                >
                  {overview.proofs[identity.proof]}
                </Badge>
              </li>
            ))}
          </ul>
          <Onward to={urls.mineRights()}>{overview.wrong}</Onward>
        </Card>
        <Card title={mine.relationship.title}>
          <p className="mb-3">{mine.relationship.what}</p>
          <LinkButton to={urls.mineRelationship()} size="small" document>
            {mine.relationship.open}
          </LinkButton>
        </Card>
      </div>
    </>
  );
}

function Onward({ to, children }: { to: string; children: string }) {
  return (
    <p className="mt-3">
      <Link to={to} reloadDocument className="link">
        {children}
      </Link>
    </p>
  );
}
