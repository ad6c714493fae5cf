import type { Conditions, Reason } from '../../conversations/routing/rule.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import type { Option } from '../ui/field.tsx';
import type { Choices } from './choices.ts';
import { tickedLists } from './conditions-posted.ts';

/** Conditions in one line: Onderwerp: levering of rekening · Taal: Nederlands. */
export function ConditionsSaid({ conditions, choices }: { conditions: Conditions; choices: Choices }) {
  const words = useWords().routing.conditions;
  const parts = useParts(conditions, choices);
  if (parts.length === 0) return <span className="text-soft">{words.everything}</span>;
  return (
    <span className="text-soft">
      {parts.map(([name, what], at) => (
        <span key={name}>
          {at > 0 && ' · '}
          {name}: <span className="text-ink">{what}</span>
        </span>
      ))}
    </span>
  );
}

function useParts(conditions: Conditions, choices: Choices): [string, string][] {
  const words = useWords().routing.conditions;
  const { number } = useFormats();
  const { audience, urgency, followers, attribute } = conditions;
  const parts = tickedLists.flatMap((list): [string, string][] =>
    conditions[list].length === 0
      ? []
      : [[words[list], conditions[list].map((one) => nameIn(choices[list], one)).join(', ')]],
  );
  if (audience) parts.push([words.audience, words.audiences[audience]]);
  if (urgency) parts.push([words.urgency, nameIn(choices.urgencies, String(urgency))]);
  if (followers) parts.push([words.followers, number(followers)]);
  if (attribute) parts.push([nameIn(choices.attributes, attribute.key), attribute.value]);
  return parts;
}

function nameIn(options: readonly Option[], value: string): string {
  return (options.find((one) => one.value === value)?.label ?? value).replace(/^(– )+/, '');
}

/** What was found that made it so, in one line. */
export function ReasonsSaid({ because, choices }: { because: readonly Reason[]; choices: Choices }) {
  const words = useWords().routing.conditions;
  const { number } = useFormats();
  const said = ({ condition, found }: Reason): string => {
    if (condition === 'audience') return words.audiences[found === 'public' ? 'public' : 'private'];
    if (condition === 'urgency') return nameIn(choices.urgencies, found);
    if (condition === 'followers') return words.followersFound(number(Number(found)));
    if (condition === 'attribute') return found;
    return `${words[condition]}: ${nameIn(choices[condition], found)}`;
  };
  return <>{because.map(said).join(' · ') || words.everything}</>;
}
