import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Opened } from '../opening.ts';
import { type Place, placed } from '../place.ts';

/** The loop is closed: what was changed because of this conversation, and who else would have asked. */
export function ChangedBecause({ opened, place }: { opened: Opened; place: Place }) {
  const { loop } = useWords().composing;
  const changes = opened.composer?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <details className="border-b border-line px-4 py-2 text-sm md:px-6">
      <summary className="inline-flex items-center gap-1.5 font-medium">
        <Icon name="reopen" className="size-4" />
        {loop.title}
      </summary>
      <p className="mt-1 text-soft">{loop.lead}</p>
      <ul className="mt-1 divide-y divide-line">
        {changes.map((one) => (
          <li key={one.publicId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-64">{one.did}</span>
            <Form action={placed.desk(opened.id, place)} className="flex flex-wrap items-center gap-2">
              <input type="hidden" name="change" value={one.publicId} />
              {one.isSource ? (
                <span className="text-soft">{loop.named}</span>
              ) : (
                <Button size="small" name="do" value="source">
                  {loop.name}
                </Button>
              )}
              {one.others > 0 && (
                <Button size="small" name="do" value="tell">
                  {loop.tell(one.others)}
                </Button>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
