import type { ReactNode } from 'react';
import { useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';
import type { OfferView } from './offer-view.ts';

interface OfferedProps {
  offer: OfferView;
  /** Beside each purpose and promise: the door to change it. */
  aside?: (kind: 'purposes' | 'promises', key: string) => ReactNode;
}

/** An offer as it is: each purpose in the sentence that customers read, and what we promise. */
export function Offered({ offer, aside }: OfferedProps) {
  const { offer: words } = useWords();
  return (
    <>
      <Card title={words.purposes}>
        <ul className="divide-y divide-line border-t border-line">
          {offer.purposes.map((purpose) => (
            <PurposeRow key={purpose.key} purpose={purpose} aside={aside?.('purposes', purpose.key)} />
          ))}
        </ul>
      </Card>
      <Card title={words.promises}>
        <ul className="divide-y divide-line border-t border-line">
          {offer.promises.map(({ key, sentence, days }) => (
            <li key={key} className="flex items-baseline justify-between gap-4 py-3">
              <span>
                {sentence}
                {days !== null && <span className="block text-sm text-soft">{words.within(days)}</span>}
              </span>
              {aside?.('promises', key)}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function PurposeRow({ purpose, aside }: { purpose: OfferView['purposes'][number]; aside: ReactNode }) {
  const { offer: words, customers } = useWords();
  const { key, sentence, needsYes, categories, recipients, months } = purpose;
  return (
    <li className="py-3">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-base">{customers.contract.purposes[key] ?? key}</h3>
        {aside}
      </div>
      <p>
        “{sentence}”{needsYes && <span className="text-soft"> · {words.needsYes}</span>}
      </p>
      <dl className="mt-1 grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] gap-x-3 text-sm text-soft">
        <dt>{words.categories}</dt>
        <dd>{categories.join('; ')}</dd>
        <dt>{words.recipients}</dt>
        <dd>{recipients.length > 0 ? recipients.join('; ') : words.noRecipients}</dd>
        <dt>{words.kept}</dt>
        <dd>{months === null ? words.forever : words.months(months)}</dd>
      </dl>
    </li>
  );
}
