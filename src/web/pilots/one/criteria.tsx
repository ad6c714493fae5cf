import { useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { ShownPilot } from './reading.ts';

type Standing = 'yes' | 'partly' | 'no' | 'unknown';

const looks: Record<Standing, { icon: IconName; tone: string }> = {
  yes: { icon: 'check', tone: 'text-water' },
  partly: { icon: 'info', tone: 'text-soft' },
  no: { icon: 'cross', tone: 'text-clay' },
  unknown: { icon: 'question', tone: 'text-faint' },
};

/** The four criteria of a pilot, each with how it stands. */
export function Criteria({ shown }: { shown: ShownPilot }) {
  const { criteria: words } = useWords().pilots;
  const { fits, feasible, benefit, keepable } = standingsOf(shown);
  return (
    <Card title={words.title}>
      <ul className="grid gap-3 sm:grid-cols-2">
        <One name={words.fits} standing={fits} />
        <One name={words.feasible} standing={feasible} />
        <One name={words.benefit} standing={benefit} />
        <One name={words.keepable} standing={keepable} />
      </ul>
    </Card>
  );
}

function One({ name, standing }: { name: string; standing: Standing }) {
  const { criteria: words } = useWords().pilots;
  const { icon, tone } = looks[standing];
  return (
    <li className="flex items-start gap-2">
      <Icon name={icon} className={`mt-0.5 size-5 ${tone}`} />
      <span>
        <span className="font-medium">{name}</span>: {words[standing]}
      </span>
    </li>
  );
}

const means: readonly string[] = ['means', 'means-missing', 'owner', 'sponsor', 'department', 'rules-unread'];
const benefits: readonly string[] = [
  ...['metric', 'channel-statistic', 'baseline', 'target', 'target-worse'],
  ...['target-date', 'target-date-past', 'target-date-far'],
];

function standingsOf({
  fit,
  planning,
  pilot,
  result,
}: ShownPilot): Record<'fits' | 'feasible' | 'benefit' | 'keepable', Standing> {
  const verdict = fit.verdict;
  const fits: Standing = !fit.done
    ? 'unknown'
    : verdict === 'fits'
      ? 'yes'
      : verdict === 'with-help'
        ? 'partly'
        : verdict === 'not-now'
          ? 'no'
          : 'unknown';
  if (pilot.phase > 0) {
    const benefit = result?.success
      ? result.success.target && result.success.sure
        ? 'yes'
        : 'no'
      : 'unknown';
    return { fits, feasible: 'yes', benefit, keepable: 'yes' };
  }
  const lacking: readonly string[] | undefined = planning?.lacking ?? undefined;
  const none = (codes: readonly string[]): Standing =>
    lacking === undefined ? 'unknown' : codes.some((code) => lacking.includes(code)) ? 'no' : 'yes';
  const phases = ['phase-1', 'phase-2', 'phase-3', 'phase-2-not-wider', 'phase-3-not-wider'];
  return { fits, feasible: none(means), benefit: none(benefits), keepable: none(phases) };
}
