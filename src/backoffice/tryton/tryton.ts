import { type Backoffice, Refused } from '../backoffice.ts';
import { correctContact } from './correcting.ts';
import { keysOf, readKind } from './reading.ts';
import { type Login, trytonSession } from './session.ts';
import { shareInteraction } from './sharing.ts';

const needed = ['sale.sale', 'account.invoice', 'stock.shipment.out', 'sale.complaint'];

/** Tryton, with its modules sale, sale_complaint, account_invoice and stock; seen working with 6.0. */
export function tryton(login: Login): Backoffice {
  const call = trytonSession(login);
  return {
    async check() {
      const found = await call('model.ir.model.search', [['model', 'in', needed]], 0, null, null);
      if (!Array.isArray(found) || found.length < needed.length)
        throw new Refused('It lacks one of the modules sale, account_invoice, stock and sale_complaint.');
    },
    read: (kind, cursor) => readKind(call, kind, cursor),
    keys: (kind, after) => keysOf(call, kind, after),
    share: (interaction) => shareInteraction(call, interaction),
    correct: (correction) => correctContact(call, correction),
  };
}
