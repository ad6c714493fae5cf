import { sql } from 'kysely';
import { keptPlace, rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What came along with what somebody wrote; it also goes with the words of its message, by the database. */
const sourcePlace = rowsPlace({
  name: 'message source',
  table: 'message_source',
  order: 68,
  shown: sql`json_build_object('message', m.public_id, 'facts', message_source.facts,
    'quoted', message_source.quoted)`,
  beside: sql`join message m on m.id = message_source.message_id and m.received_at = message_source.received_at`,
  by: sql`message_source.message_id`,
});

const attachmentPlace = rowsPlace({
  name: 'message attachment',
  table: 'message_attachment',
  order: 68,
  shown: sql`json_build_object('message', m.public_id,
    'name', message_attachment.name, 'type', message_attachment.media_type, 'bytes', message_attachment.bytes,
    'content', encode(message_attachment.content, 'base64'))`,
  beside: sql`join message m on m.id = message_attachment.message_id
    and m.received_at = message_attachment.received_at`,
  by: sql`message_attachment.id`,
});

/** Nobody could read it, so nobody can say whose it is. */
const asidePlace = keptPlace({
  name: 'channel aside',
  columns: ['channel_aside.*'],
  reason: 'a message as it came, that nobody could read: whose it is, is not known',
  until: 'it was read after all, or thirty days',
});

/** For seconds, or for as long as its account stands still: then it is heard, and has an author. */
const deliveryPlace = keptPlace({
  name: 'channel delivery',
  columns: ['channel_delivery.*'],
  reason: 'a message as it was handed in, not yet read: whose it is, is not known',
  until: 'it was read, or thirty days',
});

export const connectingPlaces: readonly Place[] = [sourcePlace, attachmentPlace, asidePlace, deliveryPlace];
