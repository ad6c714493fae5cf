export interface Outcome {
  readonly ok: boolean;
  /** What a person needs to mend it; shown only when it is not right. */
  readonly output: string;
}

export type Part = () => Promise<Outcome>;

export interface Step {
  readonly name: string;
  readonly what: string;
  /** One after the other; the first that is not right ends the step. */
  readonly run: readonly Part[];
  /** What `--write` does instead of `run`. */
  readonly write?: readonly Part[];
}

export interface Result extends Outcome {
  readonly name: string;
  readonly what: string;
  readonly seconds: number;
}

/** The steps that `args` ask for, in their own order; all of them when none is named. */
export function choose(all: readonly Step[], args: readonly string[]) {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const known = new Set([...all.map(({ name }) => name), '--write']);
  return {
    steps: wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name)),
    write: args.includes('--write'),
    unknown: args.filter((arg) => !known.has(arg)),
  };
}

export async function time(step: Step, write: boolean): Promise<Result> {
  const start = performance.now();
  const outcome = await runAll(write ? (step.write ?? step.run) : step.run);
  return { name: step.name, what: step.what, seconds: (performance.now() - start) / 1000, ...outcome };
}

/** A part that breaks is a step that is not right: it must not hide the steps after it. */
async function runAll(parts: readonly Part[]): Promise<Outcome> {
  for (const part of parts) {
    try {
      const outcome = await part();
      if (!outcome.ok) return outcome;
    } catch (error) {
      return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }
  return { ok: true, output: '' };
}

export function report({ name, what, seconds, ok, output }: Result): string {
  const line = `${ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s  ${what}\n`;
  return ok ? line : `${line}${output.trimEnd().replaceAll(/^/gm, '    ')}\n`;
}
