import { describe, expect, test } from 'vitest';
import type { Heard } from '../channel.ts';
import { nameInAddress, nameOf, replyAddress } from './name.ts';
import { foldQuotes } from './quoting.ts';
import { readMail, textOfHtml } from './reading.ts';

const us = { address: 'service@waterkracht.example', key: 'k' };
const now = new Date('2026-11-24T10:00:00Z');

async function read(lines: readonly string[] | string): Promise<Heard> {
  const [first] = await all(lines);
  if (first?.kind !== 'said') throw new Error('nothing was said');
  return first.heard;
}
const all = (lines: readonly string[] | string) =>
  readMail(Buffer.from(typeof lines === 'string' ? lines : lines.join('\r\n')), us, now);

const from = [
  'From: Fatima El Amrani <Fatima@klant.example>',
  'To: service@waterkracht.example',
  'Subject: =?UTF-8?Q?Thermostaat_doet_niets_=F0=9F=A5=B6?=',
  'Message-ID: <1@klant.example>',
  'Date: Tue, 24 Nov 2026 10:30:00 +0100',
];

describe('a mail in the words of all channels', () => {
  test('has its subject on top, its writer, its time', async () => {
    const heard = await read([
      ...from,
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hij blijft koud.',
      '',
    ]);
    expect(heard).toMatchObject({
      externalId: '<1@klant.example>',
      text: 'Thermostaat doet niets 🥶\n\nHij blijft koud.',
      author: 'fatima@klant.example',
      authorName: 'Fatima El Amrani',
      sentAt: '2026-11-24T09:30:00.000Z',
      automatic: false,
      follows: [],
      thread: '<1@klant.example> fatima@klant.example',
      facts: { subject: 'Thermostaat doet niets 🥶' },
    });
  });

  test('follows what it names, the nearest first, and never its subject', async () => {
    const heard = await read([
      ...from,
      'In-Reply-To: <c@x.example>',
      'References: <a@x.example> <b@x.example> <c@x.example>',
      '',
      'Dank.',
    ]);
    expect(heard.follows).toEqual(['<c@x.example>', '<b@x.example>', '<a@x.example>']);
    expect(heard.text).toBe('Dank.');
    expect(heard.thread).toBe('<a@x.example> fatima@klant.example');
  });

  test('in HTML becomes words, without a script, a picture, a style', () => {
    const html = `<style>p{display:none}</style><script>alert(1)</script><p>Beste,</p><p>Zie <a href="https://klant.example/x">de foto</a>.
      <img src="https://spy.example/1.gif" alt="spion"></p><form action="//evil"><input value="x"></form>`;
    const text = textOfHtml(html);
    expect(text).toContain('Beste,');
    expect(text).toContain('de foto (https://klant.example/x)');
    expect(text).not.toMatch(/alert|spy|spion|evil|display/);
  });

  test('with a date in the future was sent when it came', async () => {
    const heard = await read([...from.slice(0, 4), 'Date: Fri, 24 Nov 2028 10:30:00 +0100', '', 'Hoi']);
    expect(heard.sentAt).toBe(now.toISOString());
  });

  test('that asks for the answer elsewhere is answered there only at the same mail host', async () => {
    const evil = await read([...from, 'Reply-To: dief@anders.example', '', 'Hoi']);
    expect(evil.author).toBe('fatima@klant.example');
    const fine = await read([...from, 'Reply-To: huis@klant.example', '', 'Hoi']);
    expect(fine.author).toBe('huis@klant.example');
  });

  test.each([
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: no', false],
    ['Precedence: bulk', true],
    ['List-Id: <nieuws.klant.example>', true],
    ['Return-Path: <>', true],
    ['X-Autoreply: yes', true],
    ['X-Mailer: auto-submitted', false],
  ])('with %s comes from a machine: %s', async (header, machine) => {
    expect((await read([...from, header, '', 'Ik ben er niet.'])).automatic).toBe(machine);
  });

  test('of our own is not heard', async () => {
    expect(await all(['From: service@waterkracht.example', 'Subject: x', '', 'x'])).toEqual([]);
  });

  test('without a sender is put aside', async () => {
    await expect(all(['Subject: x', '', 'x'])).rejects.toThrow('no-sender');
  });

  test('that reports that ours came back says which one and why', async () => {
    const report = [
      'From: MAILER-DAEMON@klant.example',
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.klant.example',
      '',
      'Final-Recipient: rfc822; fatima@klant.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Message-ID: <me_1.x@waterkracht.example>',
      'Subject: Re: x',
      '',
      'x',
      '--b--',
    ];
    expect(await all(report)).toEqual([
      {
        kind: 'returned',
        externalId: '<me_1.x@waterkracht.example>',
        why: 'smtp; 550 5.1.1 User unknown',
      },
    ]);
  });

  test('brings its files, each seen for what it is', async () => {
    const part = (name: string, type: string, body: string) => [
      '--b',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(body, 'latin1').toString('base64'),
    ];
    const heard = await read([
      ...from,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Zie bijlagen.',
      ...part('../../meter.jpg', 'image/jpeg', '\xff\xd8\xff\xe0 foto'),
      ...part('foto.jpg', 'image/jpeg', 'MZ\x90\x00 program'),
      ...part('rekening.pdf.exe', 'application/pdf', '%PDF-1.7'),
      ...part('tekening.svg', 'image/svg+xml', '<svg onload="alert(1)"/>'),
      ...part('lijst.txt', 'text/plain', '<html><script>1</script>'),
      '--b--',
    ]);
    expect(heard.attachments?.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['meter.jpg', 'plain'],
      ['foto.jpg', 'active'],
      ['rekening.pdf.exe', 'active'],
      ['tekening.svg', 'active'],
      ['lijst.txt', 'active'],
    ]);
  });

  test.each<[string, string]>([
    [
      'fifteen hundred parts',
      `${from.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(1500)}--b--`,
    ],
    [
      'parts that never end',
      `${from.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n`,
    ],
    [
      'an unknown charset',
      `${from.join('\r\n')}\r\nContent-Type: text/plain; charset=klingon-8\r\n\r\nHallo`,
    ],
    ['a NUL and half a character', `${from.join('\r\n')}\r\n\r\nHallo\0 \ud83c`],
  ])('with %s is read, and brings nothing that cannot be stored', async (_, raw) => {
    const heard = await read(raw);
    expect(heard.text).not.toContain('\0');
    expect(heard.text.isWellFormed()).toBe(true);
    expect(heard.attachments?.length ?? 0).toBeLessThanOrEqual(20);
  });

  test('nested a hundred deep, or with a header without end, is put aside', async () => {
    const nested = Array.from(
      { length: 100 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    await expect(all(`${from.join('\r\n')}\r\n${nested.join('')}x`)).rejects.toThrow();
    await expect(all(`${from.join('\r\n')}\r\nX-Long: ${'x'.repeat(2_000_000)}\r\n\r\nx`)).rejects.toThrow();
  });
});

describe('the names of our mails', () => {
  const nonce = 'me_01kb9f0000abcdefghjkmnpqrs';
  test('an address of ours says which mail it answers', () => {
    const address = replyAddress('k', us.address, nonce);
    expect(nameInAddress('k', us.address, address)).toBe(nameOf('k', us.address, nonce));
    expect(nameInAddress('k', us.address, address.toUpperCase())).toBe(nameOf('k', us.address, nonce));
    expect(address.length).toBeLessThanOrEqual(254);
    expect(address.slice(0, address.indexOf('@')).length).toBeLessThanOrEqual(64);
  });

  test.each([
    [
      'another signature',
      (address: string) => address.replace(/\.(.)/, (_, c: string) => `.${c === 'a' ? 'b' : 'a'}`),
    ],
    ['another mail', (address: string) => address.replace('me_01kb', 'me_01kc')],
    ['another mailbox', (address: string) => address.replace('service', 'klacht')],
    ['another host', (address: string) => address.replace('waterkracht', 'waterkrocht')],
    ['nothing behind the plus', () => 'service+@waterkracht.example'],
  ])('with %s it says nothing', (_, forge) => {
    expect(nameInAddress('k', us.address, forge(replyAddress('k', us.address, nonce)))).toBeUndefined();
  });
});

describe('folding what a mail repeats', () => {
  test.each([
    ['Dank u.\n\nOp di 24 nov 2026 om 10:00 schreef Els <service@waterkracht.example>:\n> Hallo\n> Els'],
    ['Dank u.\n\nOn Tue, 24 Nov 2026, Els wrote:\n> Hallo'],
    ['Dank u.\n\nOp 24 nov 2026 schreef Els\n<service@waterkracht.example>:\n\n> Hallo'],
    ['Dank u.\n\n-----Oorspronkelijk bericht-----\nVan: Els\nHallo'],
    ['Dank u.\n\nVan: Els <service@waterkracht.example>\nVerzonden: dinsdag 24 november 2026\nHallo'],
    ['Dank u.\n\n> Hallo\n> Els'],
  ])('%j', (text) => {
    const { said, quoted } = foldQuotes(text);
    expect(said).toBe('Dank u.');
    expect(quoted).toContain('Hallo');
  });

  test.each([
    ['an answer between the lines', '> Wanneer kunt u?\n\nDonderdag.\n\n> En uw adres?\n\nDijk 1.'],
    ['nothing but a quote', '> Hallo'],
    ['a sentence that only looks like one', 'Op maandag schreef ik u al.\nEr kwam niets.'],
  ])('%s stays whole', (_, text) => {
    expect(foldQuotes(text)).toEqual({ said: text, quoted: null });
  });
});
