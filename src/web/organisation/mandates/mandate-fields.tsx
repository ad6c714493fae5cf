import { rights } from '../../../organisation/mandates/mandate.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Field, Select } from '../../ui/field.tsx';
import type { TopicName } from './topics.ts';

interface MandateFieldsProps {
  colleagues: readonly { publicId: string; name: string }[];
  channels: readonly string[];
  topics: readonly TopicName[];
  today: string;
  answer: FormAnswer | undefined;
}

export function MandateFields({ colleagues, channels, topics, today, answer }: MandateFieldsProps) {
  const words = useWords().mandates;
  return (
    <>
      <p className="mb-3 text-soft">{words.giveWhy}</p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select
          name="employee"
          label={words.colleague}
          answer={answer}
          options={colleagues.map(({ publicId, name }) => ({ value: publicId, label: name }))}
        />
        <Select
          name="right"
          label={words.right}
          answer={answer}
          defaultValue="send"
          options={rights.map((value) => ({ value, label: words.rights[value] }))}
        />
        <Select
          name="channel"
          label={words.channel}
          answer={answer}
          options={[
            { value: '', label: words.everyChannel },
            ...channels.map((value) => ({ value, label: value })),
          ]}
        />
        <Select
          name="topic"
          label={words.topic}
          answer={answer}
          options={[
            { value: '', label: words.everyTopic },
            ...topics.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
        <Field name="fromOn" type="date" label={words.from} defaultValue={today} answer={answer} />
        <Field name="untilOn" type="date" label={words.until} answer={answer} optional />
      </div>
    </>
  );
}
