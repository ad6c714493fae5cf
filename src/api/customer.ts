import { z } from '@hono/zod-openapi';
import type { Commerce } from '../customers/commerce/orders.ts';
import type { Relationship } from '../customers/commerce/relationship-index.ts';
import type { Customer } from '../customers/customer.ts';
import type { CustomerRow } from '../customers/customers.ts';
import type { Attribute } from '../customers/keeping/attributes.ts';
import type { FollowUp } from '../customers/keeping/following-up.ts';
import type { Note } from '../customers/keeping/noting.ts';
import { proofs, relations } from '../customers/person.ts';
import { time, timeOf } from './conversation.ts';

const id = z.string().openapi({ example: 'pe_01jd8xw2k0c4tq7f9z2bn6m1hd' });
const day = z.iso.date().openapi({ example: '2026-11-24' });
const minor = z.int().openapi({ description: 'In the smallest unit of the currency: 8450 is € 84.50.' });
const currency = z.string().openapi({ example: 'EUR' });

const listed = z
  .object({
    id,
    name: z.string().nullable(),
    relation: z.enum(relations),
    networks: z.array(z.string()),
    since: time,
  })
  .openapi('ListedCustomer');

export const customerList = z
  .object({ data: z.array(listed), next: z.string().optional() })
  .openapi('CustomerList');

const attribute = z
  .object({
    key: z.string(),
    type: z.string(),
    purpose: z.string(),
    value: z
      .string()
      .nullable()
      .openapi({ description: 'null also when it may be read for another purpose only.' }),
  })
  .openapi('CustomerAttribute');

const note = z
  .object({ id: z.string(), text: z.string(), writtenAt: time, writtenBy: z.string().nullable() })
  .openapi('CustomerNote');

const followUp = z
  .object({
    id: z.string(),
    text: z.string(),
    dueOn: day,
    assignee: z.string().nullable(),
    department: z.string().nullable().openapi({ description: 'Whose it is while nobody has it.' }),
    doneAt: time.nullable(),
    doneBy: z.string().nullable(),
  })
  .openapi('FollowUp');

export const customerBody = z
  .object({
    id,
    name: z.string().nullable(),
    relation: z.enum(relations),
    since: time,
    identities: z.array(
      z.object({ network: z.string(), handle: z.string().nullable(), proof: z.enum(proofs) }),
    ),
    attributes: z.array(attribute),
    notes: z.array(note),
    followUps: z.array(followUp),
  })
  .openapi('Customer');

export const ordersBody = z
  .object({
    orders: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        externalId: z.string(),
        number: z.string(),
        state: z.string(),
        orderedAt: time,
        totalMinor: minor.nullable(),
        currency,
        lines: z.array(z.object({ what: z.string(), quantity: z.number(), totalMinor: minor.nullable() })),
      }),
    ),
    invoices: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        externalId: z.string(),
        number: z.string(),
        state: z.string(),
        issuedOn: day,
        dueOn: day.nullable(),
        paidOn: day.nullable(),
        totalMinor: minor,
        currency,
      }),
    ),
  })
  .openapi('CustomerOrders');

const points = z.number().nullable().openapi({ description: 'null: nothing is known for this part.' });

export const relationshipBody = z
  .object({
    id,
    index: z.int().min(0).max(100).nullable().openapi({ description: 'null: too little is known.' }),
    judged: z.int().openapi({ description: 'Points, of 100, for which something is known.' }),
    parts: z.object({
      contact: points,
      reciprocity: points,
      contribution: points,
      sentiment: points,
      permissions: points,
      recommendation: points,
    }),
  })
  .openapi('Relationship');

export function relationshipOutside({
  publicId,
  index,
  judged,
  parts,
}: Relationship & { publicId: string }): z.infer<typeof relationshipBody> {
  return { id: publicId, index, judged, parts };
}

export function listedOutside({
  publicId,
  name,
  relation,
  networks,
  since,
}: CustomerRow): z.infer<typeof listed> {
  return { id: publicId, name, relation, networks: networks ?? [], since: timeOf(since) };
}

interface Kept {
  attributes: readonly Attribute[];
  notes: readonly Note[];
  followUps: readonly FollowUp[];
}

export function customerOutside(
  { person, identities }: Pick<Customer, 'person' | 'identities'>,
  { attributes, notes, followUps }: Kept,
): z.infer<typeof customerBody> {
  const { publicId, name, relation, since } = person;
  return {
    id: publicId,
    name,
    relation,
    since: timeOf(since),
    identities: identities.map(({ network, handle, proof }) => ({ network, handle, proof })),
    attributes: attributes.map(({ key, type, purpose, value }) => ({ key, type, purpose, value })),
    notes: notes.map(({ publicId, text, writtenAt, writtenBy }) => ({
      id: publicId,
      text,
      writtenAt: timeOf(writtenAt),
      writtenBy,
    })),
    followUps: followUps.map(({ publicId, text, dueOn, assignee, department, doneAt, doneBy }) => ({
      id: publicId,
      text,
      dueOn,
      assignee,
      department,
      doneAt: timeOf(doneAt),
      doneBy,
    })),
  };
}

export function ordersOutside({ orders, invoices }: Commerce): z.infer<typeof ordersBody> {
  return {
    orders: orders.map(({ publicId, orderedAt, lines, ...order }) => ({
      ...order,
      id: publicId,
      orderedAt: timeOf(orderedAt),
      lines,
    })),
    invoices: invoices.map(({ publicId, orderKey: _, ...invoice }) => ({ ...invoice, id: publicId })),
  };
}
