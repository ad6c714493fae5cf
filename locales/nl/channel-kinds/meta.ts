const app = {
  appId: { label: 'App-ID', hint: 'Staat bovenaan in het dashboard van de app.' },
  appSecret: {
    label: 'App-geheim',
    hint: 'In de app onder Instellingen, Basis. Hiermee is te zien dat een bericht echt van Meta komt.',
  },
};
const name = { label: 'Naam', hint: 'Zo heet dit kanaal in het postvak.' };
const verifyToken = {
  label: 'Verificatiecode',
  hint: 'Bedenk er zelf een van minstens 8 tekens. Meta vraagt ernaar bij de webhook.',
};
const groups = { app: 'Je app bij Meta' };
const makeApp = 'Maak op developers.facebook.com een app van het type Zakelijk, of open er een.';
const webhook =
  'Bewaar dit formulier. Zet daarna het adres van dit kanaal en de verificatiecode in de app onder Webhooks';
const pageToken =
  'Maak in Meta Business Suite een systeemgebruiker, geef die alleen deze pagina, en maak een token dat niet verloopt met de rechten';

/** De woorden bij het verbinden van wat van Meta is. */
export const facebook = {
  name: 'Facebook',
  lead: 'Reacties onder de berichten van je pagina, en wat mensen erop zetten. Antwoorden staan er openbaar onder.',
  steps: {
    app: makeApp,
    token: `${pageToken} pages_read_engagement, pages_read_user_content, pages_manage_engagement en pages_manage_metadata.`,
    webhook: `${webhook}, bij Page, en zet feed en mention aan.`,
    page: 'Koppel de app aan de pagina (subscribed_apps). Zonder dat stuurt Meta niets.',
  },
  groups,
  fields: {
    name,
    pageId: { label: 'Nummer van de pagina', hint: 'Onder Info, Paginatransparantie.' },
    ...app,
    token: { label: 'Token van de pagina' },
    verifyToken,
  },
};

export const messenger = {
  name: 'Messenger',
  lead: 'Privéberichten aan je pagina. Vrij antwoorden kan tot 24 uur na het laatste bericht van de klant.',
  steps: {
    app: makeApp,
    token: `${pageToken} pages_messaging, pages_read_engagement en pages_manage_metadata.`,
    save: 'Bewaar dit formulier. Polder vraagt elke 20 seconden of er iets is; een webhook is niet nodig.',
  },
  groups,
  fields: {
    name,
    pageId: { label: 'Nummer van de pagina', hint: 'Onder Info, Paginatransparantie.' },
    ...app,
    token: { label: 'Token van de pagina' },
  },
};

export const instagram = {
  name: 'Instagram',
  lead: 'Reacties onder je berichten en waar mensen je noemen. Instagram vertelt niet dat iemand een reactie wijzigt of weghaalt.',
  steps: {
    account: 'Maak van het account een zakelijk account, en koppel het aan je Facebook-pagina.',
    app: makeApp,
    token: `${pageToken} instagram_basic, instagram_manage_comments, pages_show_list en pages_read_engagement.`,
    webhook: `${webhook}, bij Instagram, en zet comments en mentions aan.`,
  },
  groups,
  fields: {
    name,
    accountId: {
      label: 'Nummer van het account',
      hint: 'Niet de naam: het nummer dat Meta geeft (instagram_business_account).',
    },
    ...app,
    token: { label: 'Token' },
    verifyToken,
  },
};

export const instagramDirect = {
  name: 'Instagram (privé)',
  lead: 'Privéberichten aan je account. Vrij antwoorden kan tot 24 uur na het laatste bericht van de klant.',
  steps: {
    account: 'Zet in de Instagram-app onder Berichten de toegang voor verbonden hulpmiddelen aan.',
    app: makeApp,
    token: `${pageToken} instagram_basic, instagram_manage_messages en pages_manage_metadata.`,
    save: 'Bewaar dit formulier. Polder vraagt elke 20 seconden of er iets is; een webhook is niet nodig.',
  },
  groups,
  fields: {
    name,
    accountId: {
      label: 'Nummer van het account',
      hint: 'Niet de naam: het nummer dat Meta geeft (instagram_business_account).',
    },
    pageId: { label: 'Nummer van de pagina', hint: 'Van de Facebook-pagina waar het account bij hoort.' },
    ...app,
    token: { label: 'Token van de pagina' },
  },
};

export const whatsapp = {
  name: 'WhatsApp',
  lead: 'WhatsApp van Meta zelf (Cloud API). Tot 24 uur na het laatste bericht van de klant kun je vrij antwoorden; daarna alleen met de woorden van een goedgekeurd sjabloon.',
  steps: {
    app: `${makeApp} Voeg WhatsApp toe en koppel je nummer.`,
    token:
      'Maak in Meta Business Suite een systeemgebruiker, geef die alleen dit WhatsApp-account, en maak een token dat niet verloopt met de rechten whatsapp_business_messaging en whatsapp_business_management.',
    webhook: `${webhook}, bij WhatsApp Business Account, en zet messages aan.`,
    templates:
      'Laat bij Meta sjablonen goedkeuren voor wat je later dan 24 uur wilt zeggen. Schrijf je precies die woorden, dan gaat het antwoord als dat sjabloon weg.',
  },
  groups,
  fields: {
    name,
    phoneNumberId: {
      label: 'Phone number ID',
      hint: 'Niet het telefoonnummer zelf: het nummer ervan bij Meta.',
    },
    accountId: { label: 'ID van het WhatsApp Business-account' },
    ...app,
    token: { label: 'Token' },
    verifyToken,
  },
  test: {
    lead: 'Stuur een bericht naar je eigen telefoon. Stuur eerst vanaf die telefoon een bericht naar dit nummer; anders neemt WhatsApp alleen een sjabloon aan.',
    to: 'Telefoonnummer met landcode, zonder + (31612345678)',
  },
};
