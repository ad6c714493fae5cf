import type { Locale } from '../context.ts';

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;
const style = {
  body: 'margin:0;padding:24px;background:#f4f7f6;color:#10262b;font:16px/1.5 system-ui,Segoe UI,Roboto,sans-serif',
  sheet: 'max-width:36rem;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px',
  text: 'margin:0 0 1em;overflow-wrap:anywhere',
  link: 'color:#0b5d66',
  button:
    'display:inline-block;padding:10px 18px;background:#0b5d66;color:#ffffff;border-radius:5px;text-decoration:none',
};

/**
 * HTML for a plain text: paragraphs, and addresses as links that show where they lead. Nothing in the text is read as
 * markup. A paragraph that is only a link, after a line with its name and a colon, becomes a button with that name.
 */
export function htmlOf(text: string, locale: Locale): string {
  const paragraphs = text.trim().split(/\r?\n\s*\r?\n/);
  const inside = paragraphs.map(paragraph).join('\n');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="color-scheme" content="light"></head>
<body style="${style.body}"><div style="${style.sheet}">
${inside}
</div></body></html>`;
}

function paragraph(text: string): string {
  const button = /^([^\n]{1,60}):\r?\n(https?:\/\/\S+)$/.exec(text.trim());
  if (button?.[1] && button[2]) {
    const href = escaped(button[2]);
    return `<p style="${style.text}"><a href="${href}" style="${style.button}">${escaped(button[1])}</a></p>`;
  }
  return `<p style="${style.text}">${linked(text)}</p>`;
}

function linked(text: string): string {
  let html = '';
  let from = 0;
  for (const found of text.matchAll(address)) {
    const url = escaped(found[0]);
    html += `${escaped(text.slice(from, found.index))}<a href="${url}" style="${style.link}">${url}</a>`;
    from = found.index + found[0].length;
  }
  return (html + escaped(text.slice(from))).replace(/\r?\n/g, '<br>\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
