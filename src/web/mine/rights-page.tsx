import { minorityOf } from '../../customers/keeping/minor.ts';
import { openMine } from '../../customers/mine/mine.ts';
import { findOwnErasure, ownRequests } from '../../customers/mine/requests.ts';
import { correctableRecords } from '../../customers/records.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { permissionsOf } from '../../privacy/deciding.ts';
import { exportBehind } from '../../privacy/exporting/export.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/rights-page.ts';
import { answerRight } from './claiming.ts';
import { ComingOfAge } from './coming-of-age.tsx';
import { Copy } from './copy.tsx';
import { Correcting } from './correcting.tsx';
import { Erasing } from './erasing.tsx';
import { me, readExportCookie } from './me.ts';
import { Press } from './press.tsx';
import { Requests } from './requests.tsx';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, actor } = me(context);
  const token = readExportCookie(request);
  const copy = token ? await exportBehind(ctx, token) : undefined;
  return openMine(ctx, async (ctx, { members, personId }) => {
    const erasure = await findOwnErasure(ctx, members);
    const states = await permissionsOf(ctx, personId);
    const records = await correctableRecords(ctx, members);
    return {
      fresh: actor.strength === 4,
      minor: (await minorityOf(ctx, members)) !== null,
      restricted: states.get('service') === 'restricted',
      copy: copy
        ? { state: copy.state, bytes: copy.bytes, expiresAt: copy.expiresAt?.toISOString() ?? null }
        : null,
      erasure: erasure ? { ...erasure, coolingUntil: erasure.coolingUntil?.toISOString() ?? null } : null,
      records: records.map(({ refreshedAt: _, mail: __, office: ___, correctable, ...record }) => ({
        ...record,
        correctable: correctable.filter((field) => field !== 'mail'),
      })),
      requests: (await ownRequests(ctx, members)).map(({ receivedAt, dueAt, endedAt, ...rest }) => ({
        ...rest,
        receivedAt: receivedAt.toISOString(),
        dueAt: dueAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      })),
    };
  });
}

export type RightsView = Awaited<ReturnType<typeof loader>>;

export function action({ request, context }: Route.ActionArgs) {
  const timeZone = pageContext(context).timeZone ?? fallbackTimeZone;
  return answerRight(me(context), request, timeZone);
}

export default function RightsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { rights } = useWords().mine;
  const { fresh, minor, restricted, copy, erasure, records, requests } = loaderData;
  return (
    <>
      <PageHeader title={rights.title} lead={rights.lead} />
      <Form answer={actionData}>{null}</Form>
      {!fresh && (
        <div className="mb-5">
          <Notice tone="info" title={rights.notFresh}>
            <p className="mb-3">{rights.notFreshWhat}</p>
            <LinkButton to={urls.mineSignIn()} size="small" document>
              {rights.newLink}
            </LinkButton>
          </Notice>
        </div>
      )}
      <div className="space-y-5">
        {minor && <ComingOfAge fresh={fresh} answer={actionData} />}
        <Copy copy={copy} fresh={fresh} />
        <Card title={rights.restrict.title}>
          <p className="mb-3">{restricted ? rights.restrict.on : rights.restrict.what}</p>
          <Press
            purpose="everything"
            act={restricted ? 'lift' : 'restrict'}
            of={rights.restrict.title}
            action={urls.mineContract()}
            returnTo={urls.mineRights()}
          />
        </Card>
        <Correcting records={records} answer={actionData} />
        <Erasing erasure={erasure} fresh={fresh} />
        <Requests rows={requests} />
      </div>
    </>
  );
}
