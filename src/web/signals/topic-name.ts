import { useFormats, useWords } from '../layout/frame.tsx';

const mostTerms = 3;

/** What a topic is called: its first words, without those that another one of them says already. */
export function useTopicName(): (terms: readonly string[]) => string {
  const { unnamed } = useWords().signals.rising;
  const { list } = useFormats();
  return (terms) => {
    const told = terms.filter(
      (term) => !terms.some((other) => other !== term && other.split(' ').includes(term)),
    );
    return told.length === 0 ? unnamed : list(told.slice(0, mostTerms).map((term) => `“${term}”`));
  };
}
