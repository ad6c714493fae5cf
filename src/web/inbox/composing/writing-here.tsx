import { useWords } from '../../layout/frame.tsx';
import { Moment } from '../../ui/age.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Opened } from '../opening.ts';
import { type Place, placed } from '../place.ts';

/** A colleague is writing here: one waits, or takes over. */
export function WritingHere({ opened, place }: { opened: Opened; place: Place }) {
  const { writing: words } = useWords().composing;
  const writing = opened.composer?.writing;
  if (!writing) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-2 text-sm md:px-6"
    >
      <Icon name="keyboard" className="size-4 text-soft" />
      <span className="min-w-0 flex-1">
        <b className="font-medium">{words.title(writing.name)}</b>{' '}
        <span className="text-soft">
          <Moment at={writing.since} /> · {words.next}
        </span>
      </span>
      <Form action={placed.desk(opened.id, place)}>
        <input type="hidden" name="over" value="1" />
        <Button size="small" name="do" value="claim">
          {words.over}
        </Button>
      </Form>
    </div>
  );
}
