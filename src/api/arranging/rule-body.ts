import { z } from '@hono/zod-openapi';
import { closeReasons, longestReply } from '../../conversations/conversation.ts';
import { longestRuleName, mostMinutes, mostSnoozeHours } from '../../conversations/ruling/checking-rules.ts';
import { fields, joins } from '../../conversations/ruling/condition.ts';
import { type Act, macroHows, moments, type Rule, sinces } from '../../conversations/ruling/rule.ts';
import { line, text } from '../text.ts';

const condition = z.strictObject({
  field: z.enum(fields),
  not: z.boolean().default(false),
  values: z.array(line(200)).min(1).max(100).openapi({
    description: 'One of them is enough. Of urgency, followers, age and score: one number, at least so much.',
  }),
});

const id = line(100);
const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('label'), label: id }),
  z.strictObject({ kind: z.literal('unlabel'), label: id }),
  z.strictObject({ kind: z.literal('priority'), priority: z.union([z.literal(0), z.literal(1)]) }),
  z.strictObject({ kind: z.literal('substate'), substate: id }),
  z.strictObject({ kind: z.literal('queue'), queue: id }),
  z.strictObject({ kind: z.literal('assign'), employee: id.nullable() }),
  z.strictObject({ kind: z.literal('note'), text: text(longestReply) }),
  z.strictObject({ kind: z.literal('macro'), macro: id, how: z.enum(macroHows) }),
  z.strictObject({ kind: z.literal('notify'), employee: id }),
  z.strictObject({ kind: z.literal('webhook'), endpoint: id }),
  z.strictObject({ kind: z.literal('snooze'), hours: z.int().min(1).max(mostSnoozeHours) }),
  z.strictObject({ kind: z.literal('close'), reason: z.enum(closeReasons) }),
]);

const example = {
  ...{ key: 'r1', name: 'Bezorging', on: 'heard', joined: 'all' },
  conditions: [{ field: 'words', not: false, values: ['pakket'] }],
  acts: [{ kind: 'note', text: 'Kijk bij de bezorger.' }],
} as const;
/** For the bodies that hold rules. */
export const exampleRules = { rules: [example] };

export const ruleBody = z
  .strictObject({
    key: line(40).openapi({ description: 'Stays the same while the rule is changed.', example: 'r1' }),
    name: line(longestRuleName),
    on: z.enum(moments).openapi({ description: 'What makes it look.' }),
    since: z
      .strictObject({
        from: z.enum(sinces),
        minutes: z.int().min(1).max(mostMinutes),
        open: z.boolean().optional().openapi({ description: 'Counting the hours of the queue only.' }),
      })
      .nullable()
      .default(null)
      .openapi({ description: 'Only of `passed`.' }),
    joined: z.enum(joins).default('all'),
    conditions: z.array(condition).max(fields.length).default([]),
    acts: z.array(act).min(1).max(12),
    stop: z.boolean().default(false),
    active: z.boolean().default(true),
  })
  .openapi('Rule', { example });

/** As the module knows it; when it began is for Polder to say. */
export function ruleInside(given: z.infer<typeof ruleBody>): Rule {
  const { since } = given;
  return {
    ...given,
    begun: null,
    acts: given.acts as Act[],
    since: since && { from: since.from, minutes: since.minutes, ...(since.open && { open: true }) },
  };
}

export function ruleOutside({ begun: _, ...rule }: Rule): z.infer<typeof ruleBody> {
  return {
    ...rule,
    since: rule.since && { ...rule.since },
    conditions: rule.conditions.map((one) => ({ ...one, values: [...one.values] })),
    acts: [...rule.acts],
  };
}
