/** What a column may mean to Polder. */
export const targets = [
  'text',
  'id',
  'author',
  'name',
  'handle',
  'at',
  'time',
  'inbound',
  'replyTo',
  'thread',
  'account',
  'department',
  'channel',
] as const;

export type Target = (typeof targets)[number];

/**
 * Headings that are recognised, normalised (small letters, `_` between words), best first. The order of the
 * targets counts too: a heading goes to the first target that wants it, so `message` is the text of a file
 * that has no better text column, and otherwise the id.
 */
export const headingsOf: Readonly<Record<Target, readonly string[]>> = {
  text: [
    ...['text', 'tekst', 'full_text', 'message_text', 'tweet_text', 'berichttekst', 'content', 'inhoud'],
    ...['body', 'bericht', 'message', 'comment', 'opmerking', 'reactie', 'review', 'tweet', 'post'],
  ],
  id: [
    ...['id', 'message_id', 'tweet_id', 'id_str', 'bericht_id', 'berichtid', 'post_id', 'comment_id'],
    ...['status_id', 'uuid', 'guid', 'message'],
  ],
  author: [
    ...['author_id', 'auteur_id', 'user_id', 'author', 'auteur', 'schrijver', 'user', 'gebruiker'],
    ...['username', 'user_name', 'gebruikersnaam', 'screen_name', 'sender_id', 'sender', 'afzender'],
    ...['from', 'van', 'customer_id', 'klant_id', 'customer', 'klant', 'name', 'naam'],
  ],
  name: [
    ...['author_name', 'auteursnaam', 'display_name', 'full_name', 'user_name', 'username', 'screen_name'],
    ...['customer_name', 'klantnaam', 'name', 'naam'],
  ],
  handle: ['handle', 'author_handle', 'author_account'],
  at: [
    ...['at', 'created_at', 'sent_at', 'posted_at', 'published_at', 'received_at', 'created', 'sent'],
    ...['timestamp', 'datetime', 'date_time', 'tijdstip', 'datum_tijd', 'datumtijd', 'verzonden_op'],
    ...['verzonden', 'ontvangen_op', 'ontvangen', 'geplaatst_op', 'geplaatst', 'aangemaakt_op', 'aangemaakt'],
    ...['date', 'datum', 'time', 'tijd'],
  ],
  time: ['time', 'tijd'],
  inbound: [
    ...['inbound', 'is_inbound', 'inkomend', 'direction', 'richting', 'author_kind', 'author_type'],
    ...['sender_type', 'soort_auteur', 'soort_afzender'],
  ],
  replyTo: [
    ...['reply_to', 'reply_to_id', 'in_reply_to', 'in_reply_to_id', 'in_reply_to_status_id_str'],
    ...['in_reply_to_status_id', 'in_response_to_tweet_id', 'in_response_to', 'parent_id', 'parent'],
    ...['antwoord_op', 'reactie_op'],
  ],
  thread: [
    ...['thread', 'thread_id', 'conversation', 'conversation_id', 'gesprek', 'gesprek_id', 'ticket'],
    ...['ticket_id'],
  ],
  account: [
    ...['account', 'our_account', 'company', 'bedrijf', 'airline', 'brand', 'merk', 'organisation'],
    ...['organization', 'organisatie', 'page', 'pagina', 'mailbox', 'postbus'],
  ],
  department: ['department', 'afdeling', 'team'],
  channel: ['channel', 'kanaal', 'platform'],
};

/** Direction columns that tell what the author is; an `account` beside them is the author's own. */
export const authorKinds: readonly string[] = [
  'author_kind',
  'author_type',
  'sender_type',
  'soort_auteur',
  'soort_afzender',
];

/** `Created At`, `created-at` and `createdAt` are all `created_at`. */
export function normalised(heading: string): string {
  return heading
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
}
