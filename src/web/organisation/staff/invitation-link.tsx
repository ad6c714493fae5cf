import { passwordMinutes } from '../../../organisation/entering/password-minutes.ts';
import type { Invited } from '../../../organisation/staff/inviting.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The link that an action answered with, when no mail could take it along. */
export function linkIn(answer: (FormAnswer & { invited?: Invited }) | undefined): string | null {
  return answer?.invited?.link ?? null;
}

/** Shown once: there is no mail server, so the link is given by hand. */
export function InvitationLink({ link, forPassword = false }: { link: string; forPassword?: boolean }) {
  const { organisation, password } = useWords();
  const { byHand } = forPassword
    ? {
        byHand: {
          title: password.colleague.byHand,
          next: password.colleague.byHandNext(passwordMinutes),
        },
      }
    : organisation.invitation;
  return (
    <div className="mb-5">
      <Notice tone="done" title={byHand.title}>
        <p>{byHand.next}</p>
        <p className="mt-1 font-mono text-sm break-all text-ink select-all">{link}</p>
      </Notice>
    </div>
  );
}
