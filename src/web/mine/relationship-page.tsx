import { contactsOf } from '../../conversations/showing/contacts.ts';
import { relationshipParts } from '../../customers/commerce/relationship-index.ts';
import { findOwnRelationship } from '../../customers/mine/relationship.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/relationship-page.ts';
import { me } from './me.ts';

const parts = Object.keys(relationshipParts) as (keyof typeof relationshipParts)[];

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = me(context);
  return (await findOwnRelationship(ctx, contactsOf)) ?? null;
}

export default function OwnRelationshipPage({ loaderData: found }: Route.ComponentProps) {
  const { relationship } = useWords().mine;
  return (
    <>
      <PageHeader title={relationship.title} lead={relationship.lead} />
      {found === null ? (
        <Notice tone="info" title={relationship.off}>
          <p className="mb-3">{relationship.offWhat}</p>
          <LinkButton to={urls.mineContract()} size="small" document>
            {relationship.toContract}
          </LinkButton>
        </Notice>
      ) : (
        <>
          <Index found={found} />
          <p className="mt-5 text-sm text-soft">{relationship.kept}</p>
        </>
      )}
    </>
  );
}

function Index({ found }: { found: NonNullable<Route.ComponentProps['loaderData']> }) {
  const { mine, keeping } = useWords();
  const { relationship } = keeping;
  const { number } = useFormats();
  return (
    <Card>
      <p className="figures text-4xl font-semibold">
        {found.index === null ? mine.relationship.too : number(found.index)}
      </p>
      <p className="mt-1 mb-4 text-soft">{relationship.judged(found.judged)}</p>
      <Table
        caption={mine.relationship.title}
        hideCaption
        rows={parts}
        rowKey={(part) => part}
        columns={[
          {
            key: 'part',
            label: relationship.part,
            heading: true,
            cell: (part) => mine.relationship.parts[part],
          },
          {
            key: 'points',
            label: relationship.points,
            figures: true,
            cell: (part) => {
              const points = found.parts[part];
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
  );
}
