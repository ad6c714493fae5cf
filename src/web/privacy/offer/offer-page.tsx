import { Link, redirect } from 'react-router';
import { requires } from '../../../organisation/authority.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { getContract, versions } from '../../../privacy/contract.ts';
import { beginDraft, findDraft } from '../../../privacy/offer/drafting.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form } from '../../ui/form.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/offer-page.ts';
import { offerView, type VersionView, versionView } from './offer-view.ts';
import { Offered } from './offered.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'offer.manage');
  const current = await getContract(ctx);
  return {
    current: versionView(current),
    offer: offerView(current.body, locale),
    versions: (await versions(ctx)).map(versionView),
    drafting: (await findDraft(ctx)) !== undefined,
  };
}

export async function action({ context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'offer.manage');
  await beginDraft(ctx);
  return redirect(urls.offerDraft(), 303);
}

export default function OfferPage({ loaderData }: Route.ComponentProps) {
  const { current, offer, versions: all, drafting } = loaderData;
  const { offer: words } = useWords();
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} aside={<Begin drafting={drafting} />} />
      <div className="space-y-5">
        <Holds version={current} />
        <Offered offer={offer} />
        <Versions versions={all} />
      </div>
    </div>
  );
}

function Begin({ drafting }: { drafting: boolean }) {
  const { draft } = useWords().offer;
  if (drafting) return <LinkButton to={urls.offerDraft()}>{draft.goOn}</LinkButton>;
  return (
    <Form>
      <Button>{draft.begin}</Button>
    </Form>
  );
}

function Holds({ version }: { version: VersionView }) {
  const { offer: words } = useWords();
  return (
    <div>
      <h2 className="text-lg">{words.current(version.version)}</h2>
      <Origin version={version} />
    </div>
  );
}

/** Since when a version holds, and who made it. */
export function Origin({ version }: { version: VersionView }) {
  const { offer: words } = useWords();
  const { day } = useFormats();
  const { publishedAt, publishedBy, confirmedBy, note } = version;
  return (
    <p className="text-soft">
      {words.since(day(publishedAt))}.{' '}
      {publishedBy && confirmedBy ? words.people(publishedBy, confirmedBy) : words.shipped}
      {note && <span className="block">“{note}”</span>}
    </p>
  );
}

function Versions({ versions: all }: { versions: readonly VersionView[] }) {
  const { offer: words } = useWords();
  const { day } = useFormats();
  return (
    <Card title={words.versions}>
      <Table
        caption={words.versions}
        hideCaption
        rows={all}
        rowKey={(row) => String(row.version)}
        columns={[
          {
            key: 'version',
            label: words.versionColumn,
            heading: true,
            cell: (row) => (
              <Link className="link" to={urls.offerVersion(row.version)}>
                {words.version(row.version)}
              </Link>
            ),
          },
          { key: 'published', label: words.published, cell: (row) => day(row.publishedAt) },
          {
            key: 'asked',
            label: words.asked,
            cell: ({ material }) =>
              material.length > 0 ? words.askedFor(material.length) : words.askedNobody,
          },
        ]}
      />
    </Card>
  );
}
