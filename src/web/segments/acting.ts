import { data, redirect } from 'react-router';
import { changeSegment, makeSegment, retireSegment } from '../../customers/segments/saving.ts';
import type { Context } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import type { FormAnswer } from '../forms.ts';
import { flashCookie } from '../preferences/flash.ts';
import { type Draft, readDraft } from './draft.ts';

const longestName = 80;

export interface SegmentAnswer extends FormAnswer {
  draft: Draft;
}

/** Does what the form asks for: draws it again with a condition more or less, or keeps it. `id`: null for a new one. */
export async function actOnSegment(ctx: Context, request: Request, id: string | null) {
  const { draft, press } = readDraft(await request.formData());
  if (press.act === 'add' || press.act === 'remove') return shown({ draft }, 200);
  const flash = { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } };
  try {
    if (press.act === 'retire' && id) {
      await retireSegment(ctx, id);
      return redirect(urls.segments(), flash);
    }
    if (!draft.name) return shown({ draft, problems: { name: { code: 'required' } } });
    if (draft.name.length > longestName)
      return shown({ draft, problems: { name: { code: 'tooLong', limit: longestName } } });
    if (id) await changeSegment(ctx, id, draft);
    return redirect(urls.segment(id ?? (await makeSegment(ctx, draft))), flash);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return shown({ draft, refused: error.code }, error.status);
  }
}

const shown = (answer: SegmentAnswer, status = 422) => data(answer, { status });
