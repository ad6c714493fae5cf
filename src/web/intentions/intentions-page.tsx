import { data, Link } from 'react-router';
import { listHeard } from '../../conversations/heard/heard.ts';
import { listenedAccounts } from '../../listening/listened.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { promisedAnswering } from '../../pilots/promises.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { getContract } from '../../privacy/contract.ts';
import { fewestTold, usesTold } from '../../privacy/counting.ts';
import { offerIn } from '../../privacy/offer/offer.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Sheet } from '../mine/sheet.tsx';
import type { PageHandle } from '../root.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/intentions-page.ts';
import { HeardList } from './heard-list.tsx';
import { Promises } from './promises.tsx';

export const handle: PageHandle = { scripts: false };

/** The same for everybody, so any cache may keep it for five minutes, by language and appearance. */
export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale, session } = pageContext(context);
  const contract = await getContract(ctx);
  const { purposes, promises } = offerIn(contract.body);
  const { month, people } = await usesTold(ctx);
  const shown = {
    organisation: (await getOrganisation(ctx)).name,
    accounts: await listenedAccounts(ctx),
    answering: await promisedAnswering(ctx),
    version: contract.version,
    publishedAt: contract.publishedAt.toISOString(),
    promises: promises.map((one) => one[locale]),
    month,
    purposes: purposes.map((one) => ({
      key: one.key,
      sentence: one[locale],
      basis: one.basis,
      retentionMonths: one.retentionMonths,
      recipients: one.recipients,
      people: people.get(one.key) ?? null,
    })),
    heard: (await listHeard(ctx)).flatMap(({ words, doneOn, said, publicId }) => {
      const text = words[locale] ?? words.nl ?? words.en;
      return text ? [{ ...text, publicId, doneOn, people: said, hidden: false }] : [];
    }),
  };
  const cache = session ? 'private, no-store' : 'public, max-age=300';
  return data(shown, { headers: { 'Cache-Control': cache, Vary: 'Cookie, Accept-Language' } });
}

export default function IntentionsPage({ loaderData }: Route.ComponentProps) {
  const { intentions } = useWords();
  const { day } = useFormats();
  const { organisation, accounts, answering, promises, purposes, heard, version, publishedAt, month } =
    loaderData;
  return (
    <Sheet brand={organisation}>
      <PageHeader title={intentions.title(organisation)} lead={intentions.lead} />
      <div className="space-y-5">
        <Card title={intentions.listen.title}>
          {accounts.length === 0 && <p className="text-soft">{intentions.listen.none}</p>}
          <ul className="divide-y divide-line">
            {accounts.map((account) => (
              <li key={`${account.channel} ${account.name}`} className="py-2">
                <span className="font-medium">{account.channel}</span>{' '}
                <bdi className="break-all">{account.name}</bdi>{' '}
                <span className="text-sm text-soft">{intentions.listen.audiences[account.audience]}</span>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-soft">{intentions.listen.what}</p>
        </Card>
        <Promises promises={answering} />
        <Card title={intentions.purposes.title}>
          <p className="mb-2 text-soft">{intentions.purposes.lead(month !== null, fewestTold)}</p>
          <ul className="divide-y divide-line border-t border-line">
            {purposes.map((purpose) => (
              <Purpose key={purpose.key} purpose={purpose} counted={month !== null} />
            ))}
          </ul>
        </Card>
        <Card title={intentions.promises}>
          <ul className="list-disc space-y-1 pl-5">
            {promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-soft">{intentions.version(version, day(publishedAt))}</p>
        </Card>
        <Card title={intentions.heard.title}>
          {heard.length === 0 ? (
            <p className="text-soft">{intentions.heard.none}</p>
          ) : (
            <HeardList rows={heard} />
          )}
        </Card>
        <p>
          <Link to={urls.mineSignIn()} reloadDocument className="link">
            {intentions.mine}
          </Link>
        </p>
      </div>
    </Sheet>
  );
}

interface PurposeProps {
  purpose: Route.ComponentProps['loaderData']['purposes'][number];
  counted: boolean;
}

function Purpose({ purpose, counted }: PurposeProps) {
  const { intentions, mine, customers } = useWords();
  const { number, list } = useFormats();
  const { contract } = mine;
  const names = customers.contract.purposes as Readonly<Record<string, string>>;
  return (
    <li className="py-3">
      <h3 className="text-base">{names[purpose.key] ?? purpose.sentence}</h3>
      <p className="mt-0.5">{contract.sentence(purpose.sentence)}</p>
      <p className="mt-0.5 text-sm text-soft">
        {contract.bases[purpose.basis as keyof typeof contract.bases]}.{' '}
        {purpose.retentionMonths === null ? contract.keptAlways : contract.kept(purpose.retentionMonths)}
        {purpose.recipients.length > 0 && ` ${contract.recipients(list(purpose.recipients))}`}
        {counted &&
          ` ${purpose.people === null ? intentions.purposes.few(fewestTold) : intentions.purposes.people(number(purpose.people))}`}
      </p>
    </li>
  );
}
