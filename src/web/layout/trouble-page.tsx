import { refusalWords } from '../../../locales/refusals.ts';
import { urls } from '../../urls.ts';
import { LinkButton } from '../ui/button.tsx';
import { useShell, useWords } from './frame.tsx';
import { House } from './house.tsx';
import { OpenPage } from './open-page.tsx';
import { PageTitle } from './page-title.tsx';
import { troubleOf } from './trouble.ts';

/** A whole page for a refusal or a bug, inside the house for colleagues and outside for everybody else. */
export function TroublePage({ error }: { error: unknown }) {
  const Surround = useShell()?.colleague ? House : OpenPage;
  return (
    <Surround>
      <TroubleText error={error} />
    </Surround>
  );
}

/** What is the matter, what one can do, and the number to ask about. */
function TroubleText({ error }: { error: unknown }) {
  const { refusals, kit } = useWords();
  const { code, requestId } = troubleOf(error);
  const { title, next } = refusalWords(refusals, code);
  return (
    <div className="max-w-xl">
      <PageTitle>{title}</PageTitle>
      <h1 className="text-2xl">{title}</h1>
      <p className="mt-3 text-soft">{next}</p>
      <p className="mt-6">
        <LinkButton to={urls.home()} document>
          {kit.backToStart}
        </LinkButton>
      </p>
      {requestId && (
        <p className="mt-6 border-t border-line pt-3 text-sm text-faint">
          {kit.requestId}: <code className="figures select-all break-all text-ink">{requestId}</code>
        </p>
      )}
    </div>
  );
}
