import { useFormats, useNow } from '../layout/frame.tsx';

/** `3 minuten geleden`, with the exact moment on hover and for machines. */
export function Age({ at }: { at: string }) {
  const formats = useFormats();
  const now = useNow();
  return (
    <time dateTime={at} title={formats.moment(at)} suppressHydrationWarning>
      {formats.age(at, now)}
    </time>
  );
}

/** `24 nov 14:05`, for lists where the moment itself matters. */
export function Moment({ at }: { at: string }) {
  const formats = useFormats();
  const now = useNow();
  return (
    <time dateTime={at} title={formats.moment(at)} className="whitespace-nowrap" suppressHydrationWarning>
      {formats.shortDay(at, now)} {formats.time(at)}
    </time>
  );
}
