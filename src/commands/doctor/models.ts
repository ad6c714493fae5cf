import { z } from 'zod';
import { systemClock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { makeLanguageModel } from '../../platform/language-model/asking.ts';
import { isThisMachine, type LanguageModelSettings } from '../../platform/language-model/settings.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { openTransformer } from '../../platform/transformer/opening.ts';
import { good, note, type Verdict, wrong } from './verdict.ts';

/** The optional models: whether they answer. Says nothing of what is off. */
export async function examineModels({ languageModel, transformerFolder }: Config): Promise<Verdict[]> {
  return [
    ...(languageModel ? await examineLanguageModel(languageModel) : []),
    ...(transformerFolder ? [await examineTransformer(transformerFolder)] : []),
  ];
}

/** Asks one question, in which nobody stands. */
async function examineLanguageModel(settings: LanguageModelSettings): Promise<Verdict[]> {
  const model = makeLanguageModel(settings, { clock: systemClock });
  const { outcome } = await model.ask({
    instructions: 'Answer with the field "ready" set to true.',
    data: 'Are you ready?',
    schema: z.strictObject({ ready: z.boolean() }),
    name: 'ready',
    tokens: 30,
  });
  const where = settings.place === 'local' ? 'in the house' : 'outside the house';
  const at = `${model.name} at ${model.host} (${where})`;
  const answers =
    outcome === 'answered'
      ? good('language model', `${at} answers.`)
      : wrong('language model', `${at} does not answer as it should: ${sentences[outcome]}`);
  return [answers, ...placeVerdict(settings)];
}

const sentences = {
  unreachable: 'it cannot be reached. Check POLDER_LANGUAGE_MODEL_URL.',
  'timed-out': 'it took longer than 20 seconds.',
  'too-many': 'it says there are too many questions.',
  refused:
    'it refuses. Check the key, the name of the model, and whether it knows response_format json_schema.',
  failed: 'it fails by itself; see its own log.',
  malformed: 'its answer has another shape than was asked for. It must know response_format json_schema.',
  'too-long': 'it says far too much.',
  resting: 'it failed too often.',
} as const;

/** What is called local but has a name on the internet is probably not. */
function placeVerdict({ place, url }: LanguageModelSettings): Verdict[] {
  const { hostname } = new URL(url);
  const inside = isThisMachine(hostname) || isPrivate(hostname);
  if (place !== 'local' || inside) return [];
  const sentence = `POLDER_LANGUAGE_MODEL_PLACE is "local", but ${hostname} has a public name. If a company runs it, say "outside": customers must then say yes first.`;
  return [note('language model', sentence)];
}

function isPrivate(host: string): boolean {
  return (
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[f[cd])/i.test(host) ||
    !host.includes('.') ||
    /\.(local|lan|internal|home\.arpa)$/i.test(host)
  );
}

async function examineTransformer(folder: string): Promise<Verdict> {
  try {
    const transformer = openTransformer(folder);
    try {
      await transformer.load();
      const { outcome } = await transformer.classify('test');
      if (outcome !== 'answered')
        return wrong('transformer', `${transformer.name} loads, but does not answer.`);
      return good('transformer', `${transformer.name} answers, with ${transformer.labels.join(', ')}.`);
    } finally {
      await transformer.close();
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return wrong('transformer', String(error.details.sentence ?? error.message));
  }
}
