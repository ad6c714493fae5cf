import { useWords } from './frame.tsx';

export function SkipLink() {
  return (
    <a
      href="#content"
      className="absolute top-2 left-2 z-50 rounded-md bg-water px-4 py-2 font-medium text-on-water not-focus:sr-only"
    >
      {useWords().shell.skip}
    </a>
  );
}
