import type { CalendarVersion } from '../../src/organisation/calendar.ts';
import type { ExampleCommerce } from './commerce.ts';
import type { Relation } from './customers.ts';
import type { Channel } from './scene.ts';
import type { ExampleDepartment, ExampleEmployee } from './staff.ts';

/** Like a message that a channel delivers, with the colleague who wrote it where there was one. */
export interface ExampleMessage {
  id: string;
  /** Key of one of the accounts; the unregistered account of the pionier is none of them. */
  account: string;
  channel: Channel;
  text: string;
  author: string | null;
  authorName: string;
  inbound: boolean;
  automatic: boolean;
  department: string | null;
  employee: string | null;
  sentAt: string;
  replyTo: string | null;
  thread: string;
  story?: string;
}

export interface ExampleNote {
  thread: string;
  employee: string;
  at: string;
  text: string;
}

export interface ExampleClosure {
  thread: string;
  employee: string;
  at: string;
  reason: ClosureReason;
}

type ClosureReason = 'solved' | 'no_answer_needed' | 'expired';

export interface ExampleAssignment {
  thread: string;
  employee: string;
  at: string;
}

export interface ExampleAccount {
  key: string;
  channel: Channel;
  name: string;
  canReply: false;
}

export interface ExampleCustomer {
  key: string;
  name: string;
  handles: { channel: string; handle: string }[];
  relation: Relation;
}

export interface ExampleOrganisation {
  name: 'Waterkracht';
  timezone: 'Europe/Amsterdam';
  locale: 'nl';
  departments: ExampleDepartment[];
  employees: ExampleEmployee[];
  calendar: CalendarVersion;
  accounts: ExampleAccount[];
  customers: ExampleCustomer[];
  commerce: ExampleCommerce;
  /** Ordered by time of sending. */
  messages: ExampleMessage[];
  notes: ExampleNote[];
  closures: ExampleClosure[];
  assignments: ExampleAssignment[];
}
