import { requires } from '../../../organisation/authority.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { words } from '../../../platform/words.ts';
import { recordOfProcessing } from '../../../privacy/records/processing.ts';
import { retentionDays } from '../../../privacy/retaining/retention.ts';
import type { Route } from './+types/processing-file.ts';
import { csvResponse } from './csv.ts';

/** The record of processing as a file: for a spreadsheet, or with everything in it for programs. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'privacy.manage');
  const { lines, retention } = await transact(ctx, 'legal', async (ctx) => ({
    lines: await recordOfProcessing(ctx, locale),
    retention: await retentionDays(ctx),
  }));
  const { processing } = words(locale).privacy;
  if (url.searchParams.get('format') === 'json') {
    const { name } = await getOrganisation(ctx);
    const record = { controller: name, madeAt: ctx.clock.now().toString(), retention, activities: lines };
    return new Response(JSON.stringify(record, null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${processing.file}.json"`,
        'Cache-Control': 'no-store',
      },
    });
  }
  const { what, why, basis, categories, recipient, uses, last } = processing;
  const head = ['id', what, why, basis, categories, recipient, uses, last];
  const rows = lines.map((line) => [
    line.activity,
    line.what,
    line.why,
    processing.bases[line.basis] ?? line.basis,
    line.categories.map(({ name }) => name).join(', '),
    line.recipient ?? '',
    String(line.uses),
    line.lastAt?.toISOString() ?? '',
  ]);
  return csvResponse(processing.file, [head, ...rows], locale);
}
