import { z } from 'zod';
import type { Connector } from '../../channels/connector.ts';
import type { NewConnection } from '../../listening/connecting/connection.ts';
import { type FormReading, readForm } from '../forms.ts';

type Kept = Pick<NewConnection, 'settings' | 'secrets'>;

/** Reads the form of a connector. Of one that is `connected`, an empty secret keeps what there is. */
export async function readConnector(
  request: Request,
  { connector, connected }: { connector: Connector; connected: boolean },
): Promise<FormReading<Kept>> {
  const secret = connector.fields.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
  const kept = Object.fromEntries(secret.map((name) => [name, z.string().max(10_000).default('')]));
  const read = await readForm(request, connected ? connector.form.extend(kept) : connector.form);
  if (!read.ok) {
    const { given = {}, ...rest } = read.answer;
    return { ok: false, answer: { ...rest, given: without(given, secret) } };
  }
  const settings = without(read.value, secret);
  const secrets = Object.fromEntries(secret.map((name) => [name, String(read.value[name] ?? '')]));
  return {
    ok: true,
    value: { settings: connector.settingsOf?.(settings) ?? settings, secrets },
    given: without(read.given, secret),
  };
}

function without<T>(all: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

/** What stands in the fields of one that is connected already. */
export function shownOf(connector: Connector, settings: Readonly<Record<string, unknown>>) {
  if (connector.fieldsOf) return connector.fieldsOf(settings);
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}
