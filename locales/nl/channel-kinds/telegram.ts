/** The words around connecting a bot on Telegram. */
export const telegram = {
  name: 'Telegram',
  lead: 'Wie uw bot op Telegram schrijft, komt hier binnen. Een bot kan alleen antwoorden aan wie hem eerst schreef.',
  steps: {
    father: 'Open Telegram en schrijf aan BotFather: /newbot. Kies een naam die mensen herkennen.',
    paste: 'BotFather geeft een token. Plak dat hier. Het is de enige sleutel: wie het heeft, is uw bot.',
    groups:
      'Mag de bot in groepen? Zet dan bij BotFather de privacymodus niet uit: hij leest er alleen wat aan hem gericht is.',
    back: 'Wilt u Polder later buitensluiten? Schrijf aan BotFather: /revoke.',
  },
  fields: {
    bot: { label: 'Naam van de bot', hint: 'Eindigt op bot, bijvoorbeeld waterkracht_bot.' },
    token: { label: 'Token', hint: 'Het wordt versleuteld bewaard.' },
    server: { label: 'Adres van de Bot API', hint: 'Alleen anders als u een eigen Bot API-server heeft.' },
  },
  test: {
    lead: 'Schrijf eerst zelf aan de bot. Uw nummer staat dan als afzender in het gesprek; daarheen gaat het proefbericht.',
    to: 'Aan (nummer op Telegram)',
  },
};
