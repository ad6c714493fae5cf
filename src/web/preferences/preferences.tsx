import { useLocation } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useShell, useWords } from '../layout/frame.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';

/** Language and appearance: plain forms that load a whole page, so they work without script and never flash. */
export function Preferences() {
  const { theme, language } = useWords().shell;
  const { locale } = useFormats();
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <Choice
        label={language.label}
        name="locale"
        action={urls.localeSwitch()}
        chosen={locale}
        options={[
          { value: 'nl', label: language.nl, lang: 'nl' },
          { value: 'en', label: language.en, lang: 'en' },
        ]}
      />
      <Choice
        label={theme.label}
        name="theme"
        action={urls.themeSwitch()}
        chosen={useShell()?.theme ?? 'system'}
        options={[
          { value: 'system', label: theme.system, icon: 'device' },
          { value: 'light', label: theme.light, icon: 'sun' },
          { value: 'dark', label: theme.dark, icon: 'moon' },
        ]}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  action: string;
  chosen: string;
  options: readonly { value: string; label: string; icon?: IconName; lang?: string }[];
}

function Choice({ label, name, action, chosen, options }: ChoiceProps) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={action}>
      <CsrfField />
      <input type="hidden" name="returnTo" value={pathname + search} />
      <fieldset>
        <legend className="mb-1 text-xs text-soft">{label}</legend>
        <div className="inline-flex overflow-hidden rounded-md border border-edge">
          {options.map((option) => (
            <button
              key={option.value}
              type="submit"
              name={name}
              value={option.value}
              lang={option.lang}
              aria-pressed={option.value === chosen}
              title={option.icon && option.label}
              className="segment"
            >
              {option.icon ? <Icon name={option.icon} label={option.label} /> : option.label}
              {option.value === chosen && <Icon name="check" className="size-3.5" />}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
