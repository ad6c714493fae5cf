import { useState } from 'react';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import type { Opened } from '../opening.ts';
import { type Place, placed } from '../place.ts';
import { ChangedWords } from './changed-words.tsx';
import type { PendingView } from './composer-view.ts';

interface DecidingProps {
  opened: Opened;
  one: PendingView;
  place: Place;
}

/** A second person lets it go, as it stands or mended, or says no and why. */
export function Deciding({ opened, one, place }: DecidingProps) {
  const { decide } = useWords().composing;
  const address = placed.desk(opened.id, place);
  const textId = `final-${one.publicId}`;
  const reasonId = `reason-${one.publicId}`;
  const [final, setFinal] = useState(one.text);
  return (
    <details className="mt-2 border-t border-line pt-2">
      <summary className="font-medium">{decide.open}</summary>
      <Form action={address} className="mt-2">
        <input type="hidden" name="reply" value={one.publicId} />
        <input type="hidden" name="version" value={opened.version} />
        <label htmlFor={textId} className="block text-sm font-medium">
          {decide.text}
        </label>
        <p className="text-sm text-soft">{decide.approveWord}</p>
        <textarea
          id={textId}
          name="final"
          rows={3}
          defaultValue={one.text}
          onInput={(event) => setFinal(event.currentTarget.value)}
          className="my-1.5 block field-sizing-content w-full rounded-md border border-edge bg-surface px-3 py-2 text-ink"
        />
        {final !== one.text && (
          <div className="mb-2 rounded-md border border-line px-3 py-2 text-sm">
            <p className="font-medium">{decide.changes}</p>
            <ChangedWords before={one.text} after={final} />
          </div>
        )}
        <Button tone="primary" icon="check" size="small" name="do" value="approve">
          {decide.approve}
        </Button>
      </Form>
      <Form action={address} className="mt-3">
        <input type="hidden" name="reply" value={one.publicId} />
        <label htmlFor={reasonId} className="block text-sm font-medium">
          {decide.reason} <span className="font-normal text-soft">{decide.reasonHint}</span>
        </label>
        <div className="mt-1 flex flex-wrap gap-2">
          <input
            id={reasonId}
            name="reason"
            maxLength={1000}
            className="h-8 min-w-0 flex-1 rounded-md border border-edge bg-surface px-3 text-ink"
          />
          <Button size="small" icon="cross" name="do" value="reject">
            {decide.reject}
          </Button>
        </div>
      </Form>
    </details>
  );
}
