import { hasOpenCase } from '../../conversations/showing/cases.ts';
import { contactsOf } from '../../conversations/showing/contacts.ts';
import { openRelationship } from '../../customers/commerce/relationship.ts';
import { relationshipParts } from '../../customers/commerce/relationship-index.ts';
import { requireReason } from '../../customers/looking/looking.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/relationship-page.ts';
import { orAskWhy } from './asking-why.ts';

const parts = Object.keys(relationshipParts) as (keyof typeof relationshipParts)[];

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  return orAskWhy(url, params.id, async () => {
    await requireReason(ctx, { id: params.id, hasCase: hasOpenCase });
    return openRelationship(ctx, params.id, contactsOf);
  });
}

export default function RelationshipPage({ loaderData }: Route.ComponentProps) {
  const { relationship, merging } = useWords().keeping;
  const { number } = useFormats();
  const { index, judged, publicId, name } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={`${relationship.title}: ${name ?? merging.unnamed}`}
        lead={relationship.lead}
        aside={
          <LinkButton to={urls.customer(publicId)} tone="quiet" size="small" icon="previous">
            {relationship.back}
          </LinkButton>
        }
      />
      <Card>
        <p className="figures text-4xl font-semibold">{index === null ? relationship.too : number(index)}</p>
        <p className="mt-1 mb-4 text-soft">{relationship.judged(judged)}</p>
        <Table
          caption={relationship.title}
          hideCaption
          rows={parts}
          rowKey={(part) => part}
          columns={[
            {
              key: 'part',
              label: relationship.part,
              heading: true,
              cell: (part) => relationship.parts[part],
            },
            {
              key: 'points',
              label: relationship.points,
              figures: true,
              cell: (part) => {
                const points = loaderData.parts[part];
                return points === null ? relationship.unknown : number(points, 1);
              },
            },
            {
              key: 'of',
              label: relationship.of,
              figures: true,
              cell: (part) => number(relationshipParts[part]),
            },
          ]}
        />
      </Card>
    </div>
  );
}
