/** What is said when the access to a channel is about to end. */
export const channelExpiry = {
  expiry: {
    subject: (name: string, day: string) => `De toegang tot ${name} verloopt op ${day}`,
    over: (name: string) => `De toegang tot ${name} is verlopen`,
    text: (name: string, link: string) =>
      `Na die dag komt er niets meer binnen van ${name}, en gaan antwoorden niet meer weg.\n\nMaak daar een nieuwe sleutel en bewaar die in Polder:\n${link}\n\nU krijgt deze mail omdat u kanalen beheert. Hij komt één keer.`,
  },
  soon: 'verloopt bijna',
  soonWhy:
    'Maak bij het netwerk een nieuwe sleutel en bewaar die onder Toegang. Daarna: Probeer, en Zet aan.',
};
