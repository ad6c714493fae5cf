import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from './frame.tsx';

/** The mark: a horizon, a dike, and two strips of land won from the water. */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0f6a74" />
      <path d="M0 13h32v12a7 7 0 0 1-7 7H7a7 7 0 0 1-7-7z" fill="#7fb6ba" />
      <path d="M0 20c7 0 11-3 20-3h12v5H0z" fill="#c3cc90" />
      <path d="M0 27c9 0 14-3 23-3h9v1a7 7 0 0 1-7 7H7a7 7 0 0 1-6.6-4.7z" fill="#a8b978" />
      <path d="M0 13h32" stroke="#f4f7f6" strokeWidth="1.5" />
      <circle cx="23" cy="7.5" r="2.5" fill="#f4f7f6" />
    </svg>
  );
}

/** Mark and name, leading to the start. */
export function Brand() {
  const { product } = useWords().shell;
  return (
    <Link
      to={urls.home()}
      reloadDocument
      className="inline-flex items-center gap-2.5 text-lg font-semibold tracking-tight"
    >
      <Mark />
      {product}
    </Link>
  );
}
