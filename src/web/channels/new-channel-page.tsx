import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { connectChannel } from '../../listening/connecting/connection.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Route } from './+types/new-channel-page.ts';
import { MailFields } from './mail-fields.tsx';
import { mailFields, settingsOf } from './mail-form.ts';

export function loader({ context }: Route.LoaderArgs) {
  requires(pageContext(context).context.actor, 'channel.manage');
  return null;
}

const schema = z.object({ ...mailFields, password: z.string().min(1).max(500) });

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'channel.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { password, address: name } = form.value;
  try {
    const settings = settingsOf(form.value);
    const id = await connectChannel(ctx, {
      ...{ channel: 'mail', name, connector: 'mail', settings, secrets: { password } },
    });
    return redirect(urls.channel(id), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export function AllChannels() {
  return (
    <Link to={urls.channels()} className="link inline-flex items-center gap-1 text-sm">
      <Icon name="previous" className="size-4" />
      {useWords().channels.all}
    </Link>
  );
}

export default function NewChannelPage({ actionData }: Route.ComponentProps) {
  const { channels: words } = useWords();
  return (
    <div className="max-w-xl">
      <AllChannels />
      <PageHeader title={words.connect} lead={words.empty.next} />
      <Form answer={actionData}>
        <MailFields answer={actionData} />
        <Button tone="primary">{words.form.save}</Button>
      </Form>
    </div>
  );
}
