import type { CueTable } from '../cues.ts';

/** The seven intents that beat the broad ones: what the matter is about. */
export const narrowCues: CueTable = [
  [
    'cancellation',
    4,
    `opzeg~; opgezegd; annuler~; annuleer~; uitschrijven; uitschrijf~; stopzet~; beëindig~; beeindig~; ontbind~; herroep~; bedenktijd; afbestel~; royement
    zeg .. op; schrijf .. uit; meld .. af; zet .. stop; wil/willen/wilde/moet .. @contract .. @ending; @own .. @contract .. @ending; @contract .. stoppen/opzeggen/annuleren/ontbinden/stopzetten/beëindigen
    wil/willen/wilde .. stoppen; stoppen met; stoppen als; stop .. met .. @contract; stop .. @contract; wil/willen .. van .. af; van .. @contract .. af; kom .. af; contract .. af; ongedaan maken
    intrekken; trek .. in; niet .. verlengen/verlengd; niet verder; per direct stop~; afzien van; geen lid/klant/donateur meer; haal .. uit .. bestand; per .. weg; opzegbrief
    cancel .. my/our/the/this/it; to cancel; please cancel; i'd like to cancel; want .. out of; unsubscribe; terminate; end/stop/close/quit .. my/our/the/this .. @contract; end my; close my; stop my; stop giving/donating
    drop the; withdraw~ .. @contract; opt out; moving out; give/giving notice; notice period; not/don't renew; leave/leaving .. you/provider/as; switch~ .. provider/bank/insurer; kündig~; résili~; cancelar; darme de baja`,
  ],
  [
    'cancellation',
    2,
    `opzegtermijn; proefperiode; stoppen; overstap~ .. ander~; cancellation; cancel; vertrek .. naar; uitgeschreven; afmelden; afgemeld`,
  ],
  [
    'wrong_delivery',
    3.5,
    `@wrongness .. @goods; @goods .. @wrongness; @wrongness .. @arrived; @arrived .. @wrongness; verkeerde .. adres/maat/kleur/huis/straat/trein/station/deur; verkeerd .. adres/bezorgd
    in plaats van .. @goods; @arrived .. in plaats van; in plaats van .. besteld; besteld .. gekregen/kreeg/ontvangen/kwam/zit/kreeg; andere kleur/maat; een ander/andere .. @arrived; andermans
    niet in .. doos/pakket; zat/zit/zaten/zitten .. niet bij/in; zat/zaten .. maar; maar .. van de # ; slechts; miste/mist .. doos; niet compleet; onderdelen ontbreken; er ontbreekt; ontbreekt .. in/een; in stukken; in .. stukken; twee keer .. @arrived; dubbel .. @arrived
    afgeleverd; afgegeven; bij de buren; buren .. pakket~; status .. bezorgd; bezorgd .. maar/nergens/niet/volgens; volgens .. bezorgd/geleverd; zogenaamd bezorgd; nooit/niet/nergens .. aangekomen; niet mijn; niet van mij; voor iemand anders; voor mijn buren; van iemand anders; andere naam; ander adres
    koffer/bagage/tas .. niet/kwijt/nergens/zoek/staat; zonder koffer; ruilen; linker~; rechter~; lek .. @arrived; verlept; bedorven; dood .. @arrived; open .. @arrived; scherven; barst .. in; deuk .. in; scheur .. in; kras .. op
    wrong .. size/colour/color/address/item/house/flat/one/person; instead of .. @goods; @arrived .. instead; ordered .. received/got/came/arrived; got .. someone; someone .. else's; somebody else's; in pieces; came .. with; half of
    says/shows/status/marked/app .. delivered; delivered .. but/nowhere/never/neighbour~/to; never .. arrived/received/reached/came; proof of delivery; proof-of-delivery; not in the box; left/dropped .. neighbour~/doorstep/bin; two of; only one of
    my .. suitcase/luggage/bag .. not/never/is/in; not mine; isn't mine; not ours; falsche~; beschädigt; mauvais; equivocado`,
  ],
  [
    'wrong_delivery',
    2,
    `@goods; bezorger; koerier; postbode; courier; geleverd; bezorgd; levering; delivered; delivery; bestelling; besteld; retour~; verkeerd~; ontbreekt; ontbrak; beschadigd~; barst; deuk; smashed; buren; brievenbus; letterbox; neighbour~`,
  ],
  [
    'promised_discount',
    4,
    `~korting; kortings~; cashback; ~cashback; welkomst~; actiecode; vouchercode; promocode; ~code .. ongeldig/werkt/verlopen/geldig/niet; code .. ongeldig/werkt/verlopen/invalid/expired; ~bonus; spaaractie; cadeaubon; cadeaukaart; tegoedbon; ~aanbieding; prijsverschil; prijsgarantie; laagsteprijsgarantie; huurverlaging; spaarpunten; ~punten; miles
    @promised .. @extra; @extra .. @promised; @promised .. procent/percent/euro/%; belofte; toezegging; toegezegd; half geld; halve prijs; eerste .. maand/maanden .. gratis; gratis .. maand/maanden/weken/maart/april; @extra .. nergens/nooit/niet/ontvangen/gekregen/waar; nooit/nergens/geen .. @extra; waar .. @extra; als .. nieuwe klant
    folder; reclame; advertentie; actie .. gold/gelden/geldig/voorwaarden/loopt; bijpassen; tegemoetkoming; vrije reisdag; zouden .. terugkrijgen/krijgen; zou .. krijgen; vriendenactie; aanbrengpremie; aanbreng~; aangebracht
    discount; promo; coupon; voucher; gift card; promised .. off/months/euro/euros/refund; was/were promised; you promised; advert~; first .. months .. free; months free; half price; referral; refer~ .. friend; loyalty .. points; points .. never/missing/vanished/not; where .. my .. points/discount/bonus/voucher/gift/credit; never .. got/received/saw/came .. @extra; rabatt; réduction; descuento; as a new customer; welcome`,
  ],
  [
    'promised_discount',
    2,
    `beloofd~; promised; tegoed; gratis; cadeau; actie; code; credit; procent; percent; zei .. letterlijk; @extra`,
  ],
  [
    'invoice_question',
    4,
    `factu~; ~factuur; ~facturen; ~afrekening; ~nota; jaaropgave; jaaroverzicht; termijnbedrag; voorschot~; maandbedrag; ~incasso; incasso~; incasseer~; geïncasseerd; afgeschreven; afschrijving~; schrijft .. af; schrijven .. af; aanmaning~; betalingsherinnering~; betalingsregeling; betaalregeling; in termijnen; betaaldatum; premie; ~premie; ~heffing; aanslag; ~aanslag; ozb; ~belasting; servicekosten; stookkosten; huurverhoging; eigen risico; eigen bijdrage; naheffing .. energie; ~kosten .. euro
    @bill .. @billVerb; @billVerb .. @bill; hoe kan .. euro/bedrag; waarom .. euro/betaal~/duurder; waar .. voor .. betaal/is; wat .. voor .. kosten; dubbel .. betaald; twee keer .. betaald/afgeschreven; # .. per maand .. in plaats van; ineens # ; van # naar #; regeling .. betalen; duurder; prijsverhoging; tariefwijziging; bijbetalen; nabetalen; te veel betaald; teveel betaald; btw
    bill; bills; invoice~; billing; billed; charged .. twice/for/me/us/double/extra; direct debit; debited; instalment~; premium .. up/went/increase/higher; annual statement; overcharged; double charged; paid twice; rent .. increase/statement/went; tax .. assessment/bill; service charge; service costs; % up; up on; payment plan; why .. paying/charged/pay/euros; what .. charge; arrears; rechnung~; abbuchung; facture; factura; cobrado`,
  ],
  [
    'invoice_question',
    2,
    `rekening; bedrag; betaald; betalen; betaling; tarief; kosten; maandlasten; charged; fee; payment; euro; euros; costs; specificatie; machtiging; administratie; price; prijs`,
  ],
  [
    'outage',
    4,
    `storing; ~storing; storingen; stroomuitval; uitgevallen; @facility .. @failing; @failing .. @facility; geen/zonder/gjin .. @facility; @facility .. werkt/werken/doet/doen/reageert/start/laadt/opent/gaat .. niet/niks/niets/nergens; @facility .. niet/niks .. bereikbaar/beschikbaar/aan/open/werkend; werkt/werken/doet/doen .. @facility .. niet/niks; doet het niet; doen het niet; doet niks; doet .. niets; werkt niks meer; werkt niet meer; niet meer .. inloggen
    lukt/kan/kunnen/kom .. niet .. inloggen/betalen/pinnen/bellen/in/aanmelden; kan .. niet inloggen/betalen/pinnen/bellen; kom .. niet in; kom er niet in; pinnen lukt; inloggen lukt; blijft .. hangen/laden/draaien; zwart/wit scherm; foutmelding; foutcode; crash~; gooit .. eruit; vliegt .. eruit; valt .. uit/weg; sinds .. update; vast in de lift; in de lift; warm water; rode lampje; knippert rood; staan .. stil; staat stil; trein .. stil/strandt; rijden .. geen; geen treinen; uitval; offline; ligt .. eruit; in het donker; hele straat/wijk/dorp/buurt/flat; weer .. eruit
    outage; power cut; no/without .. @facility; @facility .. is/are/has/have/went/was/been .. @failing; not working; doesn't/don't/won't/wont/isn't/aren't/not .. work/working/load/open/start/turn/connect/responding/moving; stopped working; can't/cannot/unable .. log/login/pay/connect/access/call; keeps .. crashing/freezing/logging/spinning/dropping; stuck in the lift; out of order; hasn't moved; known issue; blank/white screen; since the update; all .. dead; ausfall; kein/keine .. @facility; panne; sin .. @facility; no funciona; funktioniert nicht`,
  ],
  [
    'outage',
    1.5,
    `modem; wifi; lift; verwarming; ketel; stroom; internet; inloggen; app; scherm; pinnen; heating; boiler; server; router; login; defect; buiten gebruik; pinautomaat; kapot`,
  ],
  [
    'claim_dispute',
    4,
    `bezwaar~; in beroep; beroep .. aan; @decision .. @refusing; @refusing .. @decision; wijst .. af; wijzen .. af; weiger~ .. vergoed~/uit/betalen; niet/niks/geen .. vergoed~/uitgekeerd/uitkering; vergoed~ .. niet/maar; niet eens; oneens; heroverweg~; herbeoordel~; opnieuw/nogmaals .. bekijken/beoordelen/kijken/beoordeeld/bekeken; kijken .. opnieuw; herzien; herziening; ongegrond; boete; ~boete; naheffing~; geschil~; geschillencommissie; ombudsman; kifid; aansprakelijk~; eigen schuld; niet gedekt; valt/val .. niet onder; buiten de dekking; kleine lettertjes; garantie .. voorbij/verlopen/weiger~/niet/geen; slijtage; eigen gebruik; second opinion; contra-expertise; ~expert .. zegt/zei/vond/beweert; getaxeerd; taxatie; grof nalatig; nalatig~; coulance; wettelijke garantie; recht op .. vergoeding/compensatie/geld; overmacht; buitengewone omstandigheden; volgens jullie/u .. schuld/niet; bewijs~ .. meegestuurd/bijgevoegd; foto's .. bij; u stelt; jullie stellen; u schrijft dat; jullie beweren; beslissing .. klopt; besluit .. klopt; blokkade .. onterecht; geblokkeerd .. onterecht; afgewezen; afwijzing; toch geen recht
    dispute; contest; appeal; objection; reject~; denied .. claim/refund/compensation/request/application; turned down; refuse .. pay/refund; refused; reopen; reconsider; review .. decision/claim; fine .. unfair/wrong; a fine; the fine; got fined; fined; parking fine/ticket; chargeback; liable; liability; not covered; isn't covered; extraordinary circumstances; wear and tear; disagree; do not/don't agree; look .. again; your .. letter/assessor/expert/adjuster .. says/claims/decided; einspruch; widerspruch; amende; multa`,
  ],
  [
    'claim_dispute',
    2,
    `claim; schade; ~schade; vergoeding; uitkering; compensatie; compensation; expert; garantie; warranty; beslissing; besluit; decision; toewijzing; vergunning; dekking; fine; recht op; bewijs; refund`,
  ],
  [
    'privacy_request',
    4,
    `avg; gdpr; privacy~; @own .. @data .. @dataVerb; @dataVerb .. @own .. @data; @data .. @dataVerb; @dataVerb .. @data; persoonsgegevens; inzage~; gegevens .. wissen/verwijder~/doorgeven/doorgegeven/gedeeld/gelekt/verkocht/derden/weghalen; datalek; lek .. gegevens; gelekt; toestemming; profilering; algoritme; welke gegevens; alle gegevens; alles wat .. over mij/weten/hebben; over mij .. bewaard/opgeslagen/weten; wat .. over mij
    hoe komen/kom/komt .. aan .. @own; hoe .. aan @own; aan @own .. nummer/adres/gegevens/mailadres; wie .. @own .. ingezien/bekeken/gegevens/dossier; recht op .. vergetelheid; vergeten .. worden; herkenbaar; cookies; camera~ .. mij/ons/gericht/privacy; bel-me-niet; geen .. reclame/post/nieuwsbrief/mails/aanbiedingen .. meer; stop .. mailen/bellen/nieuwsbrief/reclame; nieuwsbrief .. stop~/af/uit/afgemeld; niet meer .. doorgeven/mailen/gebeld/benaderd/benaderen; bewaren jullie; bewaart u; bewaartermijn; gegevens van .. ander~; gegevens .. iemand anders; functionaris; opname .. gesprek; gesprek .. opname; derden
    my .. data/details/record/records/information .. @dataVerb; personal data/information; copy of .. data/everything/file/recordings/call; everything you .. have/hold/know/store; delete .. my/our .. data/account/details; erase; remove me; remove my; right to .. access/forgotten/object; data .. breach/leak/protection/protection; leaked; consent; who .. looked/accessed/seen .. my; what .. data/information; how/where did you get .. my; got my number/address/email; data subject; subject access; stop .. marketing/emails/newsletters/mailing; marketing; retention; datenschutz; données; datos personales; third parties; tracking me`,
  ],
  [
    'privacy_request',
    2,
    `gegevens; persoonlijk~; bsn; kopie .. paspoort/id; identiteitsbewijs; opnames; recording~; nieuwsbrief; newsletter; wissen; weghalen; adverteerders`,
  ],
];
