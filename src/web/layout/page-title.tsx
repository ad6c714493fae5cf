import { useWords } from './frame.tsx';

/** The name of the page in the tab: `Inbox · Polder`. Once per page. */
export function PageTitle({ children }: { children: string }) {
  const { shell } = useWords();
  return <title>{`${children} · ${shell.product}`}</title>;
}
