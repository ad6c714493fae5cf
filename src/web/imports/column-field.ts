import type { Target } from '../../channels/file/headings.ts';

/** The name of the form field that says which heading holds `target`. */
export function fieldOf(target: Target): string {
  return `column.${target}`;
}
