import { sizesShown } from '../../customers/segments/comparing.ts';
import { listSegments } from '../../customers/segments/segment.ts';
import { may, requires } from '../../organisation/authority.ts';
import { transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { NamedList } from '../customers/named-list.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import type { Route } from './+types/segments-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  return transact(ctx, 'service', async (ctx) => {
    const sizes = await sizesShown(ctx);
    const rows = (await listSegments(ctx)).map(
      ({ publicId, name, purpose, ruleId, changedAt, changedBy }) => ({
        id: publicId,
        name,
        purpose,
        size: sizes.get(ruleId) ?? null,
        changedAt: changedAt.toISOString(),
        changedBy,
      }),
    );
    return { rows, mayManage: may(ctx.actor, 'segment.manage') };
  });
}

export default function SegmentsPage({ loaderData }: Route.ComponentProps) {
  const { rows, mayManage } = loaderData;
  const { segments: words, kit } = useWords();
  const { day, number } = useFormats();
  const purposes: Readonly<Record<string, string>> = words.purposes;
  return (
    <NamedList
      current="segments"
      words={words}
      aside={mayManage && <LinkButton to={urls.newSegment()}>{words.make}</LinkButton>}
      rows={rows}
      to={urls.segment}
      columns={[
        {
          key: 'purpose',
          label: words.list.purpose,
          cell: (row) => purposes[row.purpose] ?? row.purpose,
        },
        {
          key: 'size',
          label: words.list.size,
          figures: true,
          cell: (row) => (row.size === null ? kit.figure.unknown : number(row.size)),
        },
        {
          key: 'changed',
          label: words.list.changed,
          wideOnly: true,
          cell: (row) =>
            row.changedBy ? words.list.by(row.changedBy, day(row.changedAt)) : day(row.changedAt),
        },
      ]}
    />
  );
}
