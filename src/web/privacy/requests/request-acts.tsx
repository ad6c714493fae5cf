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
  const settles = view.kind !== 'erase' && view.kind !== 'age';
  return (
    <Card title={request.acts}>
      <div className="space-y-3">
        {!view.handler && <Act act="take" label={request.take} tone="primary" answer={answer} />}
        {!view.proven && (
          <Act act="prove" label={request.prove} answer={answer}>
            <Said name="proof" label={request.proveLabel} hint={request.proveHint} answer={answer} />
          </Act>
        )}
        {view.kind === 'age' && view.proven && (
          <Act act="of-age" label={request.ofAge} answer={answer}>
            <Said name="evidence" label={request.ofAgeLabel} hint={request.ofAgeHint} answer={answer} />
          </Act>
        )}
        {settles && (
          <Act act="settle" label={request.settle} answer={answer}>
            <Said name="outcome" label={request.settleLabel} hint={request.settleHint} answer={answer} />
          </Act>
        )}
        {view.mayExtend && (
          <Act act="extend" label={request.extend} answer={answer}>
            <Said name="why" label={request.extendLabel} hint={request.extendHint} answer={answer} />
          </Act>
        )}
        <Act act="refuse" label={request.refuse} answer={answer}>
          <Select
            name="ground"
            label={request.refuseGround}
            answer={answer}
            options={grounds.map((value) => ({ value, label: groundWords[value] ?? value }))}
          />
          <Said name="reason" label={request.refuseLabel} hint={request.refuseHint} answer={answer} />
        </Act>
        {!view.erasure && <Act act="drop" label={request.drop} tone="quiet" answer={answer} />}
      </div>
    </Card>
  );
}

interface SaidProps {
  name: string;
  label: string;
  hint: string;
  answer: FormAnswer | undefined;
}

/** Why, or what was done, in a few lines. */
function Said(props: SaidProps) {
  return <Textarea rows={3} {...props} />;
}
