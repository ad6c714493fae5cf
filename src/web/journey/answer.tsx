import type { Catalogue } from '../../platform/words.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Confidence } from './confidence.tsx';
import type { ShownJourney } from './journey-page.tsx';
import { Outlook } from './outlook.tsx';
import { whyWords } from './why.ts';
import { figureName, lowered } from './writing.ts';

/** Where we stand: what is proven, what is possible, how sure that is. */
export function Answer({ journey }: { journey: ShownJourney }) {
  const { journey: words, journeying, kit } = useWords();
  const { held } = journeying;
  const { day, list } = useFormats();
  const { proven, polders, confidence, exceptions } = journey;
  const stage = polders[proven - 1]?.stage ?? 'traditional';
  const possible = usePossible(journey);
  return (
    <Card>
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <p className="text-sm text-soft">{words.answer.title}</p>
          <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
            <h2 className="text-3xl">{proven === 1 ? words.answer.first : words.answer.proven(proven)}</h2>
            <p className="flex flex-wrap gap-2">
              <Badge {...certaintyLook(confidence.class)}>
                {words.answer.certainty(kit.confidence[confidence.class])}
              </Badge>
              {journey.provisional && <Badge icon="clock">{words.provisional}</Badge>}
            </p>
          </div>
          <p className="mt-2 max-w-prose text-lg text-soft">
            {words.stages[stage]}: {words.stageMeans[stage]}
          </p>
          <p className="mt-4 max-w-prose text-lg">{possible}</p>
          {exceptions.length > 0 && (
            <p className="mt-2 max-w-prose">{words.answer.exception(list(exceptions))}</p>
          )}
          <p className="mt-4 max-w-prose text-sm text-faint">
            {journey.provisional || journey.evaluatedAt === null
              ? words.answer.provisionalWhy
              : held.settled(day(journey.evaluatedAt))}
          </p>
          <Confidence confidence={confidence} />
        </div>
        <Outlook journey={journey} />
      </div>
    </Card>
  );
}

/** The sentence about the stage after the proven one. */
function usePossible({ possible, next, blockers }: ShownJourney): string {
  const catalogue = useWords();
  const { answer } = catalogue.journey;
  const { list } = useFormats();
  if (!next) return answer.top;
  if (possible < next.stage) {
    const failed = answer.notReached(next.stage, next.failed, next.required);
    return next.unknown > 0 ? `${failed} ${answer.alsoUnknown(next.unknown)}.` : `${failed}.`;
  }
  const reach =
    possible > next.stage ? answer.possibleUpTo(next.stage, possible) : answer.possible(next.stage);
  const items = blockers.slice(0, 2).map((blocker) => missingWords(catalogue, blocker));
  return `${reach}: ${answer.openPoints(next.unknown, next.required, next.stage)} (${answer.forExample(list(items))}).`;
}

function certaintyLook(name: ShownJourney['confidence']['class']) {
  return name === 'high' ? ({ tone: 'water', icon: 'check' } as const) : ({ icon: 'info' } as const);
}

/** What is missing for a point, as a part of a sentence. */
function missingWords(catalogue: Catalogue, { name, why }: ShownJourney['blockers'][number]): string {
  const lacking = why.reason === null ? undefined : catalogue.journeying.lacking[why.reason];
  if (lacking !== undefined) return lacking;
  const subject = why.indicator ? figureName(catalogue, why.indicator) : name;
  return `${subject}: ${lowered(whyWords(catalogue, why))}`;
}
