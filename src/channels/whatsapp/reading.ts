import type { Attached } from '../channel.ts';
import type { Happened } from '../connection.ts';
import { at, textOf, timeOf } from '../json.ts';
import { changesIn, heardPlainly, listOf } from '../meta/entry.ts';

/** Gets a file by its number there; null when it cannot be had. */
export type Getting = (id: string, mediaType: string, name: string) => Promise<Attached | null>;

interface Ours {
  readonly accountId: string;
  readonly phoneNumberId: string;
  readonly get: Getting;
  readonly came: string;
}

/**
 * What a body says: messages to our number, and answers of ours that did not arrive after all. Told twice and in any
 * order, so only what ends badly counts. @throws as `changesIn`
 */
export async function readWhatsapp(body: Uint8Array, ours: Ours): Promise<Happened[]> {
  const changes = changesIn(body, 'whatsapp_business_account', ours.accountId)
    .filter(({ field }) => field === 'messages')
    .filter(({ value }) => textOf(at(value, 'metadata.phone_number_id')) === ours.phoneNumberId);
  const happened: Happened[] = [];
  for (const { value } of changes) {
    const names = new Map(
      listOf(at(value, 'contacts')).map((one) => [textOf(at(one, 'wa_id')), textOf(at(one, 'profile.name'))]),
    );
    for (const message of listOf(at(value, 'messages'))) happened.push(...(await said(message, names, ours)));
    for (const status of listOf(at(value, 'statuses'))) happened.push(...returned(status));
  }
  return happened;
}

async function said(
  message: unknown,
  names: ReadonlyMap<string | null, string | null>,
  { get, came }: Ours,
): Promise<Happened[]> {
  const externalId = textOf(at(message, 'id'));
  const author = textOf(at(message, 'from'));
  const type = textOf(at(message, 'type')) ?? '';
  if (externalId === null || author === null) return [];
  const attachments = await filesIn(message, type, get);
  const text = wordsOf(message, type) ?? attachments.map(({ name }) => name).join(', ');
  // Of a reaction, or a kind that is not known, there is nothing to read.
  if (text === '') return [];
  const when = timeOf(at(message, 'timestamp')) ?? came;
  const heard = heardPlainly({
    ...{ externalId, text: text.slice(0, 50_000), author, name: names.get(author) ?? null, sentAt: when },
    ...{ replyTo: textOf(at(message, 'context.id')), thread: author, facts: { at: when }, attachments },
  });
  return [{ kind: 'said', heard }];
}

const files = new Set(['image', 'video', 'audio', 'document', 'sticker']);

function wordsOf(message: unknown, type: string): string | null {
  const found = (path: string) => textOf(at(message, path));
  if (type === 'text') return found('text.body');
  if (type === 'button') return found('button.text');
  if (type === 'interactive')
    return found('interactive.button_reply.title') ?? found('interactive.list_reply.title');
  if (type === 'location') {
    const place = [found('location.name'), found('location.address')].filter((one) => one !== null);
    return [...place, `${found('location.latitude')}, ${found('location.longitude')}`].join('\n');
  }
  if (type === 'contacts') {
    const names = listOf(at(message, 'contacts')).map((one) => textOf(at(one, 'name.formatted_name')) ?? '');
    return names.filter((name) => name !== '').join(', ');
  }
  return files.has(type) ? found(`${type}.caption`) : null;
}

async function filesIn(message: unknown, type: string, get: Getting): Promise<Attached[]> {
  if (!files.has(type)) return [];
  const id = textOf(at(message, `${type}.id`));
  const mediaType = textOf(at(message, `${type}.mime_type`))?.split(';')[0] ?? 'application/octet-stream';
  const name = textOf(at(message, `${type}.filename`)) ?? `${type}.${mediaType.split('/')[1] ?? 'bin'}`;
  if (id === null || !/^\d{5,40}$/.test(id)) return [];
  const got = await get(id, mediaType, name);
  return got ? [got] : [{ name, mediaType, bytes: 0, verdict: 'too-large', content: null }];
}

function returned(status: unknown): Happened[] {
  const externalId = textOf(at(status, 'id'));
  if (externalId === null || textOf(at(status, 'status')) !== 'failed') return [];
  const code = textOf(at(status, 'errors[0].code'));
  const title = textOf(at(status, 'errors[0].title')) ?? textOf(at(status, 'errors[0].message')) ?? '';
  const why = code === '131047' ? 'window-closed' : `${code ?? ''} ${title}`.trim().slice(0, 300);
  return [{ kind: 'returned', externalId, why: why || 'failed' }];
}
