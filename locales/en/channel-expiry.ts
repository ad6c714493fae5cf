/** What is said when the access to a channel is about to end. */
export const channelExpiry = {
  expiry: {
    subject: (name: string, day: string) => `The access to ${name} ends on ${day}`,
    over: (name: string) => `The access to ${name} has ended`,
    text: (name: string, link: string) =>
      `After that day nothing comes in from ${name} any more, and answers no longer leave.\n\nMake a new key there and save it in Polder:\n${link}\n\nYou get this mail because you manage channels. It comes once.`,
  },
  soon: 'ends soon',
  soonWhy: 'Make a new key at the network and save it under Access. Then: Try, and Switch on.',
};
