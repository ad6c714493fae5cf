import { useFormats, useWords } from '../layout/frame.tsx';
import { Figure } from '../ui/figure.tsx';
import { Notice } from '../ui/notice.tsx';
import { enoughLabels, type HeadView } from './head-view.ts';

/** How well it goes, or how much is lacking before anything can be said. */
export function HeadFigures({ view }: { view: HeadView }) {
  const words = useWords().understanding;
  const { current, labels } = view;
  if (!current) return <NothingYet view={view} />;
  return (
    <section>
      <h2 className="mb-3 text-lg">{words.figures.title}</h2>
      <div className="grid gap-4 md:grid-cols-3">
        <Accuracy current={current} />
        <Automatic view={view} current={current} />
        <Certainty current={current} />
      </div>
      {labels < enoughLabels && (
        <div className="mt-4">
          <Notice tone="info" title={words.few.title(labels, enoughLabels)} />
        </div>
      )}
    </section>
  );
}

function NothingYet({ view: { labels, versions } }: { view: HeadView }) {
  const { few, figures } = useWords().understanding;
  const isFew = labels < enoughLabels;
  // A first version may have been turned down, or the rules were put back: then waiting brings nothing.
  const without = versions.length > 0 ? figures.byRulesNow : figures.unmeasured;
  return (
    <Notice tone="info" title={isFew ? few.title(labels, enoughLabels) : without}>
      {isFew && few.next}
    </Notice>
  );
}

type Current = Readonly<{ current: NonNullable<HeadView['current']> }>;

function Accuracy({ current }: Current) {
  const { accuracy, low, high, n, macroF1, at, byRules, speaks, isEven } = current;
  const { figures: words } = useWords().understanding;
  const { percent } = useFormats();
  return (
    <Figure label={words.accuracy} value={accuracy} low={low} high={high} n={n} asOf={at} write={percent}>
      <p>{words.accuracyWhy}</p>
      {byRules !== null && (
        <p className="mt-1">
          {words.byRules(percent(byRules))} {isEven ? words.even : speaks ? words.speaks : words.silent}
        </p>
      )}
      <p className="mt-1">
        {words.macroF1}: {percent(macroF1)}
      </p>
    </Figure>
  );
}

function Automatic({ view: { promised }, current: { automatic, n, at } }: Current & { view: HeadView }) {
  const { figures: words } = useWords().understanding;
  const { percent } = useFormats();
  return (
    <Figure label={words.automatic} value={automatic.share} n={n} asOf={at} write={percent}>
      {automatic.share > 0
        ? words.automaticWhy(percent(promised), percent(automatic.precision))
        : words.automaticNone(percent(promised))}
    </Figure>
  );
}

function Certainty({ current: { ece, n, at } }: Current) {
  const { figures: words } = useWords().understanding;
  const { percent } = useFormats();
  return (
    <Figure
      label={words.ece}
      value={ece}
      n={n}
      least={enoughLabels}
      asOf={at}
      to={0.25}
      write={(share) => percent(share, 1)}
    >
      {words.eceWhy}
    </Figure>
  );
}
