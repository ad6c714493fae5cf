import { useWords } from '../layout/frame.tsx';
import { Notice } from '../ui/notice.tsx';
import { useKindWords } from './kind-words.ts';

/** What to do at the network itself, and whether anybody ever tried ours there. */
export function KindAbout({ kind, untried }: { kind: string; untried: boolean }) {
  const { kinds } = useWords().channels;
  const steps = Object.values(useKindWords(kind).steps);
  return (
    <>
      {untried && (
        <div className="mb-6">
          <Notice tone="attention" title={kinds.untried}>
            {kinds.untriedWhy}
          </Notice>
        </div>
      )}
      {steps.length > 0 && (
        <section className="mb-6" aria-label={kinds.steps}>
          <h2 className="mb-2 font-medium">{kinds.steps}</h2>
          <ol className="list-decimal space-y-1 pl-5">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
