import { type Interaction, Refused } from '../backoffice.ts';
import type { Call } from './session.ts';
import { asDate, type Row, type Value } from './values.ts';

const models = { orders: 'sale.sale', invoices: 'account.invoice' } as const;

/**
 * Makes a complaint of it: Tryton's module for complaints is what Polder calls a case. It stays a draft; what is done
 * about it is for the people there.
 * @throws Outage, Refused
 */
export async function shareInteraction(call: Call, interaction: Interaction): Promise<string> {
  const known = await firstOf(call, 'sale.complaint', [['reference', '=', interaction.reference]]);
  if (known !== null) return String(known);
  const { about } = interaction;
  const model = models[about?.kind ?? 'orders'];
  await mustExist(call, 'party.party', interaction.customerKey);
  if (about) await mustExist(call, model, about.key);
  const made = await call('model.sale.complaint.create', [
    {
      customer: Number(interaction.customerKey),
      type: await typeOf(call, interaction.kind, model),
      reference: interaction.reference,
      date: asDate(interaction.on),
      description: interaction.summary,
      ...(about && { origin: `${model},${about.key}` }),
    },
  ]);
  const id = Array.isArray(made) ? made[0] : null;
  if (typeof id !== 'number') throw new Refused('It answered without a number of the new complaint.');
  return String(id);
}

/** A type belongs to one kind of origin; the one of this name, made when there is none. */
async function typeOf(call: Call, name: string, model: string): Promise<number> {
  const known = await firstOf(call, 'sale.complaint.type', [
    ['name', '=', name],
    ['origin.model', '=', model],
  ]);
  if (known !== null) return known;
  const origin = await firstOf(call, 'ir.model', [['model', '=', model]]);
  if (origin === null) throw new Refused(`There is no ${model} in this Tryton.`);
  const made = await call('model.sale.complaint.type.create', [{ name, origin }]);
  const id = Array.isArray(made) ? made[0] : null;
  if (typeof id !== 'number') throw new Refused('It answered without a number of the new type.');
  return id;
}

/** Not every database under Tryton refuses to point at what is not there. */
async function mustExist(call: Call, model: string, key: string): Promise<void> {
  if ((await firstOf(call, model, [['id', '=', Number(key)]])) === null)
    throw new Refused(`There is no ${model} ${key}.`);
}

async function firstOf(call: Call, model: string, domain: Value): Promise<number | null> {
  const found = await call(`model.${model}.search_read`, domain, 0, 1, [['id', 'ASC']], ['id']);
  return Array.isArray(found) ? ((found[0] as Row | undefined)?.id ?? null) : null;
}
