import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** The word says it; tone and icon only help. attention is for what needs a person now. */
export type BadgeTone = 'neutral' | 'water' | 'attention';

interface BadgeProps {
  tone?: BadgeTone;
  icon?: IconName;
  children: ReactNode;
}

const tones: Record<BadgeTone, string> = {
  neutral: 'border-line bg-sunken text-soft',
  water: 'border-water bg-water-wash text-water-strong',
  attention: 'border-clay bg-clay-wash text-clay',
};

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex h-6 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {icon && <Icon name={icon} className="size-3.5" />}
      {children}
    </span>
  );
}
