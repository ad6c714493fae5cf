import type { ChannelAccount } from '../listening/account.ts';

export interface KnownAccounts {
  find(named: { channel: string; name: string }): ChannelAccount | undefined;
  remember(account: ChannelAccount): void;
}

const most = 1000;

/** Accounts are never renamed or removed, so one that was found stays found; it saves two statements a message. */
export function knownAccounts(): KnownAccounts {
  const known = new Map<string, ChannelAccount>();
  const keyOf = ({ channel, name }: { channel: string; name: string }) => JSON.stringify([channel, name]);
  return {
    find: (named) => known.get(keyOf(named)),
    remember: (account) => {
      if (known.size >= most) known.clear();
      known.set(keyOf(account), account);
    },
  };
}
