import { Refusal } from '../../platform/refusal.ts';

export function loader(): never {
  throw new Refusal('not-found.page');
}

export const action = loader;

/** Not a resource: the refusal is shown as a page, inside the layout of the whole. */
export default function Nowhere() {
  return null;
}
