import type { ReactNode } from 'react';
import type { FormAnswer } from '../forms.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';

interface StepWords {
  title: string;
  try: string;
  tryAgain: string;
  on: string;
  pause: string;
  end: string;
  endWhy: string;
}

/** What is connected from outside is tried, looked at and switched on, in that order. Children: what trying gave. */
export function ConnectionSteps(props: {
  words: StepWords;
  why: string;
  state: string;
  tried: boolean;
  answer: FormAnswer | undefined;
  children: ReactNode;
}) {
  const { words, state, tried } = props;
  return (
    <Card title={words.title}>
      <p className="mb-4 max-w-prose text-soft">{props.why}</p>
      {props.children}
      <Form answer={props.answer}>
        <div className="mt-4 flex flex-wrap gap-3">
          <Button name="act" value="try" tone={tried ? 'secondary' : 'primary'}>
            {tried ? words.tryAgain : words.try}
          </Button>
          {state === 'paused' && tried && (
            <Button name="act" value="on" tone="primary">
              {words.on}
            </Button>
          )}
          {state === 'on' && (
            <Button name="act" value="paused">
              {words.pause}
            </Button>
          )}
          <Button name="act" value="ended" tone="quiet">
            {words.end}
          </Button>
        </div>
        <p className="mt-3 max-w-prose text-sm text-soft">{words.endWhy}</p>
      </Form>
    </Card>
  );
}
