import { describe, expect, test } from 'vitest';
import { foldQuotes } from './quoting.ts';
import { readMail, showHosts } from './reading.ts';
import { readApart } from './reading-apart.ts';
import { bytesOf } from './writing.ts';

const us = { address: 'service@waterkracht.example', key: 'k' };
const arrivedAt = new Date('2026-11-24T10:00:00Z');
const head = [
  ...['From: Eve <eve@klant.example>', 'To: service@waterkracht.example', 'Subject: Vraag'],
  ...['Message-ID: <1@klant.example>', 'MIME-Version: 1.0', ''],
].join('\r\n');
const heard = async (rest: string) => {
  const [first] = await readMail(Buffer.from(`${head}${rest}`), us, arrivedAt);
  if (first?.kind !== 'said') throw new Error('nothing was said');
  return first.heard;
};
const html = (body: string) => heard(`Content-Type: text/html; charset=utf-8\r\n\r\n${body}`);

describe('a mail that means harm', () => {
  test('is words alone, whatever stands in its HTML', async () => {
    const { text } = await html(
      [
        '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
        '<style>@import "https://evil.example/a.css";</style><script>alert(1)</script>',
        '<svg onload="alert(2)"><script>alert(3)</script></svg><img src="https://evil.example/pixel" onerror="alert(4)">',
        '<form action="https://evil.example"><input name="a"></form><iframe srcdoc="<script>alert(5)</script>"></iframe>',
        '<p style="position:fixed">Hoi <b onclick="alert(6)">daar</b></p>',
      ].join(''),
    );
    expect(text).toContain('Hoi daar');
    expect(text).not.toMatch(/alert|<|evil\.example\/(pixel|a\.css)|onload|srcdoc/);
  });

  test('keeps its SVG and its HTML as files that may run, by what they are and not by what they say', async () => {
    const part = (name: string, type: string, content: string) =>
      `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n`;
    const { attachments = [] } = await heard(
      [
        'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHoi\r\n',
        part('plan.svg', 'image/svg+xml', '<svg onload="alert(1)"/>'),
        part('plan.png', 'image/png', '<svg onload="alert(1)"/>'),
        part('../../etc/passwd', 'text/plain', 'gewoon'),
        part('factuur.pdf\u202Eexe.', 'application/pdf', '%PDF-1.4'),
        '--b--\r\n',
      ].join(''),
    );
    expect(attachments.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['plan.svg', 'active'],
      ['plan.png', 'active'],
      ['passwd', 'plain'],
      ['factuur.pdfexe.', 'plain'],
    ]);
  });

  test.each([
    ['https://xn--pple-43d.com', 'https://\u0430pple.com/inloggen', '[xn--pple-43d.com]'],
    ['a name before an @', 'https://bank.example@evil.example/', '[evil.example]'],
    ['a number for a host', 'http://2130706433/', '[127.0.0.1]'],
    ['full-width signs', 'https://ｅｖｉｌ.example/', '[evil.example]'],
    ['a backslash', 'https://evil.example\\@bank.example/', ''],
  ])('shows where a link really leads: %s', (_, link, shown) => {
    const text = showHosts(`Log in op ${link} vandaag`);
    expect(text).toContain(link);
    expect(text).toContain(shown);
  });

  test('shows the target of a link that says something else, and leaves honest ones alone', async () => {
    const { text } = await html(
      '<a href="https://\u0430pple.com/x">https://apple.com</a> en <a href="javascript:alert(1)">klik</a>',
    );
    expect(text).toContain('[xn--pple-43d.com]');
    expect(showHosts('Zie https://waterkracht.example/a?b=c#d en http://x.example:8080/')).toBe(
      'Zie https://waterkracht.example/a?b=c#d en http://x.example:8080/',
    );
  });

  test('puts nothing into the head of the answer', async () => {
    const evil = 'Fatima\r\nBcc: everybody@klant.example\r\n\r\nen meer';
    const bytes = await bytesOf(
      {
        ...({
          nonce: 'me_x',
          attempt: 1,
          text: 'Donderdag',
          audience: 'private',
          locale: 'nl',
          writtenAt: '2026-11-24T10:00:00Z',
        } as const),
        to: { handle: 'fatima@klant.example', name: evil },
        answers: {
          externalId: '<a@b>\r\nX-Evil: 1',
          facts: { subject: `Vraag\r\nX-Evil: 1\u2028Bcc: x@y.example`, references: ['<c@d>\r\nX-Evil: 2'] },
        },
      },
      {
        ...{ address: us.address, name: 'Waterkracht', user: 'x', days: 0, plus: true },
        ...{
          imap: { host: 'h', port: 1, secure: true },
          smtp: { host: 'h', port: 1, secure: true, signIn: true },
        },
      },
      'k',
    );
    const written = bytes.toString().split('\r\n\r\n')[0] ?? '';
    expect(written.split('\r\n').filter((line) => /^(bcc|x-evil)\s*:/i.test(line))).toEqual([]);
    expect(written.split('\r\n').filter((line) => /^to:/i.test(line))).toHaveLength(1);
  });
});

describe('a mail that is too much', () => {
  const parts = (n: number) =>
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(n)}--b--\r\n`;

  test('in parts or headers without end is put aside before it costs anything', async () => {
    await expect(heard(parts(10_000))).rejects.toThrow('too-many-parts');
    await expect(heard(`${'X-A: aaaaaaaaaaaaaaaaaaaa\r\n'.repeat(40_000)}\r\nx`)).rejects.toThrow();
  });

  test('of quotes alone is folded in one go', () => {
    const lines = 'hoi\n> a\n'.repeat(100_000);
    expect(foldQuotes(lines).quoted).toBe('> a');
    expect(foldQuotes('> a\n'.repeat(200_000)).quoted).toBeNull();
  });

  test('is read in a thread of its own, and says there what it says here', async () => {
    const raw = Buffer.from(`${head}Content-Type: text/plain\r\n\r\nHallo ${'dijk '.repeat(1000)}`);
    const task = { raw, us, arrivedAt };
    expect(await readApart(task, { most: 0 })).toEqual(await readApart(task));
    const bad = { ...task, raw: Buffer.from('Subject: zonder afzender\r\n\r\nx') };
    await expect(readApart(bad, { most: 0 })).rejects.toThrow('no-sender');
  });
});
