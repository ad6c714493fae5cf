import { LinkButton } from '../ui/button.tsx';

interface SectionPartsProps {
  label: string;
  parts: readonly { to: string; label: string; own: boolean }[];
}

/** The parts of a section, above each of its pages; on a phone one row that moves aside, on paper left out. */
export function SectionParts({ label, parts }: SectionPartsProps) {
  return (
    <nav aria-label={label} className="mb-5 border-b border-line pb-2 print:hidden">
      <ul className="flex gap-1 overflow-x-auto p-0.5 sm:flex-wrap sm:overflow-visible">
        {parts.map(({ to, label, own }) => (
          <li key={to} aria-current={own ? 'page' : undefined} className="shrink-0">
            <LinkButton to={to} size="small" tone={own ? 'secondary' : 'quiet'}>
              {label}
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
