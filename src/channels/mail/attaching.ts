import type { Attachment } from 'postal-mime';
import type { Attached } from '../channel.ts';

/** Larger files are named and not kept. Bytes. */
const longest = 10_000_000;
const most = 20;
const longestTogether = 25_000_000;

/** Kinds that are harmless to keep and to give out as a file, by how they begin. */
const plain: readonly { readonly begins: readonly number[]; readonly at?: number }[] = [
  { begins: [0xff, 0xd8, 0xff] },
  { begins: [0x89, 0x50, 0x4e, 0x47] },
  { begins: [0x47, 0x49, 0x46, 0x38] },
  { begins: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];
const activeName =
  /\.(exe|com|scr|bat|cmd|ps1|vbs|js|mjs|jar|msi|lnk|hta|html?|xhtml|svg|xml|zip|rar|7z|gz|iso|img|docm|xlsm|pptm|doc|xls|ppt|apk|dll|reg|wsf|chm)$/i;

/** What came along, seen for what it is: what begins like a picture or a PDF, or is plain text, is harmless to keep. */
export function attachedOf(
  attachments: readonly Pick<Attachment, 'filename' | 'mimeType' | 'content'>[],
): Attached[] {
  let together = 0;
  return attachments.slice(0, most).map((one) => {
    const content = bytesOf(one.content);
    const fits = content.length <= longest && together + content.length <= longestTogether;
    if (fits) together += content.length;
    const name = safeName(one.filename ?? '');
    return {
      name,
      mediaType: /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(one.mimeType)
        ? one.mimeType
        : 'application/octet-stream',
      bytes: content.length,
      verdict: fits ? verdictOn(name, content) : 'too-large',
      content: fits ? content : null,
    };
  });
}

function verdictOn(name: string, content: Uint8Array): 'plain' | 'active' {
  if (activeName.test(name)) return 'active';
  const known = plain.some(({ begins, at = 0 }) => begins.every((byte, i) => content[at + i] === byte));
  return known || isPlainText(content) ? 'plain' : 'active';
}

function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content.subarray(0, 100_000));
    return !/[^\P{Cc}\t\n\r\f]/u.test(text) && !/<(!doctype|html|script|svg|\?xml)/i.test(text);
  } catch {
    return false;
  }
}

/** No path, no sign that turns the direction or breaks a line, at most 120 characters with its ending. */
function safeName(name: string): string {
  const bare = name
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim();
  const short = [...bare].length > 120 ? `${[...bare].slice(0, 100).join('')}…${bare.slice(-12)}` : bare;
  return short.replace(/^\.+/, '') || 'bijlage';
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
