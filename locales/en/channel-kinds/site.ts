/** The words around connecting a chat and form on the organisation's own site. */
export const site = {
  name: 'Chat and form on your site',
  lead: 'Visitors of your site write to you without signing in and see your answer there. It also works without JavaScript, as a form.',
  steps: {
    save: 'Keep a name here, and the sites on which the chat may stand.',
    paste: 'Then put the two lines that you find on the page of this channel into your site.',
    open: 'Opening hours are those of the queue that messages come into; the promised time is that of your answer norms.',
  },
  fields: {
    name: { label: 'Name', hint: 'What this channel is called in the inbox.' },
    origins: {
      label: 'Sites on which the chat may stand',
      hint: 'For example https://www.waterkracht.example. More than one: with spaces between.',
    },
    greeting: { label: 'Greeting', hint: 'Stands above the conversation.' },
  },
};
