import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, Output } from 'ai';
import type { Clock } from '../clock.ts';
import { type Breaker, type BreakerRules, makeBreaker } from './breaker.ts';
import { type Exchange, fetchWithin } from './fetching.ts';
import type { Answer, AskFailure, LanguageModel, Question } from './language-model.ts';
import type { LanguageModelSettings } from './settings.ts';

const longestWait = 20_000;

interface Parts {
  clock: Clock;
  /** Milliseconds for one question, all included. */
  timeout?: number;
  breaker?: BreakerRules;
}

/** The language model of one process. Asks once: whoever wants an answer later asks again later. */
export function makeLanguageModel(settings: LanguageModelSettings, parts: Parts): LanguageModel {
  const { name, place, url, perMinute, perDay } = settings;
  const breaker = makeBreaker(parts.breaker);
  const now = () => parts.clock.now().epochMilliseconds;
  return {
    name,
    place,
    host: new URL(url).host,
    perMinute,
    perDay,
    restsUntil: () => breaker.restsUntil(now()),
    ask: async (question) => {
      if (!breaker.mayAsk(now())) return { outcome: 'resting' };
      const exchange: Exchange = { failure: null, wait: 0 };
      const answer = await askOnce(settings, question, { exchange, timeout: parts.timeout ?? longestWait });
      settle(breaker, answer.outcome, { at: now(), wait: exchange.wait });
      return answer;
    },
  };
}

interface Trying {
  exchange: Exchange;
  timeout: number;
}

async function askOnce<T>(
  settings: LanguageModelSettings,
  question: Question<T>,
  { exchange, timeout }: Trying,
): Promise<Answer<T>> {
  const { url, key, name } = settings;
  const signal = AbortSignal.timeout(timeout);
  const provider = createOpenAICompatible({
    name: 'polder',
    baseURL: url,
    ...(key === null ? {} : { apiKey: key }),
    supportsStructuredOutputs: true,
    fetch: fetchWithin(new URL(url).origin, exchange),
  });
  try {
    const { output, usage } = await generateText({
      model: provider.chatModel(name),
      instructions: question.instructions,
      messages: [{ role: 'user', content: question.data }],
      output: Output.object({ schema: question.schema, name: question.name }),
      maxOutputTokens: question.tokens,
      temperature: 0,
      maxRetries: 0,
      abortSignal: signal,
      telemetry: { isEnabled: false },
    });
    const { inputTokens = null, outputTokens = null } = usage;
    return { outcome: 'answered', value: output, tokensIn: inputTokens, tokensOut: outputTokens };
  } catch (error) {
    // The error itself is dropped: it carries the question, and so what a customer wrote.
    return { outcome: failureIn(error, { failure: exchange.failure, aborted: signal.aborted }) };
  }
}

const malformed =
  /^AI_(NoObjectGenerated|NoOutputGenerated|NoContentGenerated|TypeValidation|JSONParse|InvalidResponseData|NoSuchTool|InvalidToolInput)/;

function failureIn(
  error: unknown,
  { failure, aborted }: { failure: AskFailure | null; aborted: boolean },
): AskFailure {
  if (failure) return failure;
  if (aborted) return 'timed-out';
  const { name = '', statusCode } = error as { name?: string; statusCode?: number };
  return malformed.test(name) || statusCode === 200 ? 'malformed' : 'unreachable';
}

/** A bad answer comes of a model that is there: a customer whose words bring it about must not silence it for all. */
const there: readonly string[] = ['answered', 'malformed', 'too-long'];

function settle(breaker: Breaker, outcome: string, { at, wait }: { at: number; wait: number }): void {
  if (there.includes(outcome)) breaker.passed();
  else breaker.failed(at, wait);
}
