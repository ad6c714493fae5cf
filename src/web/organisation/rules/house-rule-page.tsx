import { z } from 'zod';
import { acknowledge, ownRules } from '../../../organisation/rules/acknowledging.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { RemarkLink } from '../../journey/mending/remark-link.tsx';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { doForm } from '../managing.ts';
import type { Route } from './+types/house-rule-page.ts';

const shape = z.object({ version: z.coerce.number().int().positive() });

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const [rule] = await ownRules(ctx, params.id);
  if (!rule) throw new Refusal('not-found.rule', { id: params.id });
  const { words, version, holdsFrom, acknowledgedAt } = rule;
  return { ...words[locale], id: params.id, version, holdsFrom, acknowledgedAt };
}

export function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx, locale } = pageContext(context);
  return doForm(request, shape, async ({ version }) => {
    await acknowledge(ctx, { id: params.id, version, locale });
    return urls.houseRules();
  });
}

export default function HouseRulePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().houseRules;
  const { day } = useFormats();
  const { id, title, text, version, holdsFrom, acknowledgedAt } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={title}
        lead={words.versionFrom(version, day(`${holdsFrom}T12:00:00Z`))}
        aside={
          <LinkButton to={urls.houseRules()} tone="quiet" size="small" icon="previous">
            {words.title}
          </LinkButton>
        }
      />
      <Card>
        <div className="max-w-prose text-lg whitespace-pre-line">{text}</div>
      </Card>
      <div className="mt-5">
        {acknowledgedAt ? (
          <Notice tone="done" title={words.readOn(day(acknowledgedAt))} />
        ) : (
          <Form answer={actionData}>
            <input type="hidden" name="version" value={version} />
            <Button tone="primary" icon="check">
              {words.acknowledge}
            </Button>
          </Form>
        )}
      </div>
      <RemarkLink kind="rule" about={id} />
    </div>
  );
}
