import type { TimelineKind } from '../../../journey/weekly/timeline.ts';
import type { Catalogue } from '../../../platform/words.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { wordFor } from '../writing.ts';

export interface HappeningView {
  at: string;
  kind: TimelineKind;
  data: Readonly<Record<string, unknown>>;
}

interface HappeningsProps {
  events: readonly HappeningView[];
  /** Names of criteria by their number. */
  names: Readonly<Record<string, string>>;
  locale: 'nl' | 'en';
}

const tones: Partial<Record<TimelineKind, BadgeTone>> = {
  stage_gained: 'water',
  steady: 'water',
  stage_lost: 'attention',
  wavering: 'attention',
  source_lost: 'attention',
};

/** What happened on the way, the newest first. */
export function Happenings({ events, names, locale }: HappeningsProps) {
  const catalogue = useWords();
  const words = catalogue.journeying.timeline;
  const { day, list } = useFormats();
  return (
    <ol className="divide-y divide-line">
      {events.map((event, i) => (
        // Two things of one kind may happen at one moment.
        <li key={`${event.at} ${event.kind} ${String(i)}`} className="flex flex-wrap gap-x-3 gap-y-1 py-2">
          <span className="w-36 text-soft">{day(event.at)}</span>
          <Badge {...(tones[event.kind] && { tone: tones[event.kind] })}>{words.kinds[event.kind]}</Badge>
          <span className="min-w-48 flex-1">{sentence(catalogue, event, { names, list, locale })}</span>
        </li>
      ))}
    </ol>
  );
}

interface Naming {
  names: Readonly<Record<string, string>>;
  list: (items: readonly string[]) => string;
  locale: 'nl' | 'en';
}

function sentence({ journeying }: Catalogue, { kind, data }: HappeningView, naming: Naming): string {
  const { timeline: words, ambition } = journeying;
  const { names, list, locale } = naming;
  const text = (key: string) => String(data[key] ?? '');
  const number = (key: string) => Number(data[key] ?? 0);
  const items = (key: string) => (Array.isArray(data[key]) ? data[key].map(String) : []);
  const named = (key: string) => list(items(key).map((id) => names[id] ?? id));
  switch (kind) {
    case 'stage_gained':
      return words.gained(number('from'), number('to'));
    case 'stage_lost':
      return words.lost(number('from'), number('to'), named('causes'));
    case 'wavering':
    case 'steady':
      return named('criteria');
    case 'source_lost':
      return words.accounts(items('accounts').length);
    case 'source_back':
      return words.accountsBack(items('accounts').length);
    case 'pilot':
      return `${text('title')}: ${wordFor(words.pilotActs, text('act'))}`;
    case 'policy':
      return `${ruleTitle(data.words, locale)}: ${words.rules(number('version'))}`;
    case 'ambition': {
      const level = number('level');
      const target = text('model') === 'journey' ? ambition.stageName(level) : ambition.phaseName(level);
      return `${ambition.modes[text('mode') === 'hold' ? 'hold' : 'grow']} ${target}`;
    }
    case 'goal':
      return text('name');
    case 'decision':
      return text('decision');
    case 'freeze':
      return words.period(text('from'), text('until'), text('why'));
    case 'version':
      return `${names[text('criterion')] ?? text('criterion')}: ${journeying.criterion.version(number('version'))}`;
  }
}

/** The title of a house rule in the language of the page, whatever its words look like. */
function ruleTitle(words: unknown, locale: 'nl' | 'en'): string {
  if (typeof words !== 'object' || words === null) return '';
  const own = (words as Record<string, unknown>)[locale] ?? words;
  const title = typeof own === 'object' && own !== null ? (own as Record<string, unknown>).title : undefined;
  return typeof title === 'string' ? title : '';
}
