import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { eld } from 'eld';
import { type Language, languages } from './understanding.ts';

/**
 * The letter-group detector behind the stop words, restricted to our five languages. Loaded at the first text
 * that needs it (it costs 0.2 s and 60 MB), and synchronously, because reading a message is synchronous.
 * The package only offers `import`, hence the way around by its file.
 */
export const guessLanguage: (text: string) => Language = whenFirstAsked(() => {
  const home = dirname(findPackageJSON('eld', import.meta.url) ?? '');
  const loaded: { eld: typeof eld } = createRequire(import.meta.url)(
    join(home, 'src/entries/static.small.js'),
  );
  const detector = loaded.eld.newInstance();
  detector.setLanguageSubset([...languages]);
  return (text) => languages.find((language) => language === detector.detect(text).language) ?? 'und';
});

function whenFirstAsked(load: () => (text: string) => Language): (text: string) => Language {
  let ready: ((text: string) => Language) | undefined;
  return (text) => {
    ready ??= load();
    return ready(text);
  };
}
