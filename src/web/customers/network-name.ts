import { useWords } from '../layout/frame.tsx';

/** What a network is called here; one that we have no word for is called what it calls itself. */
export function useNetworkName(): (network: string) => string {
  const { networks } = useWords().keeping;
  return (network) =>
    Object.hasOwn(networks, network) ? networks[network as keyof typeof networks] : network;
}
