import type { Random } from './random.ts';

/** Gives the value of a detail such as `straat`; the same conversation always hears the same value. */
export type Fact = (name: string) => string;

interface Voice {
  random: Random;
  fact: Fact;
  /** u instead of je */
  formal: boolean;
}

/** `{a|b|}` is a choice and may be nested, `[je/u]` follows the register, `<straat>` is a detail. */
export function expand(template: string, voice: Voice): string {
  let text = template;
  while (text.includes('{')) {
    text = text.replace(/\{([^{}]*)\}/g, (_, options: string) => voice.random.pick(options.split('|')));
  }
  const registered = text.replace(/\[([^/\]]*)\/([^\]]*)\]/g, voice.formal ? '$2' : '$1');
  return tidy(registered.replace(/<([a-z][a-z0-9-]*)>/g, (_, name: string) => voice.fact(name)));
}

/** One space between words, none before a comma or stop, a capital at the start of every sentence. */
function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.!?])/g, '$1')
    .replace(/\.\.(?!\.)(?<!\.\.\.)/g, '.')
    .trim()
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Joins a greeting and a sentence; after a comma or dash the sentence goes on without a capital. */
export function afterGreeting(greeting: string, text: string): string {
  if (greeting === '') return text;
  const plainWord =
    /^\p{Lu}[\p{Ll}']*(?=[ ,])/u.test(text) && !/^(?:I|I'm|\p{Lu}\p{Ll}+ (?:from|van)) /u.test(text);
  const continued = /[,-]$/.test(greeting) && plainWord ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return `${greeting} ${continued}`;
}
