/** De inbox in kolommen naast elkaar. */
export const columns = {
  title: 'Kolommen',
  lead: 'Verschillende soorten werk naast elkaar.',
  back: 'Naar de gewone inbox',
  choose: 'Kolommen kiezen',
  most: (n: number) =>
    `Hooguit ${n}. Ook wat je onder een naam hebt bewaard. Deze browser onthoudt je keuze.`,
  show: 'Zo tonen',
  more: (view: string) => `Alles van ${view}`,
};
