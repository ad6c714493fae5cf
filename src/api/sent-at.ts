import { getOrganisation } from '../organisation/organisation.ts';
import type { Context } from '../platform/context.ts';

const date = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const zone = String.raw`(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?`;
const pattern = new RegExp(`^${date}[T ]${clock}${zone}$`);

const earliest = Temporal.Instant.from('1970-01-01T00:00Z');
const latest = Temporal.Instant.from('2101-01-01T00:00Z');
const ahead = { hours: 24 };

/** Reads an ISO time; without a zone it is the organisation's. Gives the reason when it cannot be. */
export async function readSentAt(ctx: Context, written: string): Promise<Date | { wrong: string }> {
  const at = await findInstant(ctx, written);
  if (!at) return { wrong: 'Must be an ISO 8601 time, such as 2026-11-24T10:14:03+01:00' };
  if (Temporal.Instant.compare(at, earliest) < 0 || Temporal.Instant.compare(at, latest) >= 0)
    return { wrong: 'Must be between 1970 and 2100' };
  if (Temporal.Instant.compare(at, ctx.clock.now().add(ahead)) > 0)
    return { wrong: 'Must not be more than a day in the future' };
  return new Date(at.epochMilliseconds);
}

async function findInstant(ctx: Context, written: string): Promise<Temporal.Instant | undefined> {
  const [whole, offset] = pattern.exec(written) ?? [];
  if (whole === undefined) return undefined;
  const timezone = offset === undefined ? (await getOrganisation(ctx)).timezone : null;
  try {
    if (timezone === null) return Temporal.Instant.from(written);
    return Temporal.PlainDateTime.from(written).toZonedDateTime(timezone).toInstant();
  } catch {
    // The thirtieth of February: it has the form of a time and is none.
    return undefined;
  }
}
