export const closeReasons = ['answered', 'no_answer_needed', 'quiet'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Writing more than this is no answer but a document; also the largest text a channel is asked to carry. */
export const longestReply = 10_000;

/** The first words, for a row in a list: one line, at most 140 characters, never half a character. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, 300)];
  return characters.length <= 140 ? line.slice(0, 300) : `${characters.slice(0, 139).join('')}…`;
}
