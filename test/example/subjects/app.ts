import type { Subject } from '../scene.ts';

export const app: Subject = {
  key: 'app',
  share: 7,
  department: 'service',
  nl: [
    {
      weight: 3,
      titles: ['Vraag over de app', 'App en account', 'Mijn Waterkracht'],
      cases: [
        [
          'Ik kan niet inloggen in de app{ sinds de update|, al <dagen> dagen niet|}. {Hij zegt steeds "ongeldige code".|Wit scherm en dat was het.}',
          'Verwijder de app en installeer hem opnieuw, versie <versie> lost dit op. Lukt het dan niet, dan maak ik een nieuwe koppeling.',
          'Opnieuw installeren hielp.',
        ],
        [
          'De app doet {het niet|niks} meer sinds versie <versie>. {Ligt dat aan mijn telefoon?|Meer mensen last van?}',
          'Het ligt aan ons: bij oudere telefoons blijft hij hangen. Vanavond komt er een nieuwe versie, tot die tijd werkt de site wel.',
          '~De nieuwe versie doet het.',
        ],
        [
          'Wachtwoord vergeten en de herstelmail komt niet aan. {Ook niet in de spam.|Drie keer geprobeerd.}',
          'Er stond een oud mailadres in, eindigend op @brievenbus.example. Via welk adres kan ik de code sturen?',
          'Ik ben binnen.',
        ],
        [
          'Kunnen jullie mijn mailadres wijzigen in <mail>? {Op het oude kan ik niet meer inloggen.|Ik ben van provider veranderd.}',
          'Gewijzigd. De bevestiging is naar <mail> gestuurd, na de klik werkt inloggen meteen.',
          'Geklikt en het werkt.',
        ],
        [
          'Waar in de app vind ik mijn {contract|kWh-prijs|verbruik per uur}? {Ik kijk er vast overheen.|Vroeger zat het op de eerste pagina.}',
          'Linksonder op Meer, dan Mijn contract. Daar staan prijs, einddatum en verbruik bij elkaar.',
          'Gevonden onder Meer. Logische plek is anders.',
        ],
        [
          'De app laat het verbruik van {gisteren|deze week} niet zien. {Alles staat op nul.|Lege grafiek.}',
          'De standen komen met een dag vertraging. Sinds vanochtend loopt het een dag extra achter door onderhoud; morgen is het bijgewerkt.',
          '~De balkjes zijn er weer.',
        ],
        [
          'Kan mijn {man|vrouw|partner} met een eigen account in dezelfde woning? {Nu gebruiken we één wachtwoord.|}',
          'Ja, onder Meer, Meekijkers kan er iemand bij. Die ziet alles maar kan het contract niet wijzigen.',
          'Meekijker toegevoegd, gezellig.',
        ],
        [
          'Ik krijg midden in de nacht meldingen van jullie app. {Vannacht om 3.12 uur: "goed bezig met besparen!"|Mijn hond schrok ervan.}',
          'Dat hoort niet, die bespaartip had om 9 uur moeten gaan. Onder Meldingen kan het uit; wij zetten de nachtrust er vandaag in.',
          '~Rustige nacht gehad.',
        ],
        [
          'Is dit mailtje over "teveel betaald, klik hier" van jullie? {Afzender eindigt op .top|Er zitten taalfouten in.}',
          'Nee, dat is phishing. Niet klikken en weggooien. Wij mailen altijd vanaf waterkracht.example en vragen nooit om een pincode.',
          '=Dacht ik al, weggegooid.',
        ],
        [
          'De sms met de inlogcode komt {pas na een kwartier|niet}. {Dan is hij verlopen.|Nummer is <tel>.}',
          'Er was vertraging bij de sms-verzender. Een code uit een app werkt sneller, dat kan onder Beveiliging worden aangezet.',
          'Code-app ingesteld, gaat prima.',
        ],
        [
          'Hoe download ik mijn verbruik als {bestand|csv|Excel}?',
          'In Mijn Waterkracht op een groot scherm: Verbruik, rechtsboven het pijltje omlaag. In de app kan het nog niet.',
          'Bestand binnen.',
        ],
        [
          'Ik heb geen smartphone. {Hoe geef ik nu een stand door?|Kan alles ook nog gewoon telefonisch?}',
          'Dat kan. Standen mogen per telefoon en per brief, ik heb [je/u] een kaart met antwoordenvelop gestuurd.',
          '~De kaart lag vandaag in de bus.',
        ],
      ],
    },
    {
      mood: 'cross',
      titles: ['App werkt niet', 'Klacht over de app'],
      cases: [
        [
          'Wat is er mis met een app die gewoon {werkt|opstart}? {Sinds de update kan ik niks meer.|Ik hoef geen ballonnen als ik bespaar, ik wil mijn verbruik zien.}',
          'Terecht. In versie <versie> is de startpagina teruggezet naar hoe hij was, zonder ballonnen.',
          '~Geen ballonnen meer, dank.',
        ],
        [
          'Vier keer mijn klantnummer ingetoetst en vier keer "onbekend". {Ik betaal jullie al negen jaar.|<klantnr>, zo moeilijk is dat niet.}',
          'Bij de overgang naar het nieuwe systeem kreeg dit nummer een nul ervoor. Met 0<klantnr> lukt het, en ik laat het oude ook weer werken.',
          'Met die nul ging het.',
        ],
        [
          'App ligt {plat|eruit}, kan mijn stand niet doorgeven en {morgen|vandaag} is de laatste dag.',
          'De app is weer in de lucht en de termijn is drie dagen verlengd voor iedereen.',
          'Stand is doorgegeven.',
        ],
      ],
    },
  ],
  en: [
    {
      weight: 2,
      titles: ['Question about the app', 'My account'],
      cases: [
        [
          'I can not log in to the app{ since the update|}. {It keeps saying "ongeldige code".|Just a white screen.}',
          'Please delete and reinstall the app, version <versie> fixes this. If it still fails I will reset your link.',
          'Reinstalling helped.',
        ],
        [
          'Is there an English version of the app? {I guess my way through it now.|}',
          'Yes: Meer, Instellingen, Taal. If it still shows Dutch, close the app once.',
          'Found it, what a relief.',
        ],
        [
          'The reset mail never arrives. {Checked spam too.|Tried three times.}',
          'There was an old address in your account. Which address may I send the code to?',
          'I am in.',
        ],
        [
          'Please change my email to <mail>, I lost access to the old one.',
          'Changed. There is a confirmation link in your new inbox.',
          'Confirmed.',
        ],
        [
          'Got a text from "Waterkracht" asking me to pay <klein> euro within a day. {Is this real?|Smells like a scam.}',
          'That is not us. Please do not click and delete it. We never ask for payment by text message.',
          '=Deleted.',
        ],
        [
          'The app shows zero usage for {yesterday|the whole week}.',
          'Readings arrive a day late and maintenance added another day. It will be complete tomorrow.',
          '~It filled up again.',
        ],
      ],
    },
  ],
};
