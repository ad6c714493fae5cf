import { redirect } from 'react-router';
import { getConnector } from '../../connectors.ts';
import { connectChannel } from '../../listening/connecting/connection.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/new-channel-page.ts';
import { AllChannels } from './all-channels.tsx';
import { ConnectorFields } from './connector-fields.tsx';
import { readConnector } from './connector-form.ts';
import { KindAbout } from './kind-about.tsx';
import { useKindWords } from './kind-words.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  requires(pageContext(context).context.actor, 'channel.manage');
  const { channel, fields } = getConnector(params.kind);
  return { kind: channel.key, fields, untried: channel.untried === true };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'channel.manage');
  const connector = getConnector(params.kind);
  const form = await readConnector(request, { connector, connected: false });
  if (!form.ok) return again(form.answer);
  try {
    const { key } = connector.channel;
    const name = connector.nameOf(form.value.settings);
    const id = await connectChannel(ctx, { channel: key, connector: key, name, ...form.value });
    return redirect(urls.channel(id), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function NewChannelPage({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, fields, untried } = loaderData;
  const { channels } = useWords();
  const { name, lead } = useKindWords(kind);
  return (
    <div className="max-w-xl">
      <AllChannels />
      <PageHeader title={name} lead={lead} />
      <KindAbout kind={kind} untried={untried} />
      <Form answer={actionData}>
        <ConnectorFields kind={kind} fields={fields} answer={actionData} />
        <Button tone="primary">{channels.form.save}</Button>
      </Form>
    </div>
  );
}
