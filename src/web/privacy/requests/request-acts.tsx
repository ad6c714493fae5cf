import { grounds } from '../../../privacy/requests/request.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';
import { Select, Textarea } from '../../ui/field.tsx';
import { Act } from '../act.tsx';
import type { RequestView } from './request-view.ts';

interface RequestActsProps {
  view: RequestView;
  answer: FormAnswer | undefined;
}

/** What can be done with an open request, from what is most likely to what is seldom. */
export function RequestActs({ view, answer }: RequestActsProps) {
  const { request, grounds: groundWords } = useWords().privacy;
  return (
    <Card title={request.acts}>
      <div className="space-y-3">
        {!view.handler && <Act act="take" label={request.take} tone="primary" answer={answer} />}
        {!view.proven && (
          <Act act="prove" label={request.prove} answer={answer}>
            <Textarea
              name="proof"
              rows={3}
              label={request.proveLabel}
              hint={request.proveHint}
              answer={answer}
            />
          </Act>
        )}
        {view.kind !== 'erase' && (
          <Act act="settle" label={request.settle} answer={answer}>
            <Textarea
              name="outcome"
              rows={3}
              label={request.settleLabel}
              hint={request.settleHint}
              answer={answer}
            />
          </Act>
        )}
        {view.mayExtend && (
          <Act act="extend" label={request.extend} answer={answer}>
            <Textarea
              name="why"
              rows={3}
              label={request.extendLabel}
              hint={request.extendHint}
              answer={answer}
            />
          </Act>
        )}
        <Act act="refuse" label={request.refuse} answer={answer}>
          <Select
            name="ground"
            label={request.refuseGround}
            answer={answer}
            options={grounds.map((value) => ({ value, label: groundWords[value] ?? value }))}
          />
          <Textarea
            name="reason"
            rows={3}
            label={request.refuseLabel}
            hint={request.refuseHint}
            answer={answer}
          />
        </Act>
        {!view.erasure && <Act act="drop" label={request.drop} tone="quiet" answer={answer} />}
      </div>
    </Card>
  );
}
