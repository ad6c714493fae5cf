import { describe, expect, test } from 'vitest';
import { channels } from '../src/channels/channel.ts';
import { connectors } from '../src/connectors.ts';
import type { Locale } from '../src/platform/words.ts';
import { words } from '../src/platform/words.ts';

interface Said {
  readonly name: string;
  readonly groups?: Readonly<Record<string, string>>;
  readonly fields: Readonly<
    Record<string, { readonly label: string; readonly choices?: Readonly<Record<string, string>> }>
  >;
}

describe('every way to connect an account', () => {
  test.each(connectors.map((one) => [one.channel.key, one] as const))(
    '%s is offered whole, in both languages',
    (key, connector) => {
      expect(channels).toContain(connector.channel);
      const form = Object.keys(connector.form.shape).toSorted();
      expect(connector.fields.map(({ name }) => name).toSorted()).toEqual(form);
      for (const locale of ['nl', 'en'] satisfies Locale[]) {
        const said = (words(locale).channelKinds as Readonly<Record<string, Said>>)[key];
        expect(said?.name, locale).toBeTruthy();
        for (const { name, group, choices = [] } of connector.fields) {
          expect(said?.fields[name]?.label, `${locale} ${name}`).toBeTruthy();
          if (group !== undefined) expect(said?.groups?.[group], `${locale} ${group}`).toBeTruthy();
          for (const choice of choices)
            expect(said?.fields[name]?.choices?.[choice], `${name} ${choice}`).toBeTruthy();
        }
      }
      expect(
        Object.keys(
          (words('nl').channelKinds as Readonly<Record<string, Said>>)[key]?.fields ?? {},
        ).toSorted(),
      ).toEqual(form);
    },
  );

  test('what counts its calls says what they cost, in words', () => {
    for (const { costs } of channels)
      for (const act of Object.keys(costs?.acts ?? {}))
        expect(words('en').channelCosts.acts, act).toHaveProperty(act);
  });
});
