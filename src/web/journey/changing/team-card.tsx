import type { Team } from '../../../journey/team/team.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';

interface TeamCardProps {
  team: Team;
  colleagues: readonly { publicId: string; name: string }[];
  steers: boolean;
  today: string;
  answer: FormAnswer | undefined;
}

/** Who steers together, and what they decided. */
export function TeamCard({ team, colleagues, steers, today, answer }: TeamCardProps) {
  const words = useWords().journeying.team;
  const { day } = useFormats();
  const deciding = answer?.given?.act === 'decide' ? answer : undefined;
  return (
    <Card
      title={words.members}
      aside={<span className="text-soft">{words.membersState(team.members.length, team.departments)}</span>}
    >
      {team.members.length === 0 && <p>{words.noMembers}</p>}
      <ul className="divide-y divide-line">
        {team.members.map(({ employeeId, name, department }) => (
          <li key={employeeId} className="flex flex-wrap items-center justify-between gap-3 py-1">
            <span>
              {name} {department && <span className="text-soft">({department})</span>}
            </span>
            {steers && (
              <Act
                act="leave"
                label={words.leave}
                tone="quiet"
                hidden={{ colleague: employeeId }}
                answer={answer}
              />
            )}
          </li>
        ))}
      </ul>
      <h3 className="mt-4 text-base">{words.decisions}</h3>
      {team.decisions.length === 0 && <p className="text-soft">{words.noDecisions}</p>}
      <ul className="space-y-2">
        {team.decisions.map(({ publicId, decidedOn, decision, why }) => (
          <li key={publicId}>
            <span className="text-soft">{day(decidedOn)}:</span> {decision}
            <span className="block text-sm text-soft">{why}</span>
          </li>
        ))}
      </ul>
      {steers && (
        <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-3 print:hidden sm:grid-cols-2">
          <Act act="join" label={words.join} answer={answer}>
            <Select
              name="colleague"
              label={words.colleague}
              options={colleagues.map(({ publicId, name }) => ({ value: publicId, label: name }))}
            />
          </Act>
          <Act act="decide" label={words.decide} answer={deciding}>
            <Field
              name="day"
              type="date"
              label={words.decidedOn}
              defaultValue={today}
              max={today}
              answer={deciding}
            />
            <Field name="decision" label={words.decision} answer={deciding} />
            <Textarea name="why" label={words.why} rows={2} answer={deciding} />
          </Act>
        </div>
      )}
    </Card>
  );
}
