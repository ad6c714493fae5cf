/** The code of a pilot in the library, `CX1`. Acts that are no pilot have names only. */
export function PilotCode({ code }: { code: string }) {
  if (!/^[A-Z]{2}\d$/.test(code)) return null;
  return <span className="text-sm font-normal text-faint">{code}</span>;
}
