import { invisibleIn } from './cleaning.ts';

/** Why a message looks as if it was written to steer software. It is answered all the same; a colleague is told. */
export type Suspicion = 'instruction' | 'hidden' | 'encoded';

const commands = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|above|previous|prior|earlier)/is,
  /\b(?:negeer|vergeet|overschrijf)\b.{0,40}\b(?:instructie|opdracht|regel|hierboven|bovenstaand|vorige|eerdere|prompt)/is,
  /\b(?:ignorier|vergiss)\w*\b.{0,40}\b(?:anweisung|regel|vorherig)/is,
  /\b(?:ignore[rz]?|oublie[rz]?)\b.{0,40}\b(?:consigne|instruction|règle)/is,
  /\b(?:ignora|olvida)\b.{0,40}\b(?:instruccion|regla|anterior)/is,
  /\b(?:system ?prompt|systeemprompt|developer message|jailbreak|prompt injection)\b/i,
  /\b(?:you are now|from now on you|act as|pretend to be|je bent nu|vanaf nu ben je|doe alsof je)\b/i,
  /\b(?:as an? (?:ai|assistant|language model)|als (?:ai|taalmodel|assistent))\b/i,
  /<\/?(?:system|assistant|user|instructions?|data)\b|\[\/?(?:INST|SYS)|<\|(?:im_)?(?:start|end|system)|^#{2,} ?(?:system|instruction)/im,
  /"role"\s*:\s*"(?:system|assistant)"/i,
];

const longCode = /(?<![\w/])[A-Za-z0-9+/]{60,}={0,2}(?![\w/])/;
const fewHidden = 8;

export function suspicionsIn(text: string): Suspicion[] {
  return [
    ...(commands.some((pattern) => pattern.test(text)) ? (['instruction'] as const) : []),
    ...(invisibleIn(text) > fewHidden ? (['hidden'] as const) : []),
    ...(longCode.test(text) ? (['encoded'] as const) : []),
  ];
}
