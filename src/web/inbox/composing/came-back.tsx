import { useWords } from '../../layout/frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { DraftView } from './composer-view.ts';

/** Why a text that was handed in lies here again. */
export function CameBack({ kept }: { kept: DraftView | undefined }) {
  const { back, backReason } = useWords().composing;
  if (!kept?.back || !Object.hasOwn(back, kept.back)) return null;
  const why = kept.back as keyof typeof back;
  const isMine = why === 'undone' || why === 'withdrawn';
  return (
    <div className="mb-2">
      <Notice tone={isMine ? 'info' : 'attention'} title={back[why]}>
        {why === 'rejected' && kept.backReason && backReason(kept.backReason)}
      </Notice>
    </div>
  );
}
