import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { Brand } from '../layout/brand.tsx';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { SkipLink } from '../layout/skip-link.tsx';
import { Preferences } from '../preferences/preferences.tsx';
import type { PageHandle } from '../root.tsx';
import type { Route } from './+types/api-docs-page.ts';
import { type ApiDocument, readOperations, readShapes } from './api-document.ts';
import { Code, OperationSection, ShapeSection } from './operation-section.tsx';

/** For whoever builds on Polder, signed in or not; it is read and nothing else, so it ships no script. */
export const handle: PageHandle = { scripts: false };

export function loader({ context }: Route.LoaderArgs) {
  const document = pageContext(context).apiDocument?.() as ApiDocument | undefined;
  if (!document) return { operations: [], shapes: [] };
  return { operations: readOperations(document), shapes: readShapes(document) };
}

const makeKey = 'bin/polder key NAME --scopes conversations:read,conversations:write,messages:write';

export default function ApiDocsPage({ loaderData: { operations, shapes } }: Route.ComponentProps) {
  const { api } = useWords();
  return (
    <div className="mx-auto max-w-5xl px-4 py-6 md:px-8">
      <SkipLink />
      <header className="mb-8 flex items-center justify-between gap-4">
        <Brand />
        <a className="link" href={urls.openapi()}>
          {api.document}
        </a>
      </header>
      <main id="content" className="flex flex-col gap-6">
        <PageHeader title={api.title} lead={api.lead} />
        <nav aria-label={api.guide}>
          <ul className="grid gap-1 sm:grid-cols-2">
            {operations.map((operation) => (
              <li key={operation.id}>
                <a className="link" href={`#${operation.id}`}>
                  {operation.summary}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Shared />
        {operations.map((operation) => (
          <OperationSection key={operation.id} operation={operation} />
        ))}
        <section aria-label={api.shapes}>
          <h2 className="mb-3 text-lg">{api.shapes}</h2>
          {shapes.map((shape) => (
            <ShapeSection key={shape.name} shape={shape} />
          ))}
        </section>
      </main>
      <footer className="mt-10">
        <Preferences />
      </footer>
    </div>
  );
}

function Shared() {
  const { key, shared } = useWords().api;
  return (
    <>
      <section aria-label={key.title}>
        <h2 className="mb-2 text-lg">{key.title}</h2>
        <p className="mb-3 max-w-prose text-soft">{key.text}</p>
        <Code>{makeKey}</Code>
      </section>
      <section aria-label={shared.title}>
        <h2 className="mb-2 text-lg">{shared.title}</h2>
        <ul className="list-disc space-y-1 pl-5">
          <li>{shared.problems}</li>
          <li>{shared.once}</li>
          <li>{shared.version}</li>
          <li>{shared.paging}</li>
        </ul>
      </section>
    </>
  );
}
