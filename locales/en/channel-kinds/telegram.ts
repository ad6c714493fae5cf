/** The words around connecting a bot on Telegram. */
export const telegram = {
  name: 'Telegram',
  lead: 'Whoever writes to your bot on Telegram comes in here. A bot can only answer who wrote to it first.',
  steps: {
    father: 'Open Telegram and write to BotFather: /newbot. Choose a name that people recognise.',
    paste: 'BotFather gives a token. Paste it here. It is the only key: whoever has it is your bot.',
    groups:
      'May the bot be in groups? Then leave the privacy mode at BotFather on: it reads there only what is meant for it.',
    back: 'Do you want to lock Polder out later? Write to BotFather: /revoke.',
  },
  fields: {
    bot: { label: 'Name of the bot', hint: 'Ends in bot, for example waterkracht_bot.' },
    token: { label: 'Key', hint: 'It is kept encrypted.' },
    server: {
      label: 'Address of the Bot API',
      hint: 'Different only if you have a Bot API server of your own.',
    },
  },
  test: {
    lead: 'Write to the bot yourself first. Your number then stands in the conversation as the sender; the test message goes there.',
    to: 'To (number on Telegram)',
  },
};
