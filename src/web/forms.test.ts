import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../platform/refusal.ts';
import { readForm, refusedForm } from './forms.ts';

const schema = z.object({
  email: z.email(),
  password: z.string().min(12),
  department: z.enum(['webcare', 'invoices']).optional(),
});

function posted(fields: Record<string, string>): Request {
  return new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) });
}

describe('a posted form', () => {
  it('gives its values when all is well', async () => {
    const form = await readForm(
      posted({ email: 'els@waterkracht.example', password: 'goed lang genoeg' }),
      schema,
    );
    expect(form).toMatchObject({ ok: true, value: { email: 'els@waterkracht.example' } });
  });

  it('names a problem for every field, and says of an empty one only that it is empty', async () => {
    const form = await readForm(posted({ email: ' ', password: 'kort', department: 'roof' }), schema);
    expect(form).toMatchObject({
      ok: false,
      answer: {
        problems: {
          email: { code: 'required' },
          password: { code: 'tooShort', limit: 12 },
          department: { code: 'choice' },
        },
      },
    });
  });

  it('never gives back a password or the csrf token', async () => {
    const form = await readForm(
      posted({ email: 'x', password: 'kort', newPassword: 'a', csrf: 'b' }),
      schema,
    );
    expect(form).toMatchObject({
      ok: false,
      answer: { given: { email: 'x' }, problems: { email: { code: 'email' } } },
    });
    expect(JSON.stringify(form)).not.toContain('kort');
    expect(JSON.stringify(form)).not.toContain('csrf');
  });
});

describe('a refused form', () => {
  it('is shown again with the status of the refusal', () => {
    const answer = refusedForm(new Refusal('sign-in.wrong'), { email: 'x' });
    expect(answer).toMatchObject({
      data: { refused: 'sign-in.wrong', given: { email: 'x' } },
      init: { status: 401 },
    });
  });

  it('lets a bug through', () => {
    expect(() => refusedForm(new TypeError('bug'), {})).toThrow(TypeError);
  });
});
