import type { Leaving } from '../../../conversations/composing/mode.ts';
import { moments } from '../../../conversations/resting/snooze.ts';
import { Prepared } from '../../assisting/prepared.tsx';
import { StandingFor } from '../../assisting/standing-for.tsx';
import { useWords } from '../../layout/frame.tsx';
import { DecisionFold } from '../../organisation/deciding/decision-fold.tsx';
import { useWishAnswer, Wishes } from '../../privacy/wishes.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ActForm } from '../act-form.tsx';
import { Changed } from '../changed.tsx';
import type { ComposersProps } from '../composers.tsx';
import { placed } from '../place.ts';
import type { Acting } from '../use-acts.ts';
import { useDraft } from '../use-draft.ts';
import { Writing } from '../writing.tsx';
import { Asked } from './asked.tsx';
import { CameBack } from './came-back.tsx';
import type { ComposerView } from './composer-view.ts';
import { Earlier } from './earlier.tsx';
import { Knowingly } from './knowingly.tsx';
import { Tray } from './tray.tsx';
import { useTray } from './use-tray.ts';

interface LeavingPaperProps extends ComposersProps {
  composer: ComposerView;
  mode: Leaving;
  isTop: boolean;
}

const icons = { public: 'globe', private: 'lock' } as const;

/** The paper on which the customer is answered, where everybody reads along or where nobody does. */
export function LeavingPaper(props: LeavingPaperProps) {
  const { opened, composer, mode, isTop, name, acts, section, place } = props;
  const words = useWords().composing;
  const { title, word } = words.modes[mode];
  const isUsual = composer.modes[0] === mode;
  const prepared = isUsual ? (opened.drafting?.draft ?? null) : null;
  const reply = actingFor(acts.reply, mode, isUsual);
  const kept = composer.drafts[mode];
  const draft = useDraft({ id: opened.id, mode, kept, acting: reply, section, prepared });
  const wishAnswer = useWishAnswer(opened.wishes);
  const first = kept?.text ?? (isUsual ? (prepared?.text ?? wishAnswer) : null);
  const labelId = `${mode}-label`;
  const tray = useTray({ id: opened.id, mode, draft });
  return (
    <details
      name="composer"
      id={isUsual ? 'reply' : `reply-${mode}`}
      className={`composer composer-${mode}`}
      open={isTop}
    >
      <summary id={mode}>
        <Icon name={icons[mode]} />
        <span id={labelId}>{title(name)}</span>
        <span className="composer-mark">{word}</span>
      </summary>
      {!opened.canSend && <ReadOnly />}
      <CameBack kept={kept} />
      {isUsual && <DecisionFold tree={opened.tree} />}
      {isUsual && <Wishes wishes={opened.wishes} />}
      <Changed opened={opened} acting={reply} draft={draft} />
      {isUsual && opened.drafting && (
        <Prepared
          drafting={opened.drafting}
          conversationId={opened.id}
          address={placed.draft(opened.id, place)}
          writing={draft}
        />
      )}
      <ActForm act="reply" acting={reply} hidden={{ mode, version: opened.version, seen: opened.seen }}>
        {prepared?.text && prepared.marks.promises.length > 0 && <StandingFor />}
        <Asked answer={reply.answer} />
        <Knowingly answer={reply.answer} />
        {isUsual && <Earlier answers={composer.suggestions} onUse={draft.insert} />}
        <Writing
          opens={{ key: '/', open: tray.show }}
          labelledBy={labelId}
          answer={reply.answer}
          draft={draft}
          first={first}
          limits={composer.limits[mode]}
        >
          <Foot
            {...props}
            busy={reply.busy}
            tray={tray}
            sign={() => draft.insert(signatureAfter(draft.text, composer.signature))}
          />
        </Writing>
      </ActForm>
    </details>
  );
}

/** Both papers post the same act; what came of it belongs to one of them. */
function actingFor(acting: Acting, mode: Leaving, isUsual: boolean): Acting {
  const { answer } = acting;
  const of = answer?.mode ?? answer?.given?.mode;
  if (!answer || of === mode || (of === undefined && isUsual)) return acting;
  return { ...acting, answer: undefined };
}

function signatureAfter(text: string, signature: string | null): string {
  if (!signature) return '';
  return text.trim() === '' ? signature : `${text.endsWith('\n') ? '' : '\n\n'}${signature}`;
}

interface FootProps extends LeavingPaperProps {
  busy: boolean;
  tray: ReturnType<typeof useTray>;
  sign: () => void;
}

function Foot({ opened, composer, mode, place, busy, tray, sign }: FootProps) {
  const { composing: words, handling } = useWords();
  const { needs } = composer;
  const needsSecond = needs !== null && needs !== 'none';
  const word = needsSecond ? words.submit : opened.canSend ? words.modes[mode].send : words.modes[mode].keep;
  return (
    <>
      <Button
        tone="primary"
        icon={needsSecond ? 'people' : opened.canSend ? 'send' : 'check'}
        disabled={busy}
        data-send=""
      >
        {word}
      </Button>
      <label className="inline-flex items-center gap-1.5 text-sm">
        {words.afterwards.label}
        <select name="after" className="judging-select">
          <option value="">{words.afterwards.none}</option>
          <option value="done">{words.afterwards.done}</option>
          {moments.map((moment) => (
            <option key={moment} value={moment}>
              {words.afterwards.aside(handling.snooze.moments[moment])}
            </option>
          ))}
        </select>
      </label>
      <Tray
        macros={composer.macros}
        address={placed.desk(opened.id, place)}
        tray={tray.ref}
        onChoose={tray.choose}
        onLeave={tray.leave}
      />
      {composer.signature && (
        <span className="needs-script">
          <Button type="button" tone="quiet" size="small" onClick={sign}>
            {words.sign}
          </Button>
        </span>
      )}
      <Button tone="quiet" size="small" formAction={placed.desk(opened.id, place)} name="do" value="save">
        {words.saveDraft}
      </Button>
      <span className="text-xs text-soft">{needsSecond ? words.needs[needs] : words.modes[mode].who}</span>
    </>
  );
}

function ReadOnly() {
  const { composer } = useWords().inbox;
  return (
    <p className="mt-3 mb-2 flex items-start gap-2 rounded-md border border-edge bg-sunken px-3 py-1.5 text-sm">
      <Icon name="lock" className="mt-0.5 size-4 text-soft" />
      <span>
        <b className="font-medium">{composer.readOnly}</b> {composer.readOnlyWhy}
      </span>
    </p>
  );
}
