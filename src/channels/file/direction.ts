export interface Direction {
  readonly inbound: boolean;
  readonly automatic: boolean;
}

const customer: Direction = { inbound: true, automatic: false };
const employee: Direction = { inbound: false, automatic: false };
const machine: Direction = { inbound: false, automatic: true };

const directions: ReadonlyMap<string, Direction> = new Map([
  means(customer)(''),
  ...['true', 't', '1', '1.0', 'yes', 'y', 'ja', 'j', 'in', 'inbound', 'incoming'].map(means(customer)),
  ...['customer', 'klant', 'inkomend', 'ingaand', 'waar'].map(means(customer)),
  ...['false', 'f', '0', '0.0', 'no', 'n', 'nee', 'out', 'outbound', 'outgoing'].map(means(employee)),
  ...['employee', 'agent', 'medewerker', 'collega', 'uit', 'uitgaand', 'onwaar'].map(means(employee)),
  ...['bot', 'automatic', 'automatisch'].map(means(machine)),
]);

function means(direction: Direction): (word: string) => [string, Direction] {
  return (word) => [word, direction];
}

/** Who wrote it. Empty (or no column) means a customer did; undefined when the word is not known. */
export function findDirection(raw: string): Direction | undefined {
  return directions.get(raw) ?? directions.get(raw.trim().toLowerCase());
}
