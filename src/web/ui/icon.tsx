import type { ReactNode } from 'react';

/** Drawn on a 24 grid in lines of 1.75, ends round. Own drawings, so there is nothing to attribute. */
const drawings = {
  inbox: <path d="M3 13.5 6 5h12l3 8.5V19H3zM3 13.5h5.5a3.5 3.5 0 0 0 7 0H21" />,
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6" />,
  people: (
    <path d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19.5c.6-3.7 3.2-5.5 6.5-5.5s5.9 1.8 6.5 5.5M15.5 4.9a3.5 3.5 0 0 1 0 6.3M18 14.5c2 .8 3.2 2.5 3.6 5" />
  ),
  building: (
    <path d="M4.5 20.5v-16h9v16M13.5 9.5h6v11M2.5 20.5h19M8 8h2M8 12h2M8 16h2M16.5 13.5v.1M16.5 17v.1" />
  ),
  path: (
    <path d="M5 20c6 0 3.5-6 8-6s3-5 6-5M6.5 9.5A2.5 2.5 0 1 0 6.5 4.5a2.5 2.5 0 0 0 0 5M6.5 9.5V14M19 9V3.5l-3.5 1.7L19 7" />
  ),
  upload: <path d="M12 16V4.5M7 9l5-5 5 5M4 15.5V20h16v-4.5" />,
  download: <path d="M12 4v11.5M7 11l5 5 5-5M4 15.5V20h16v-4.5" />,
  braces: (
    <path d="M8.5 4C6 4 6 5.5 6 8s-.5 4-2.5 4C5.5 12 6 13.5 6 16s0 4 2.5 4M15.5 4c2.5 0 2.5 1.5 2.5 4s.5 4 2.5 4c-2 0-2.5 1.5-2.5 4s0 4-2.5 4" />
  ),
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20.5 20.5" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  cross: <path d="m5.5 5.5 13 13M18.5 5.5l-13 13" />,
  reopen: <path d="M4.5 4.5V10H10M5 10a7.5 7.5 0 1 1-.5 4.5" />,
  reply: <path d="M9.5 5 3.5 11l6 6M4 11h9c4.5 0 7 2.5 7.5 8" />,
  note: <path d="M5 3.5h14v11L13.5 20.5H5zM13.5 20.5v-6H19M8.5 8h7M8.5 11.5h4" />,
  send: <path d="M3.5 11.5 20.5 4l-5 16.5-4-7zM11.5 13.5l4-4.5" />,
  bell: <path d="M5.5 17c1.5-1.5 1.5-3 1.5-6a5 5 0 0 1 10 0c0 3 0 4.5 1.5 6zM10 20.5h4M12 6V3.5" />,
  globe: (
    <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17" />
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />,
  sun: (
    <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />
  ),
  device: <path d="M4 4.5h16v11H4zM9 20h6M12 15.5V20" />,
  signOut: <path d="M10 4H4.5v16H10M9.5 12h11M16 7.5l4.5 4.5-4.5 4.5" />,
  keyboard: <path d="M2.5 6.5h19v11h-19zM6 10h.5M10 10h.5M14 10h.5M17.5 10h.5M8 14h8" />,
  clock: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2" />,
  lock: <path d="M5.5 11h13v9.5h-13zM8 11V8a4 4 0 0 1 8 0v3M12 14.5V17" />,
  warning: <path d="M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1" />,
  info: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 11v5M12 8v.1" />,
  more: <path d="M5.5 12v.1M12 12v.1M18.5 12v.1" />,
  question: (
    <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.3v.1" />
  ),
  next: <path d="m9 4.5 7.5 7.5L9 19.5" />,
  previous: <path d="M15 4.5 7.5 12l7.5 7.5" />,
  down: <path d="m5 9 7 7 7-7" />,
  rising: <path d="M12 19V5M6.5 10.5 12 5l5.5 5.5" />,
  falling: <path d="M12 5v14M6.5 13.5 12 19l5.5-5.5" />,
  rows: <path d="M4 5.5h16v13H4zM4 10h16M4 14.3h16M9.5 10v8.5" />,
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1" />
  ),
  speech: <path d="M4 5h16v11h-8l-4.5 4v-4H4zM8 9h8M8 12.3h5" />,
  water: (
    <path d="M2.5 9c3-2.5 3.5 0 6.3 0s3.4-2.5 6.3 0 3.4 2.5 6.4 0M2.5 15c3-2.5 3.5 0 6.3 0s3.4-2.5 6.3 0 3.4 2.5 6.4 0" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

interface IconProps {
  name: IconName;
  /** Leave out beside a word that says the same; the icon is then hidden from screen readers. */
  label?: string;
  className?: string;
}

export function Icon({ name, label, className = 'size-5' }: IconProps) {
  const look = {
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 1.75,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    className: `shrink-0 ${className}`,
  } as const;
  if (!label) {
    return (
      <svg {...look} aria-hidden="true">
        {drawings[name]}
      </svg>
    );
  }
  return (
    <svg {...look} role="img" aria-label={label}>
      {drawings[name]}
    </svg>
  );
}
