import { useFetcher } from 'react-router';
import { Failed } from '../inbox/failed.tsx';
import { useScripted } from '../inbox/use-acts.ts';
import type { Draft } from '../inbox/use-draft.ts';
import { useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { DraftAnswer } from './draft.ts';
import type { DraftingView, DraftView } from './drafting-view.ts';

interface PreparedProps {
  drafting: DraftingView;
  conversationId: string;
  /** Where the forms post to. */
  address: string;
  writing: Draft;
}

/** Above the composer: asks for a prepared answer, and says of one that is there where it came from and what to mind. */
export function Prepared({ drafting, conversationId, address, writing }: PreparedProps) {
  const { composer } = useWords().assisting;
  const scripted = useScripted();
  const fetcher = useFetcher<DraftAnswer>({ key: `draft:${conversationId}` });
  const busy = fetcher.state !== 'idle';
  const { draft, place, model } = drafting;
  if (!drafting.allowed) {
    return <Aside>{place === 'outside' ? composer.notAllowedOutside : composer.notAllowed}</Aside>;
  }
  return (
    <section aria-label={composer.prepare} className="mb-2">
      <Failed answer={fetcher.data} />
      {draft && !busy && <Came draft={draft} writing={writing} />}
      <fetcher.Form method="post" action={address} className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <CsrfField />
        {scripted && <input type="hidden" name="quiet" value="1" />}
        <Button
          size="small"
          tone={draft?.text ? 'quiet' : 'secondary'}
          name="act"
          value="prepare"
          disabled={busy}
        >
          {draft ? composer.again : composer.prepare}
        </Button>
        {draft && (
          <Button size="small" tone="quiet" name="act" value="drop" disabled={busy}>
            {composer.drop}
          </Button>
        )}
        <span role="status" className="text-xs text-soft">
          {busy
            ? composer.busy
            : !draft && (place === 'outside' ? composer.outside(model) : composer.local(model))}
        </span>
      </fetcher.Form>
    </section>
  );
}

function Came({ draft, writing }: { draft: DraftView; writing: Draft }) {
  const { composer, nothing, unfit, suspicions } = useWords().assisting;
  const { text, outcome, marks, model, place, madeAt } = draft;
  if (text === null) {
    const why = outcome in nothing ? nothing[outcome as keyof typeof nothing] : '';
    return (
      <Aside>
        <b className="font-medium">{nothing.title}.</b> {why} {marks.why && unfit[marks.why]} {nothing.other}{' '}
        <Moment at={madeAt} />
      </Aside>
    );
  }
  return (
    <div className="prepared">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <b className="font-medium">
          {place === 'outside' ? composer.byOutside(model) : composer.byLocal(model)}
        </b>
        <span className="text-xs text-soft">
          <Moment at={madeAt} />
        </span>
      </p>
      <p className="text-sm text-soft">{composer.check}</p>
      {marks.suspicions.map((suspicion) => (
        <Mind key={suspicion}>{suspicions[suspicion]}</Mind>
      ))}
      {marks.gaps > 0 && <Mind>{composer.gaps(marks.gaps)}</Mind>}
      {marks.promises.length > 0 && <Promises sentences={marks.promises} />}
      {writing.waiting && (
        <p className="mt-1.5 flex flex-wrap items-center gap-2 text-sm">
          {composer.waiting}
          <Button size="small" type="button" onClick={writing.take}>
            {composer.use}
          </Button>
        </p>
      )}
    </div>
  );
}

function Promises({ sentences }: { sentences: readonly string[] }) {
  const { composer } = useWords().assisting;
  return (
    <div className="mt-1">
      <Mind>{composer.promises}</Mind>
      <ul className="ml-6 list-disc text-sm">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function Mind({ children }: { children: string }) {
  return (
    <p className="mt-1 flex items-start gap-1.5 text-sm font-medium text-clay">
      <Icon name="warning" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

function Aside({ children }: { children: React.ReactNode }) {
  return (
    <p className="mb-2 rounded-md border border-edge bg-sunken px-3 py-1.5 text-sm text-soft" role="status">
      {children}
    </p>
  );
}
