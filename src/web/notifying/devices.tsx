import { useState, useSyncExternalStore } from 'react';
import { useFetcher } from 'react-router';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { subscribeHere, type Trouble } from './subscribing.ts';

interface DevicesProps {
  devices: readonly { publicId: string; browser: string; madeAt: string }[];
  /** Of this Polder, as push services know it. */
  applicationKey: string;
}

/** Where a colleague is reached when no page is open. */
export function Devices({ devices, applicationKey }: DevicesProps) {
  const { devices: words } = useWords().notifying;
  const { day } = useFormats();
  return (
    <section className="mt-8 border-t border-line pt-5">
      <h2 className="text-lg">{words.title}</h2>
      <p className="mb-3 text-soft">{words.lead}</p>
      {devices.length === 0 && <p className="mb-3">{words.none}</p>}
      <ul className="mb-3">
        {devices.map(({ publicId, browser, madeAt }) => (
          <li key={publicId} className="flex min-h-row flex-wrap items-center gap-x-3 border-b border-line">
            <span>{browser}</span>
            <span className="text-sm text-soft">{words.since(day(madeAt))}</span>
            <Form className="ml-auto">
              <input type="hidden" name="act" value="remove" />
              <Button
                size="small"
                tone="quiet"
                name="device"
                value={publicId}
                aria-label={words.remove(browser)}
              >
                {words.removed}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Adding applicationKey={applicationKey} />
    </section>
  );
}

const never = () => () => {};

function Adding({ applicationKey }: Pick<DevicesProps, 'applicationKey'>) {
  const { devices: words } = useWords().notifying;
  const { locale } = useFormats();
  const fetcher = useFetcher();
  const [trouble, setTrouble] = useState<Trouble | 'busy' | null>(null);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!scripted) return <p className="text-sm text-soft">{words.noScript}</p>;
  const add = async () => {
    setTrouble('busy');
    const made = await subscribeHere(applicationKey, locale);
    setTrouble(typeof made === 'string' ? made : null);
    if (typeof made !== 'string') await fetcher.submit({ act: 'add', ...made }, { method: 'post' });
  };
  return (
    <>
      <Button type="button" icon="bell" onClick={add} disabled={trouble === 'busy'}>
        {trouble === 'busy' ? words.adding : words.add}
      </Button>
      <p role="status" className="mt-2 text-sm text-clay empty:hidden">
        {trouble && trouble !== 'busy' && words[trouble]}
      </p>
    </>
  );
}
