import type { Invited } from '../../../organisation/staff/inviting.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The link that an action answered with, when no mail could take it along. */
export function linkIn(answer: (FormAnswer & { invited?: Invited }) | undefined): string | null {
  return answer?.invited?.link ?? null;
}

/** Shown once: there is no mail server, so the link is given by hand. */
export function InvitationLink({ link }: { link: string }) {
  const { byHand } = useWords().organisation.invitation;
  return (
    <div className="mb-5">
      <Notice tone="done" title={byHand.title}>
        <p>{byHand.next}</p>
        <p className="mt-1 font-mono text-sm break-all text-ink select-all">{link}</p>
      </Notice>
    </div>
  );
}
