import { type ReactNode, useId } from 'react';

interface CardProps {
  title?: string;
  /** Right of the title: a badge or a small button. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A sheet on the ground. With a title it is a region of the page, under an h2. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section
      {...(title && { 'aria-labelledby': id })}
      className="rounded-lg border border-line bg-surface p-4 md:p-5"
    >
      {title && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id={id} className="text-lg">
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
