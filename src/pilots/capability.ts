/** What can be switched on within a scope. A capability that is off behaves as if it did not exist. */
export type Capability = keyof typeof capabilities;

interface Words {
  readonly name: string;
  readonly sentence: string;
}

function words(name: string, sentence: string): Words {
  return { name, sentence };
}

export const capabilities = {
  'listen.sources': {
    nl: words('Meeluisteren', 'Verzamelt wat mensen over en tegen de organisatie zeggen.'),
    en: words('Listening', 'Collects what people say about and to the organisation.'),
  },
  'listen.classify': {
    nl: words(
      'Berichten begrijpen',
      'Herkent trefwoorden, onderwerp, bedoeling en sentiment van elk bericht.',
    ),
    en: words('Understanding messages', 'Recognises keywords, topic, intent and sentiment of each message.'),
  },
  'crm.record': {
    nl: words('Klantbeeld', 'Maakt van berichten een geordend dossier bij de klant.'),
    en: words('Customer record', 'Turns messages into a structured record at the customer.'),
  },
  'crm.backoffice': {
    nl: words('Backoffice', 'Koppelt gesprekken aan bestellingen, leveringen, facturen en kortingen.'),
    en: words('Back office', 'Links conversations to orders, deliveries, invoices and discounts.'),
  },
  'inbox.webcare': {
    nl: words('Beantwoorden', 'Geeft klanten antwoord binnen afgesproken openingstijden.'),
    en: words('Answering', 'Answers customers within agreed opening hours.'),
  },
  'inbox.rules': {
    nl: words('Spelregels', 'Toetst antwoorden aan de spelregels van de organisatie.'),
    en: words('Rules of engagement', 'Checks replies against the rules of engagement.'),
  },
  'inbox.empower': {
    nl: words('Zelf mogen antwoorden', 'Legt vast wie zonder goedkeuring vooraf mag antwoorden.'),
    en: words('Empowered to answer', 'Says who may answer without approval beforehand.'),
  },
  'inbox.proactive': {
    nl: words('Zelf contact zoeken', 'Laat collega’s ongevraagd meepraten of een contact beginnen.'),
    en: words('Reaching out', 'Lets colleagues join or start a contact unasked.'),
  },
  'offer.best': {
    nl: words(
      'Beste propositie',
      'Kiest uit sentiment en klantbeeld de beste propositie of de juiste reactie.',
    ),
    en: words(
      'Best proposition',
      'Chooses the best proposition or right reaction from sentiment and record.',
    ),
  },
  'community.qa': {
    nl: words('Vraag en antwoord', 'Laat klanten elkaar helpen met vragen en antwoorden.'),
    en: words('Questions and answers', 'Lets customers help each other with questions and answers.'),
  },
  'community.cocreate': {
    nl: words('Cocreatie', 'Ontwikkelt samen met klanten nieuwe ideeën in een project.'),
    en: words('Co-creation', 'Develops ideas together with customers in a project.'),
  },
  'community.vote': {
    nl: words('Stemmen', 'Laat leden stemmen over voorwaarden en claims.'),
    en: words('Voting', 'Lets members vote on product terms and claims.'),
  },
  'community.stories': {
    nl: words('Verhalen', 'Verzamelt en toont verhalen van klanten en collega’s.'),
    en: words('Stories', 'Collects and shows stories of customers and colleagues.'),
  },
  'content.calendar': {
    nl: words('Contentkalender', 'Plant inhoud voor de lange termijn.'),
    en: words('Content calendar', 'Plans content for the long term.'),
  },
  'content.campaign': {
    nl: words('Campagne met vervolg', 'Geeft een campagne een vervolg in gesprek.'),
    en: words('Campaign with a continuation', 'Lets a campaign continue as a conversation.'),
  },
  'privacy.contract': {
    nl: words('Privacycontract', 'Laat elke klant per doel bepalen wat er met de gegevens gebeurt.'),
    en: words('Privacy contract', 'Lets each customer decide per purpose what happens with the data.'),
  },
  'network.graph': {
    nl: words('Netwerk', 'Toont wie wie bereikt en wie met wie samenwerkt.'),
    en: words('Network', 'Shows who reaches whom and who works with whom.'),
  },
  ambassadors: {
    nl: words('Ambassadeurs', 'Vindt en waardeert mensen die de organisatie aanbevelen.'),
    en: words('Ambassadors', 'Finds and values people who recommend the organisation.'),
  },
  'crisis.room': {
    nl: words('Crisiskamer', 'Brengt bij een incident mensen, berichten en antwoorden bij elkaar.'),
    en: words('Crisis room', 'Brings people, messages and replies together during an incident.'),
  },
  'loyalty.share': {
    nl: words('Delen en sparen', 'Geeft klanten een widget om te delen en punten voor wat dat oplevert.'),
    en: words('Sharing and saving', 'Gives customers a widget to share and points for what comes of it.'),
  },
  'insights.live': {
    nl: words('Actuele cijfers', 'Laat cijfers zien zodra ze ontstaan.'),
    en: words('Live figures', 'Shows figures as soon as they arise.'),
  },
  'insights.digest': {
    nl: words('Samenvattingen', 'Brengt inzichten naar collega’s en directie.'),
    en: words('Digests', 'Brings insights to colleagues and the board.'),
  },
  'plan.forecast': {
    nl: words('Jaarplan en prognose', 'Verbindt resultaten met planregels en prognoses.'),
    en: words('Annual plan and forecast', 'Ties results to plan lines and forecasts.'),
  },
  'survey.feedback': {
    nl: words('Klantvragen', 'Vraagt klanten naar aanbeveling, tevredenheid en inspanning.'),
    en: words('Customer surveys', 'Asks customers about recommendation, satisfaction and effort.'),
  },
  'survey.maturity': {
    nl: words('Zelfbeoordeling', 'Vraagt collega’s waar de organisatie volgens hen staat.'),
    en: words('Self-assessment', 'Asks colleagues where they think the organisation stands.'),
  },
  'policy.rules': {
    nl: words('Beleid', 'Houdt versies van het beleid bij en wie ze gelezen heeft.'),
    en: words('Policy', 'Keeps versions of the policy and who acknowledged them.'),
  },
  'learn.training': {
    nl: words('Training', 'Biedt cursussen en houdt certificaten bij.'),
    en: words('Training', 'Offers courses and keeps certificates.'),
  },
  'work.communities': {
    nl: words('Interne communities', 'Geeft collega’s communities, blogs en een wiki.'),
    en: words('Internal communities', 'Gives colleagues communities, blogs and a wiki.'),
  },
  'team.multi': {
    nl: words(
      'Multidisciplinair team',
      'Brengt mensen van verschillende afdelingen in één team dat beslist.',
    ),
    en: words('Multidisciplinary team', 'Brings people of several departments into one team that decides.'),
  },
  'pilot.engine': {
    nl: words('Pilots', 'Plant, meet en schaalt pilots op.'),
    en: words('Pilots', 'Plans, measures and scales pilots.'),
  },
  'journey.engine': {
    nl: words('De reis', 'Bepaalt uit bewijs waar de organisatie staat en ziet terugval.'),
    en: words(
      'The journey',
      'Determines from evidence where the organisation stands and notices falling back.',
    ),
  },
} as const satisfies Record<string, { nl: Words; en: Words }>;

/**
 * What belongs to the house itself, so that no pilot switches it: the contract with the customer is the law, and without
 * the engines and their figures nobody could try anything.
 */
export const everywhere: ReadonlySet<Capability> = new Set<Capability>([
  ...(['privacy.contract', 'insights.live', 'plan.forecast', 'survey.maturity', 'team.multi'] as const),
  ...(['pilot.engine', 'journey.engine'] as const),
]);

export function isCapability(key: string): key is Capability {
  return Object.hasOwn(capabilities, key);
}
