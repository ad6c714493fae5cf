import { ownMessages } from '../../conversations/own.ts';
import { openMine } from '../../customers/mine/mine.ts';
import { ownMails } from '../../customers/mine/requests.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Moment } from '../ui/age.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/messages-page.ts';
import { me } from './me.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = me(context);
  return openMine(ctx, async (ctx, { members }) => ({
    messages: (await ownMessages(ctx, members)).map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    mails: (await ownMails(ctx, members)).map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
  }));
}

export default function MessagesPage({ loaderData: { messages, mails } }: Route.ComponentProps) {
  const { mine } = useWords();
  const { messages: words } = mine;
  const states = words.mailStates as Readonly<Record<string, string>>;
  const kinds = words.mailKinds as Readonly<Record<string, string>>;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="space-y-5">
        <Card title={words.conversations}>
          {messages.length === 0 && <p className="text-soft">{words.none}</p>}
          <ol className="space-y-4">
            {messages.map((message) => (
              <li key={message.publicId} className={message.mine ? '' : 'border-l-4 border-water pl-3'}>
                <p className="text-sm text-soft">
                  {message.mine ? words.you : words.us} · {message.channel} · <Moment at={message.at} />
                </p>
                <p dir="auto" className="break-words whitespace-pre-line">
                  {message.text}
                </p>
              </li>
            ))}
          </ol>
        </Card>
        <Card title={words.mails}>
          {mails.length === 0 && <p className="text-soft">{words.noMails}</p>}
          <ul className="divide-y divide-line">
            {mails.map((mail) => (
              <li key={mail.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                <span className="break-words">{mail.subject ?? kinds[mail.kind] ?? mail.kind}</span>
                <span className="text-sm text-soft">
                  {states[mail.state] ?? mail.state} · <Moment at={mail.at} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
