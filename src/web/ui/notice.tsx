import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface NoticeProps {
  /** attention: something needs a person now. done: it worked. info: good to know. */
  tone: 'info' | 'done' | 'attention';
  title: string;
  children?: ReactNode;
}

const looks: Record<NoticeProps['tone'], { icon: IconName; className: string }> = {
  info: { icon: 'info', className: 'border-edge bg-surface text-ink' },
  done: { icon: 'check', className: 'border-water bg-water-wash text-ink' },
  attention: { icon: 'warning', className: 'border-clay bg-clay-wash text-ink' },
};

/** A message inside a page. `attention` is announced at once. */
export function Notice({ tone, title, children }: NoticeProps) {
  const { icon, className } = looks[tone];
  return (
    <div
      role={tone === 'attention' ? 'alert' : 'status'}
      className={`flex gap-3 rounded-md border-l-4 px-4 py-3 ${className}`}
    >
      <Icon name={icon} className={`mt-0.5 size-5 ${tone === 'attention' ? 'text-clay' : 'text-water'}`} />
      <div>
        <p className="font-medium">{title}</p>
        {children && <div className="text-soft">{children}</div>}
      </div>
    </div>
  );
}
