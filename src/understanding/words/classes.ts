/** Classes of words for the cue tables: `@goods` in a cue stands for any of these. */
export const classes: Readonly<Record<string, string>> = {
  facility: `app site website webshop portaal portal internet wifi modem router netwerk verbinding bereik stroom elektriciteit
    elektra licht verlichting straatverlichting gas water verwarming stadswarmte blokverwarming warmtenet cv cv-ketel ketel boiler
    warmtepomp thermostaat radiator radiatoren vloerverwarming lift liften roltrap poort poortje poortjes slagboom automaat
    pinautomaat geldautomaat betaalautomaat parkeerautomaat kaartautomaat kaartjesautomaat terminal laadpaal laadpalen paal
    laadstation trein treinen bus bussen tram metro telefoonlijn lijn tv televisie glasvezel server digid formulier webformulier
    chat chatbot douche wc toilet riool intercom deurbel scanner kaartlezer paslezer zonnepanelen omvormer pinpas eherkenning
    mijnomgeving lantaarnpaal lantaarnpalen bel voordeur garagedeur meter display hydrofoor afzuiging bankieren betaalsysteem
    verkeerslichten
    power electricity light lights heating heat network connection signal elevator escalator gate gates barrier machine machines
    atm charger chargers train trains tram phone phones shower meter meters page checkout payments payment reader wi-fi broadband
    fibre landline service form transfers door alarm radiators telly television banking intercom lock system heizung strom luz
    ascensor courant inverter thermostat pump`,
  utility: `stroom elektriciteit elektra licht gas water verwarming stadswarmte blokverwarming warmtenet cv cv-ketel ketel boiler
    internet wifi modem telefoon telefoonlijn bereik glasvezel warmte toilet riool netwerk radiatoren power electricity heating heat
    internet wifi broadband phone signal toilet gas lights boiler radiators water ynternet strom wasser luz agua`,
  broken: `kapot stuk defect plat offline storing hapert haperen crasht vastgelopen bevroren uitgevallen onbereikbaar eruit foutmelding
    foutcode gestoord dood down broken offline crashed crashing frozen unreachable unavailable failing dead kaput panne stilgevallen
    overleden begeven`,
  gone: `uit weg zwart knippert knipperen hangt stil lam vast eraf out off gone stuck dark donker ijskoud steenkoud koud wit rood leeg
    blank cold flickering stil`,
  being: `is zijn ligt liggen valt vallen viel vielen gaat ging gingen staat staan blijft blijven was waren hangt springt sprong vloog
    vliegt knalt knalde are were went goes going been has have stays keeps cut`,
  goods: `pakket pakketje pakketten pakje pakjes doos dozen zending artikel artikelen product producten jas broek schoenen laarzen jurk
    trui shirt kleed laptop boek boeken brief pas pasje pinpas bankpas kaart kaartje ticket tickets koffer koffers bagage meubel bank
    kast tafel stoel bed matras lamp onderdeel onderdelen schroeven plank bloemen plant planten boeket cadeau fiets tas sleutel
    sleutels polis paspoort rijbewijs envelop krant handschoen handschoenen garen wol spiegel vaas servies tv scherm oplader kabel
    batterij printer föhn droger wasmachine magnetron blender stofzuiger horloge bril brillen thermostaat laadpas laadkabel
    boodschappen maaltijdbox box zegels boekenpakket gordijn gordijnen kussen dekbed tegels verf kinderwagen speelgoed puzzel tent
    rugzak modem router kluis
    parcel parcels package packages order orders item items goods delivery box shirt shoes boots dress coat jacket sofa table chair
    chairs gift present suitcase suitcases luggage bag bags envelope key keys mug mirror mattress toy blender kettle parts card
    glasses lamp bulbs groceries flowers bouquet book books rug curtain curtains thermostat router bike charger tickets`,
  wrongness: `verkeerd verkeerde beschadigd beschadigde kapot kapotte stuk gebroken gescheurd gedeukt geplet nat lege leeg geopend
    opengescheurd incompleet onvolledig dubbel dubbele halve ontbreekt ontbreken ontbrak ontbraken mist miste missen kwijt zoek vermist
    vermiste verwisseld geknakt verwelkt verlept bedorven beschimmeld gekrast lek gebarsten verkeerds
    wrong damaged broken cracked smashed torn dented soaked empty opened incomplete missing lost swapped scratched bent shattered ripped
    crushed leaking stained half`,
  arrived: `ontvangen gekregen kreeg kregen geleverd bezorgd aangekomen binnengekomen gekomen kwam kwamen gearriveerd toegestuurd
    opgestuurd verstuurd gestuurd afgeleverd binnen received got arrived came delivered turned sent shipped landed`,
  extra: `korting kortingscode cashback bonus gratis tegoed cadeau cadeaubon bon welkomstcadeau voucher actie aanbieding miles punten
    spaarpunten welkomstbonus upgrade discount free gift points bonus cashback promo coupon promotion offer zegels kadobon kortingsbon
    airmiles miles`,
  promised: `beloofd beloofde beloofden belooft toegezegd toegezegde afgesproken beloven zou zouden zei zeiden gezegd promised said told
    guaranteed advertised supposed offered adverteren adverteert`,
  bill: `factuur facturen rekening rekeningen nota nota's jaarnota maandnota eindnota jaarrekening energierekening stroomrekening
    gasrekening eindafrekening jaarafrekening afrekening aanslag termijnbedrag voorschot maandbedrag maandtermijn premie huur incasso
    afschrijving automatische bedrag servicekosten stookkosten abonnementskosten kosten contributie belasting heffing tarief
    aanmaning herinnering leges bill bills invoice invoices charge charges premium rent debit amount fee fees statement payment
    instalment instalments`,
  billVerb: `klopt kloppen hoger hoog verhoogd verhogen gestegen omhoog omlaag lager verlagen afgeschreven geïncasseerd betaald betalen
    bijbetalen verdubbeld dubbel begrijp snap opgebouwd uitleggen kwijtschelden spreiden teruggekregen terugkrijgen
    wrong charged higher high increased doubled twice correct understand explain paid pay up taken debited lower reduce explained
    mistake overdue`,
  contract: `abonnement lidmaatschap contract donatie donateurschap verzekering autoverzekering inboedelverzekering reisverzekering
    zorgverzekering polis reservering boeking bestelling order machtiging spaarrekening huurcontract huurovereenkomst
    internetpakket proefperiode account simkaart kaartje reis retourtje cursus subscription membership policy insurance booking
    donation donations reservation lease ticket plan overeenkomst`,
  ending: `stoppen stop stopzetten beëindigen beeindigen opzeggen opgezegd annuleren geannuleerd ontbinden intrekken afzeggen herroepen
    uitschrijven ongedaan cancel cancelled end terminate quit revoke withdraw close ending cancelling canceling`,
  decision: `beslissing besluit afwijzing uitspraak oordeel weigering claim schade schadeclaim vergoeding aanvraag verzoek boete bon bekeuring
    naheffing compensatie uitkering toeslag urgentie vergunning garantie terugbetaling bezwaar declaratie decision verdict ruling fine
    claim refund compensation permit application request warranty penalty objection`,
  refusing: `afgewezen afgekeurd geweigerd weigert weigeren ongegrond onterecht onjuist oneens bezwaar betwist betwisten niet-ontvankelijk
    herzien heroverwegen refused rejected denied declined unfair unjust dispute appeal contest wrong disagree object`,
  own: `mijn m'n mn onze ons my our`,
  data: `gegevens persoonsgegevens data dossier adres mailadres e-mailadres nummer telefoonnummer foto foto's filmpje beelden naam
    geboortedatum bsn paspoort profiel kenteken reisgegevens meetgegevens klantgegevens privénummer contactgegevens verbruiksgegevens
    details information records record address number email photo picture photos name file recordings birthday`,
  dataVerb: `verwijderen verwijder verwijderd wissen gewist inzien inzage opvragen delen gedeeld deelt verkopen verkocht verkoopt
    doorverkocht doorverkopen doorgeven gelekt bewaren bewaard opgeslagen gebruikt gebruiken weghalen anonimiseren kopie delete erase
    remove removed access shared sharing sell sold selling leaked store stored stolen keep kept copy export correct wipe`,
  act: `sturen opsturen toesturen doorsturen nasturen aanpassen wijzigen veranderen regelen terugbellen bellen mailen maken zetten omzetten
    overzetten blokkeren deblokkeren repareren laten controleren nakijken corrigeren plaatsen toevoegen verplaatsen verzetten vervangen
    ophalen bezorgen verlengen activeren deactiveren openen invoeren bevestigen doorgeven inplannen reserveren storten terugstorten
    uitbetalen overmaken opnemen kijken helpen komen langskomen nameten rechtzetten verwerken legen opruimen weghalen schoonmaken snoeien
    strooien herstellen instellen uitzetten aanzetten omboeken omruilen ruilen uitleggen nazoeken opzoeken uitzoeken corrigeren
    terugbetalen vrijgeven verschuiven verlagen verhogen plannen brengen vervroegen uitstellen meenemen aansluiten afsluiten resetten
    send change update call block unblock move put add arrange fix repair replace post resend issue transfer switch forward remove book
    pay refund reset activate extend check confirm correct visit collect bring deliver schedule reschedule merge assign swap help look
    give take make set tell let register renew upgrade credit waive clean empty come provide email mail`,
  we: `jullie u je jij ze you they`,
  firm: `jullie u`,
  me: `ik 'k wij we mij me ons i us`,
  person: `man vrouw kind kinderen jongen jongens meisje iemand mensen persoon jongetje peuter jongeren somebody someone person people child
    kids boy girl woman man men`,
  kin: `moeder vader oma opa tante oom buurvrouw buurman schoonmoeder schoonvader moeders omaatje mother father grandmother grandfather
    grandma grandpa aunt uncle neighbour neighbor mum dad mam pa`,
  not: `niet geen nooit niks niets nergens not never nothing nowhere doesn't don't didn't isn't won't can't cannot wasn't hasn't haven't
    couldn't wouldn't aren't doesnt dont didnt isnt wont cant no`,
  time: `uur uren dag dagen week weken maand maanden mnd jaar kwartier minuten werkdagen werkdag hours days weeks months minutes years
    year`,
  count: `twee drie vier vijf zes zeven acht negen tien elf twaalf veertien twintig dertig veertig vijftig paar tientallen honderden two
    three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty several`,
  nth: `tweede derde vierde vijfde zesde zevende achtste tiende 2e 3e 4e 5e 6e 7e zoveelste second third fourth fifth sixth umpteenth`,
  plug: `stopcontact stopcontacten stekker meterkast groepenkast kabel lader laadpaal accu batterij omvormer snoer verdeeldoos zekeringkast
    zekering transformator trafohuisje transformatorhuisje lamp armatuur socket plug outlet charger battery inverter fuse fusebox substation
    transformer`,
};
