import type { Outcome, Outgoing } from '../connection.ts';
import type { Opening } from '../connector.ts';
import { at, textOf } from '../json.ts';
import type { Graph } from '../meta/graph.ts';
import { outcomeOfError } from '../network.ts';
import { listTemplates, type Template, templateIn } from './template.ts';

/** So long after the last message of a customer free words may be sent. Milliseconds. */
const window = 24 * 3600_000;

interface Way {
  readonly graph: Graph;
  readonly accountId: string;
  readonly phoneNumberId: string;
  readonly clock: Opening['clock'];
}

/**
 * Sends free words within the window; outside it only the words of an approved template go, and anything else is
 * refused with the names of those that there are.
 */
export async function sendWhatsapp(way: Way, outgoing: Outgoing): Promise<Outcome> {
  const { to, text, answers, nonce } = outgoing;
  if (!to || !/^\d{6,15}$/.test(to.handle)) return { kind: 'refused', answer: 'nothing-to-answer' };
  const last = Date.parse(String(answers?.facts.at ?? ''));
  const isOpen = way.clock.now().epochMilliseconds - last <= window;
  const around = {
    ...{ messaging_product: 'whatsapp', recipient_type: 'individual', to: to.handle },
    biz_opaque_callback_data: nonce,
  };
  try {
    const templates = isOpen ? [] : await listTemplates(way.graph, way.accountId);
    const content = isOpen ? freeWords(text, answers?.externalId) : templated(templates, text);
    if (!content) return { kind: 'refused', answer: closedWith(templates) };
    return await way.graph.send({
      path: `/${way.phoneNumberId}/messages`,
      body: { ...around, ...content },
      idIn: (json) => textOf(at(json, 'messages[0].id')),
    });
  } catch (error) {
    return outcomeOfError(error);
  }
}

function freeWords(text: string, answers: string | undefined) {
  return {
    ...{ type: 'text', text: { body: text, preview_url: false } },
    ...(answers ? { context: { message_id: answers } } : {}),
  };
}

function templated(templates: readonly Template[], text: string) {
  const filled = templateIn(templates, text);
  if (!filled) return undefined;
  const { template, parameters } = filled;
  const components = parameters.length > 0 ? { components: [{ type: 'body', parameters }] } : {};
  return {
    type: 'template',
    template: { name: template.name, language: { code: template.language }, ...components },
  };
}

/** Longer than this nobody reads. */
const mostNamed = 8;

/** `window-closed`, and what may be sent all the same: names with their language. */
function closedWith(templates: readonly Template[]): string {
  const names = templates.map(({ name, language }) => `${name} (${language})`);
  return ['window-closed', ...names.slice(0, mostNamed)].join(' · ').slice(0, 300);
}
