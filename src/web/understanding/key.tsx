/** A key of the keyboard, beside what it does; for the eye only, and only where keys work. */
export function Key({ children }: { children: string }) {
  return (
    <span
      aria-hidden="true"
      className="needs-script inline-block max-sm:hidden min-w-6 rounded-sm border border-edge bg-surface px-1.5 text-center font-sans text-xs text-ink"
    >
      {children}
    </span>
  );
}
