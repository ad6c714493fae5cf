import { moments } from '../../conversations/resting/snooze.ts';
import type { Opened } from '../inbox/opening.ts';
import type { Place } from '../inbox/place.ts';
import { Popover } from '../inbox/popover.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { HandlingForm } from './handling-form.tsx';
import type { HandlingView } from './handling-view.ts';

interface SnoozingProps {
  opened: Opened;
  handling: HandlingView;
  place: Place;
}

/** Out of sight until a moment, until the customer writes, or until an order moves on. */
export function SnoozingForm({ opened, handling, place }: SnoozingProps) {
  const { snooze, pieces } = useWords().handling;
  const form = { act: 'snooze', id: opened.id, place };
  return (
    <Popover id="snoozing" label={snooze.open} doneBy={handling.snoozed?.until ?? handling.snoozed?.by}>
      <p className="mb-2 font-medium">{snooze.until}</p>
      <HandlingForm {...form} className="space-y-1.5">
        {moments.map((moment) => (
          <Choice key={moment} value={moment} word={snooze.moments[moment]} />
        ))}
        <Choice value="reply" word={snooze.reply} />
      </HandlingForm>
      <HandlingForm {...form} className="mt-3 border-t border-line pt-3">
        <Field name="until" type="datetime-local" label={snooze.custom} />
        <Button size="small">{snooze.customSubmit}</Button>
      </HandlingForm>
      {handling.pieces.length > 0 && (
        <HandlingForm {...form} className="mt-3 border-t border-line pt-3">
          <Select
            name="piece"
            label={snooze.piece}
            options={handling.pieces.map(({ publicId, kind, number }) => ({
              value: publicId,
              label: `${pieces[kind]} ${number}`,
            }))}
          />
          <Button size="small">{snooze.pieceSubmit}</Button>
        </HandlingForm>
      )}
      <p className="mt-3 text-sm text-soft">{snooze.hint}</p>
    </Popover>
  );
}

function Choice({ value, word }: { value: string; word: string }) {
  return (
    <button type="submit" name="moment" value={value} className="choice py-1.5">
      {word}
    </button>
  );
}

/** Until when it lies aside, and the way back. */
export function Asleep({ opened, handling: { snoozed }, place }: SnoozingProps) {
  const { snooze } = useWords().handling;
  const { moment } = useFormats();
  if (!snoozed) return null;
  return (
    <HandlingForm
      act="wake"
      id={opened.id}
      place={place}
      className="mt-1 flex flex-wrap items-center gap-2 text-sm"
    >
      <Icon name="moon" className="size-4 text-soft" />
      <span>
        {snoozed.until ? snooze.asleep(moment(snoozed.until)) : snooze.asleepOpen}{' '}
        {snoozed.by && snooze.by(snoozed.by)}
      </span>
      <Button size="small">{snooze.wake}</Button>
    </HandlingForm>
  );
}
