/** One figure of a benchmark, printed as one JSON line. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  /** What design.md asks, where it asks. */
  budget?: number;
  /** What it was measured against, in the same run. */
  against?: string;
  /** value divided by what it was measured against. */
  ratio?: number;
}

export type Report = (figure: Figure) => void;

/** The middle of a list of measurements; machines are shared, so never the best of them. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** Human words go to standard error, so that standard output stays one JSON line per figure. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`);
}
