import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './icon.tsx';

/** primary: the one act of a page. quiet: without a border, in rows and bars. attention: needs a person now. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'attention';
export type ButtonSize = 'small' | 'normal';

interface Look {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
  /** Behind the word: for what leads onward. */
  iconAfter?: IconName;
  children: ReactNode;
}

const tones: Record<ButtonTone, string> = {
  primary: 'bg-water text-on-water border-transparent hover:bg-water-strong',
  secondary: 'bg-surface text-ink border-edge hover:bg-sunken',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-sunken',
  attention: 'bg-clay text-on-clay border-transparent hover:opacity-90',
};

const sizes: Record<ButtonSize, string> = {
  small: 'h-8 px-2.5 text-sm gap-1.5',
  normal: 'h-row px-4 gap-2',
};

function look({ tone = 'secondary', size = 'normal' }: Pick<Look, 'tone' | 'size'>): string {
  return `inline-flex items-center justify-center rounded-md border font-medium whitespace-nowrap motion-safe:transition-colors disabled:opacity-60 disabled:cursor-not-allowed ${tones[tone]} ${sizes[size]}`;
}

export type ButtonProps = Look & Omit<ComponentProps<'button'>, 'children' | 'className'>;

/** `type` is submit, as in plain HTML. */
export function Button({
  tone = 'secondary',
  size = 'normal',
  icon,
  iconAfter,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} className={look({ tone, size })}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

export interface LinkButtonProps extends Look {
  to: string;
  /** A full page load instead of a step inside the page: for downloads, other doors and after an error. */
  document?: boolean;
}

export function LinkButton({ to, document = false, tone, size, icon, iconAfter, children }: LinkButtonProps) {
  return (
    <Link
      to={to}
      reloadDocument={document}
      className={look({ ...(tone && { tone }), ...(size && { size }) })}
    >
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </Link>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className'> {
  icon: IconName;
  /** Says what it does; becomes the accessible name and the tooltip. */
  label: string;
}

export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className="inline-flex size-10 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
    >
      <Icon name={icon} />
    </button>
  );
}
