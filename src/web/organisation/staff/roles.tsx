import type { GivenRole } from '../../../organisation/staff/colleague.ts';
import { roles } from '../../../organisation/staff/role.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Table } from '../../ui/table.tsx';

interface RolesProps {
  colleague: { leftAt: string | null; roles: readonly GivenRole[] };
  departments: readonly { key: string; name: string }[];
  answer: FormAnswer | undefined;
}

/** Roles that hold and that held: who gave them, who ended them, and when. */
export function Roles({ colleague, departments, answer }: RolesProps) {
  const { roles: names, colleague: words, colleagues, everywhere } = useWords().organisation;
  const mayChange = colleague.leftAt === null;
  const refused = answer?.given?.act === 'end' ? answer : undefined;
  return (
    <Card title={words.roles}>
      {refused && <Form answer={refused}>{null}</Form>}
      {colleague.roles.length === 0 ? (
        <p className="text-soft">{words.noRoles}</p>
      ) : (
        <RoleTable rows={colleague.roles} mayChange={mayChange} />
      )}
      {mayChange && (
        <div className="mt-4">
          <Act act="give" label={words.giveRole} answer={answer}>
            <Select
              name="role"
              label={colleagues.role}
              options={roles.map((value) => ({ value, label: names[value] }))}
            />
            <Select
              name="department"
              label={words.where}
              options={[
                { value: '', label: everywhere },
                ...departments.map((one) => ({ value: one.key, label: one.name })),
              ]}
            />
          </Act>
        </div>
      )}
    </Card>
  );
}

function RoleTable({ rows, mayChange }: { rows: readonly GivenRole[]; mayChange: boolean }) {
  const { roles: names, colleague: words, colleagues, everywhere, system } = useWords().organisation;
  const { day } = useFormats();
  return (
    <Table
      caption={words.roles}
      hideCaption
      rows={rows}
      rowKey={(row) => `${row.role} ${row.department?.key ?? ''} ${row.grantedAt} ${row.endedAt ?? ''}`}
      columns={[
        { key: 'role', label: colleagues.role, heading: true, cell: (row) => names[row.role] },
        { key: 'where', label: words.where, cell: (row) => row.department?.name ?? everywhere },
        {
          key: 'given',
          label: words.given,
          wideOnly: true,
          cell: (row) => words.byOn(row.grantedBy ?? system, day(row.grantedAt)),
        },
        {
          key: 'ended',
          label: words.ended,
          cell: (row) =>
            row.endedAt
              ? words.byOn(row.endedBy ?? system, day(row.endedAt))
              : mayChange && <EndRole row={row} />,
        },
      ]}
    />
  );
}

function EndRole({ row }: { row: GivenRole }) {
  const { roles: names, colleague: words, everywhere } = useWords().organisation;
  return (
    <Form>
      <input type="hidden" name="act" value="end" />
      <input type="hidden" name="role" value={row.role} />
      <input type="hidden" name="department" value={row.department?.key ?? ''} />
      <Button size="small" tone="quiet">
        {words.end}
        <span className="sr-only">
          : {names[row.role]}, {row.department?.name ?? everywhere}
        </span>
      </Button>
    </Form>
  );
}
