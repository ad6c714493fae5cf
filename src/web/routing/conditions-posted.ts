import { anything, type Conditions } from '../../conversations/routing/rule.ts';

/** The lists of a condition, as fields `topics.levering` that are ticked. */
export const tickedLists = [
  'channels',
  'accounts',
  'languages',
  'topics',
  'intents',
  'sentiments',
  'relations',
] as const satisfies (keyof Conditions)[];

const most = 60;

/** Conditions as the form posts them; what cannot be read asks nothing. */
export function readConditions(form: FormData): Conditions {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const number = (name: string) => {
    const value = Number(text(name));
    return text(name) !== '' && Number.isSafeInteger(value) && value > 0 ? value : null;
  };
  const audience = text('audience');
  const [key, value] = [text('attribute').slice(0, 60), text('attributeValue').slice(0, 200)];
  return {
    ...anything,
    ...Object.fromEntries(tickedLists.map((list) => [list, tickedIn(form, list)])),
    audience: audience === 'public' || audience === 'private' ? audience : null,
    urgency: number('urgency'),
    followers: number('followers'),
    attribute: key && value ? { key, value } : null,
  };
}

/** Keys of the fields `list.key` that are ticked. */
export function tickedIn(form: FormData, list: string): string[] {
  const ticked = [...form.keys()].flatMap((name) =>
    name.startsWith(`${list}.`) ? [name.slice(list.length + 1).slice(0, 100)] : [],
  );
  return [...new Set(ticked)].slice(0, most);
}
