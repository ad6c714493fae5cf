import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** The next step, in a sentence or two. */
  children: ReactNode;
  /** A LinkButton or a form that takes that step. */
  action?: ReactNode;
}

/** An empty screen says what will stand here and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto max-w-lg px-4 py-14 text-center">
      <StillWater />
      <h2 className="mt-6 text-xl">{title}</h2>
      <div className="mt-2 text-soft">{children}</div>
      {action && <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}

function StillWater() {
  return (
    <svg viewBox="0 0 240 72" className="mx-auto w-60" aria-hidden="true">
      <path d="M0 30h240" className="stroke-edge" strokeWidth="1" />
      <path d="M18 30c8-7 22-8 34-8 9 0 15 3 21 8z" className="fill-far" />
      <path d="M150 30c10-4 25-5 40-5 14 0 24 2 32 5z" className="fill-far" />
      <circle cx="120" cy="19" r="7" className="fill-sky stroke-edge" />
      <path
        d="M40 42h64M124 42h76M20 52h40M84 52h112M60 62h84"
        className="stroke-wet"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
