/** Classes of words for the cue tables: `@goods` in a cue stands for any of these. */
export const classes: Readonly<Record<string, string>> = {
  facility: `app site website webshop portaal portal internet wifi modem router netwerk verbinding bereik stroom elektriciteit licht
    verlichting gas water verwarming cv cv-ketel ketel boiler warmtepomp thermostaat radiator radiatoren lift liften roltrap poort
    poortje poortjes slagboom automaat pinautomaat geldautomaat betaalautomaat parkeerautomaat kaartautomaat terminal laadpaal laadpalen paal trein treinen bus
    bussen tram metro telefoonlijn lijn tv televisie glasvezel server inlog~ login digid formulier chat chatbot douche wc toilet
    riool intercom deurbel scanner zonnepanelen omvormer pinpas eherkenning mijnomgeving lantaarnpaal lantaarnpalen bel
    power electricity light lights heating heat network connection signal elevator escalator gate gates barrier machine machines atm
    charger train trains phone phones shower meters page checkout payments payment reader wi-fi broadband fibre landline signal service form transfers
    door alarm heizung strom luz ascensor courant`,
  failing: `kapot stuk defect plat dood uit eruit down offline storing hapert crasht vastgelopen bevroren uitgevallen onbereikbaar
    weg zwart knippert knipperen hangt stil lam foutmelding vast dead broken out off offline crashed crashing frozen stuck gone dark unreachable
    unavailable failing flickering kaput panne`,
  goods: `pakket pakketje pakje doos dozen zending artikel artikelen product jas broek schoenen laarzen jurk trui shirt kleed laptop boek boeken
    plant planten wol garen patroon meubel stoel tafel lamp cadeau koffer bagage tas pas pasje bankpas creditcard envelop post sleutel sleutels
    kaarten tickets vaas spiegel matras bed kast fiets speelgoed wasmachine droger koelkast telefoon toestel onderdelen onderdeel schroeven
    simkaart sim abonnementskaart box parcel package packages item items jacket dress shoes boots sweater book plant lamp table
    chair gift present suitcase suitcases luggage bag bags envelope key keys mug mirror mattress toy blender kettle phone parts card`,
  wrongness: `verkeerd verkeerde beschadigd beschadigde kapot kapotte stuk gebroken gescheurd gedeukt geplet nat lege leeg
    geopend opengescheurd incompleet onvolledig dubbel dubbele halve ontbreekt ontbreken ontbrak ontbraken mist miste kwijt zoek vermist
    vermiste wrong damaged broken cracked smashed torn dented soaked empty opened incomplete missing lost`,
  arrived: `ontvangen gekregen kreeg kregen geleverd bezorgd aangekomen binnengekomen gekomen kwam kwamen gearriveerd received got arrived
    came delivered turned`,
  extra: `korting kortingscode cashback bonus gratis tegoed cadeau cadeaubon bon welkomstcadeau voucher actie aanbieding miles punten
    spaarpunten welkomstbonus upgrade discount free gift points bonus cashback promo coupon promotion offer`,
  promised: `beloofd beloofde beloofden belooft toegezegd toegezegde afgesproken beloven zou zouden zei promised said told guaranteed
    advertised supposed offered adverteren adverteert`,
  bill: `factuur facturen rekening nota eindafrekening jaarafrekening afrekening aanslag termijnbedrag voorschot maandbedrag premie
    huur incasso afschrijving automatische bedrag servicekosten stookkosten abonnementskosten kosten contributie belasting heffing tarief
    bill bills invoice invoices charge charges premium rent debit amount fee fees statement payment tariff`,
  billVerb: `klopt kloppen hoger hoog verhoogd gestegen omhoog afgeschreven geïncasseerd betaald betalen verdubbeld dubbel begrijp snap
    wrong charged higher high increased doubled twice correct understand explain paid pay up taken debited`,
  contract: `abonnement lidmaatschap contract donatie donateurschap verzekering polis reservering boeking bestelling order machtiging
    rekening spaarrekening huur huurcontract huurovereenkomst glasvezel internetpakket proefperiode account subscription membership policy insurance booking
    donation donations reservation lease ticket plan overeenkomst`,
  ending: `stoppen stop stopzetten beëindigen beeindigen opzeggen opgezegd annuleren geannuleerd ontbinden intrekken afzeggen herroepen
    uitschrijven ongedaan weg af cancel cancelled end terminate quit revoke withdraw close ending cancelling canceling`,
  decision: `beslissing besluit afwijzing uitspraak oordeel weigering claim schade schadeclaim vergoeding aanvraag verzoek boete
    naheffing compensatie uitkering toeslag urgentie vergunning garantie terugbetaling decision verdict ruling fine claim
    refund compensation permit application request warranty penalty`,
  refusing: `afgewezen afgekeurd geweigerd weigert weigeren ongegrond onterecht onjuist oneens bezwaar betwist betwisten niet-ontvankelijk
    gedekt herzien heroverwegen refused rejected denied declined unfair unjust dispute appeal contest wrong disagree object`,
  own: `mijn m'n mn onze ons my our`,
  data: `gegevens persoonsgegevens data dossier adres mailadres e-mailadres nummer telefoonnummer foto foto's filmpje beelden naam
    geboortedatum bsn paspoort account profiel details information records record address number email photo picture photos name file recordings`,
  dataVerb: `verwijderen verwijder verwijderd wissen gewist inzien inzage opvragen delen gedeeld deelt verkopen verkocht doorgegeven doorgeven gelekt bewaren bewaard
    opgeslagen gebruiken gebruikt weghalen anonimiseren kopie delete erase remove removed access shared sharing sell sold leaked store stored
    stolen keep kept copy export correct wipe`,
  act: `sturen opsturen toesturen doorsturen nasturen aanpassen wijzigen veranderen regelen terugbellen bellen mailen maken zetten omzetten overzetten
    blokkeren deblokkeren repareren laten controleren nakijken corrigeren plaatsen toevoegen verplaatsen verzetten vervangen ophalen bezorgen
    verlengen activeren deactiveren openen invoeren annuleren bevestigen doorgeven inplannen reserveren storten terugstorten uitbetalen overmaken opnemen verwijderen kijken helpen komen
    send change update call block unblock move put add arrange fix repair replace post resend issue transfer switch forward remove book pay
    refund reset activate extend check confirm correct visit collect bring deliver schedule reschedule merge assign swap help`,
  we: `jullie u je jij ze you they`,
  utility: `stroom elektriciteit licht gas water verwarming cv cv-ketel ketel boiler internet wifi modem telefoon telefoonlijn bereik glasvezel
    warmte toilet riool netwerk power electricity heating heat hot internet wifi broadband phone signal toilet gas lights boiler ynternet strom
    wasser luz agua internet`,
  time: `uur uren dag dagen week weken maand maanden mnd jaar kwartier minuten hours days weeks months minutes years year`,
};
