/** The inbox in columns side by side. */
export const columns = {
  title: 'Columns',
  lead: 'Several kinds of work side by side.',
  back: 'To the usual inbox',
  choose: 'Choose columns',
  most: (n: number) => `At most ${n}. Also what you kept under a name. This browser remembers your choice.`,
  show: 'Show these',
  more: (view: string) => `All of ${view}`,
};
