import { type Book, newBook, reply } from './book.ts';
import { towns } from './names.ts';
import type { Random } from './random.ts';
import type { Channel } from './scene.ts';
import { momentOn } from './timing.ts';
import { expand } from './wording.ts';

/** What Waterkracht sends out by itself: one-way traffic, from before anybody thought of answering. */
const texts: readonly string[] = [
  'Wist je dat een dekentje om de boiler tot {40|60} euro per jaar scheelt? {Kijk voor meer tips op onze site.|}',
  'Onze windmolens bij <plaats> draaiden deze week genoeg stroom voor {9.000|14.000|21.000} huishoudens.',
  'Vanaf vandaag in de app: je verbruik per {kwartier|uur}. {Probeer het eens.|Handig op wasdag.}',
  'Werken bij Waterkracht? We zoeken een {monteur meettechniek|planner buitendienst|data-analist}. {Solliciteren kan tot het eind van de maand.|}',
  'Kom naar de open dag op ons station in <plaats>. {Kinderen mogen een helm op.|Er is soep.}',
  'De nieuwe tarieven staan online. {Je krijgt ook een brief.|Overzicht per contract op de site.}',
  'Onderhoud aan de app {vannacht|zondagnacht} tussen 1 en 4 uur. {Daarna is alles weer bereikbaar.|}',
  'Bespaartip van de week: {radiatorfolie kost een tientje en verdient zich in één winter terug|zet de vriezer op -18, kouder hoeft niet|douche een minuut korter, je merkt het niet en de meter wel}.',
  'Met {twaalf|twintig} buurtgenoten in <plaats> praatten we over de nieuwe jaarrekening. {Dank voor de scherpe vragen!|Verslag volgt.}',
  'Wij zijn genomineerd voor {de Groene Stekker|het beste stroometiket}. {Stem mee.|Trots op het team.}',
  'Let op: er gaan nepmails rond uit onze naam. {Wij vragen nooit om een pincode.|Twijfel je, vraag het ons.}',
  "Terugblik: {monteur <monteur> vertelt|achter de schermen bij de storingsdienst|een nacht in de regelkamer}. {Lees het verhaal op onze site.|Met foto's.}",
  'Sponsor van de {avondvierdaagse|zwemwedstrijd|jeugdbrassband} in <plaats>. {Succes allemaal!|Wij staan langs de kant met sinaasappels.}',
  'Storm op komst. {Zet de vlaggenstok binnen, wij zetten extra ploegen klaar.|Onze storingsdienst staat paraat.}',
  'Zomertip: laad de auto {tussen elf en drie|midden op de dag}, dan is de stroom het groenst.',
];

/** Three or so posts a week by Bram and Lieke, on the public accounts. */
export function ownPosts(random: Random, days: readonly Temporal.PlainDate[]): Book[] {
  const posted = days.filter((day) => random.chance(day.dayOfWeek > 5 ? 0.2 : 0.5));
  return posted.map((day, index) => {
    const channel = random.pick<Channel>(['x', 'x', 'facebook', 'facebook', 'mastodon', 'forum']);
    const book = newBook(`p${String(index + 1).padStart(4, '0')}`, channel, { idle: true, urgent: false });
    const at = momentOn(day, random).with({ hour: random.whole(9, 16) });
    const fact = (name: string) =>
      name === 'plaats' ? random.pick(towns) : random.pick(['Ayoub', 'Ilse', 'Gijs']);
    const text = expand(random.pick(texts), { random, fact, formal: false });
    reply(book, { employee: random.pick(['bram', 'bram', 'lieke']), at, text });
    return book;
  });
}
