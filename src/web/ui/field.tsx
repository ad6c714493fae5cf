import { type ComponentProps, type ReactNode, useId } from 'react';
import type { Catalogue } from '../../platform/words.ts';
import type { FormAnswer, Problem } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from './icon.tsx';

interface Labelled {
  name: string;
  label: string;
  hint?: string;
  /** Not required: says so behind the label. */
  optional?: boolean;
  /** What the action answered; the field takes its own problem and the value that was given from it. */
  answer?: FormAnswer | undefined;
}

interface Wiring {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

const control =
  'block w-full rounded-md border bg-surface text-ink placeholder:text-faint border-edge aria-invalid:border-clay aria-invalid:border-2';

export type FieldProps = Labelled & Omit<ComponentProps<'input'>, 'name' | 'className' | 'id' | 'required'>;

/** One line of text with its label, hint and problem. Passwords are never given back. */
export function Field(props: FieldProps) {
  const { name, label, hint, optional, answer, ...rest } = props;
  const given = rest.type === 'password' ? undefined : answer?.given?.[name];
  return (
    <Surround {...props}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          defaultValue={given ?? rest.defaultValue}
          className={`${control} h-row px-3`}
        />
      )}
    </Surround>
  );
}

export type TextareaProps = Labelled &
  Omit<ComponentProps<'textarea'>, 'name' | 'className' | 'id' | 'required'>;

export function Textarea(props: TextareaProps) {
  const { name, label, hint, optional, answer, ...rest } = props;
  return (
    <Surround {...props}>
      {(wiring) => (
        <textarea
          rows={5}
          {...rest}
          {...wiring}
          defaultValue={answer?.given?.[name] ?? rest.defaultValue}
          className={`${control} field-sizing-content min-h-24 px-3 py-2`}
        />
      )}
    </Surround>
  );
}

export interface Option {
  value: string;
  label: string;
}

export type SelectProps = Labelled & { options: readonly Option[] } & Omit<
    ComponentProps<'select'>,
    'name' | 'className' | 'id' | 'required' | 'children'
  >;

/** The browser's own list: works everywhere, with any keyboard, on any telephone. */
export function Select(props: SelectProps) {
  const { name, label, hint, optional, answer, options, ...rest } = props;
  return (
    <Surround {...props}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          defaultValue={answer?.given?.[name] ?? rest.defaultValue}
          className={`${control} h-row px-2`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Surround>
  );
}

function Surround(props: Labelled & { children: (wiring: Wiring) => ReactNode }) {
  const { name, label, hint, optional, answer, children } = props;
  const { forms } = useWords();
  const id = useId();
  const problem = answer?.problems?.[name];
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="mb-5">
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
        {optional && <span className="font-normal text-faint"> ({forms.optional})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? true : undefined,
        'aria-required': optional ? undefined : true,
      })}
      {problem && (
        <p id={`${id}-problem`} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-clay">
          <Icon name="warning" className="mt-0.5 size-4" />
          {problemWords(forms.problems, problem)}
        </p>
      )}
    </div>
  );
}

function problemWords(words: Catalogue['forms']['problems'], { code, limit }: Problem): string {
  const found = words[code];
  return typeof found === 'function' ? found(limit ?? 0) : found;
}
