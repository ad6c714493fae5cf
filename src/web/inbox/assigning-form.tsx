import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { ActForm } from './act-form.tsx';
import { Failed } from './failed.tsx';
import type { Opened } from './opening.ts';
import { Popover } from './popover.tsx';
import type { Acting } from './use-acts.ts';

/** To me with one click, to a colleague or to nobody by a list. */
export function AssigningForm({ opened, acting }: { opened: Opened; acting: Acting }) {
  const { inbox, work } = useWords();
  const { assigning } = inbox;
  const { assignee, isMine, colleagues } = opened;
  const label = isMine ? assigning.mine : assignee ? assigning.current(assignee.name) : assigning.unassigned;
  return (
    <>
      {!isMine && !assignee && (
        <ActForm act="assign" acting={acting} hidden={{ to: 'me' }} id="assign-to-me">
          <Button size="small" disabled={acting.busy}>
            {assigning.toMe}
          </Button>
        </ActForm>
      )}
      <Popover
        id="assigning"
        label={label}
        open={Boolean(acting.answer?.refused)}
        doneBy={acting.answer?.done && acting.answer}
      >
        <Failed answer={acting.answer} />
        <ActForm act="assign" acting={acting}>
          <Select
            key={assignee?.publicId ?? ''}
            name="to"
            label={assigning.choose}
            defaultValue={assignee?.publicId ?? ''}
            options={[
              { value: '', label: assigning.nobody },
              ...colleagues.map(({ publicId, name }) => ({ value: publicId, label: name })),
            ]}
          />
          {assignee && !isMine && (
            <Field name="reason" label={work.reason} hint={work.reasonHint} maxLength={500} />
          )}
          <Button tone="primary" disabled={acting.busy}>
            {assigning.submit}
          </Button>
        </ActForm>
      </Popover>
    </>
  );
}
