interface TickProps {
  name: string;
  label: string;
  ticked: boolean;
}

/** One thing that holds or does not. */
export function Tick({ name, label, ticked }: TickProps) {
  return (
    <label className="flex min-h-8 items-start gap-2 py-1">
      <input
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={ticked}
        className="mt-1 size-4 shrink-0"
      />
      <span>{label}</span>
    </label>
  );
}
