import type { CueTable } from '../cues.ts';

/**
 * Seven intents that beat the broad ones: what the matter is about. At 4 a cue is plain by itself, at 2 it needs
 * company, below 0 it speaks against.
 */
export const narrowCues: CueTable = [
  [
    'cancellation',
    4,
    `zeg~ .. op per; zeg ik .. op; hierbij .. opzeg~/op/annuleer/zeg; @own/wil/willen/wilde/moet/graag .. opzeggen; opzeggen .. per/@contract/@own/van; hoe/kan/moet/om .. opzeggen; hoe zeg .. op; opgezegd; opzegging; opzegbrief; @contract .. @ending; wil/willen/wilde/graag .. annuleren; annuleren; annuleer; annuleert; geannuleerd worden; kan .. geannuleerd; uitschrijven; uitschrijf~; schrijf .. uit; meld .. af; wil .. stopzetten; stopzetten; stopgezet; beëindig~; beeindig~; ontbind~; herroep~; bedenktijd; afbestel~; royement; zet .. stop
    wil/willen/wilde/moet .. @contract .. @ending; @own .. @contract .. @ending; wil/willen/wilde .. stoppen; stoppen met; stoppen als; stop .. met .. @contract; stop .. @contract; stop .. @own .. @contract; wil/willen/wou .. van .. af; van .. @contract .. af; kom .. van .. af; kan .. van af; er .. van af; ongedaan maken; wil .. weg bij; ga/gaan weg bij; weg bij jullie; mag eruit; mag .. eruit; eruit .. halen; intrekken; trek .. donatie/machtiging/aanvraag/bestelling .. in; niet .. verlengen; niet verder; afzien van; zie .. af van; geen .. lid/klant/donateur meer; haal .. uit .. bestand; contract .. openbreken/openbreek; afkopen; afkoop; vroegtijdig .. stoppen/eind~; eerder .. stoppen
    cancel .. my/our/the/this/it/order/booking; to cancel; do i cancel; can i cancel; please cancel; i'd like to cancel; want .. out of; unsubscribe; terminate; end/stop/close/quit .. my/our/this .. @contract; end my; close my; stop my; stop giving/donating; drop the; drop my; withdraw~ .. @contract; opt out .. contract/plan; giving up .. flat/house/plan/membership/subscription; give/giving .. notice; what notice; notice .. need; notice period; not/don't renew; leave/leaving .. you/provider/as; switch~ .. provider/bank/insurer; kündig~; résili~; cancelar; darme de baja; get out of .. contract/plan; changed my mind; by mistake .. cancel`,
  ],
  [
    'cancellation',
    2,
    `opzegtermijn; opzegkosten; proefperiode; stoppen; overstap~ .. ander~; stap over; cancellation; cancel; vertrek .. naar; uitgeschreven; afmelden; afgemeld; opzeg~; annuler~; spijt; opzeggen; geannuleerd; terugdraaien; naar een ander; andere leverancier/bank/verzekeraar/aanbieder; overleden; passed away; verkocht; by accident; per ongeluk .. besteld/gekocht; no longer need; niet meer nodig; hoef .. niet meer`,
  ],
  [
    'cancellation',
    -3,
    `trein/vlucht/bus/rit/vluchten/treinen .. geannuleerd; geannuleerd .. trein/vlucht/bus; flight/train .. cancelled/canceled; cancelled/canceled .. flight/train; cancelled flightled; jullie/u .. geannuleerd; you cancelled; was cancelled; werd geannuleerd; is geannuleerd; trek .. in bij; dan zeg; dreig~`,
  ],
  [
    'wrong_delivery',
    4,
    `@wrongness .. @goods; @goods .. @wrongness; @wrongness .. @arrived; @arrived .. @wrongness; verkeerde .. adres/maat/kleur/model/huis/straat/deur/artikel/product; verkeerd .. adres/bezorgd; vorige adres .. gestuurd/bezorgd; oude adres .. gestuurd/bezorgd; naar .. vorige/oude/verkeerde .. adres
    in plaats van .. @goods; @arrived .. in plaats van; in plaats van .. besteld; besteld .. gekregen/kreeg/ontvangen/kwam/zit/kreeg; kreeg/gekregen/ontvangen .. besteld/bestelde/uitgekozen; bestelde/besteld .. maar .. kreeg; had .. besteld; andere kleur/maat; een ander/andere .. @arrived; andermans
    niet in .. doos/pakket; zit/zitten/zat/zaten .. niet bij/in/tussen; zat/zaten .. maar; zit .. in de doos; niet compleet; onderdelen ontbreken; er ontbreekt; er ontbreken; in stukken; in .. stukken; twee keer .. @arrived; @goods & ontbreekt/ontbreken/ontbrak/scherven/kapotgevallen; slechts .. van de; maar .. van de #
    afgeleverd; afgegeven; bij de buren; buren .. pakket~; status .. bezorgd; bezorgd .. maar/nergens/niet/volgens/staat; volgens .. bezorgd/geleverd/afgeleverd/app; zogenaamd bezorgd; staat .. bezorgd; nooit/niet/nergens .. aangekomen; voor iemand anders; voor mijn buren; van iemand anders; andere naam; ander adres; niet voor mij bestemd; geleverd .. niets/niks/niet
    koffer/koffers/bagage/tas .. niet/kwijt/nergens/zoek; zonder koffer; koffer~ & band; linker~; rechter~ & handschoen~/schoen~; verlept; bedorven; scherven; barst .. in; deuk .. in; scheur .. in; kras .. op; gat in; past niet .. op/in/mijn; past .. niet .. op/mijn/in
    wrong .. size/colour/color/address/item/model/one/product/parcel/order; instead of .. @goods; @arrived .. instead; ordered .. received/got/came/arrived; got .. someone; someone else's .. @goods; somebody else's; in pieces; came .. with .. @wrongness; half of my; only half; only .. of .. arrived/came; @arrived .. only
    says/shows/status/marked/app/is .. delivered; delivered .. but/nowhere/never/neighbour~/to; " delivered; never .. arrived/received/reached; never reached; proof of delivery; proof-of-delivery; not in the box; left/dropped .. neighbour~/doorstep/bin; only one of; broken .. in the box; do not have it; don't have it; arrived with; arrived .. cracked/broken/damaged/empty/open
    my .. suitcase/luggage/bag .. not/never/is/in/missing; isn't mine; not ours; falsche~; beschädigt; mauvais; equivocado`,
  ],
  [
    'wrong_delivery',
    2,
    `@goods; bezorger; koerier; postbode; courier; geleverd; bezorgd; levering; delivered; delivery; bestelling; besteld; bestelde; retour~; verkeerd~; ontbreekt; ontbrak; beschadigd~; barst; deuk; smashed; buren; brievenbus; letterbox; neighbour~; ruilen; omruilen; teruggestuurd; exchange; bestelnummer; geland; parcel; package; pakket~; delivered`,
  ],
  [
    'wrong_delivery',
    -4,
    `ben .. kwijt; kwijtgeraakt; ik mis mijn; i lost; lost my; i've lost; verloren; vergeten in; left my; not release; lek in .. leiding/dak; geboortedatum; niet van mij is; nergens geaccepteerd; refused; geweigerd; transactie; geld terug; geld .. niet terug; nog niet .. binnen; not yet; track .. trace; wanneer komt; when .. arrive/come; besteld op; kapotte lift;`,
  ],
  [
    'promised_discount',
    4,
    `~korting; kortings~; cashback; ~cashback; welkomst~; actiecode; vouchercode; promocode; ~code .. ongeldig/werkt/verlopen/geldig/niet/geaccepteerd; code .. ongeldig/werkt/verlopen/invalid/expired; ~bonus; spaaractie; cadeaubon; cadeaukaart; tegoedbon; ~aanbieding .. niet/geldt/nergens; prijsverschil; prijsgarantie; laagsteprijsgarantie; huurverlaging .. toegezegd/beloofd; spaarpunten; spaarzegels; zegels; miles
    @promised .. @extra; @extra .. @promised; @promised .. procent/percent/euro/%; # procent & zou/zouden/beloofd/gezegd; belofte .. #/korting/gratis; toezegging; toegezegd; half geld; halve prijs; eerste .. maand/maanden .. gratis; gratis .. maand/maanden/weken/maart/april; @extra .. nergens/nooit/niet/ontvangen/gekregen/waar; nooit/nergens/geen .. @extra; waar .. @extra; als .. nieuwe klant; procent .. eraf/korting; %/procent .. eraf; euro terug .. krijgen/zou; dan doe ik er; dan maak ik .. van; letterlijk & euro/procent/korting/%; trouwe klant
    bijpassen; tegemoetkoming; vrije reisdag; zouden .. terugkrijgen; zou .. terug krijgen; vriendenactie; aanbrengpremie; aanbreng~; aangebracht; besparing .. beloofd; beloofd .. besparing; cadeau .. bij; zou .. terugkrijgen; gratis & beloofd/advertentie/reclame/folder/zou; advertentie & niet/geen
    discount; promo code; coupon; voucher; gift card; promised .. off/months/euro/euros/refund/bonus/credit; promised .. free; offered .. free/off/months; advert~ .. said/says/promis~/free/off; first .. months .. free; months free; half price; referral; refer~ .. friend; bringing in; loyalty .. points; points .. never/missing/vanished/not; where .. my .. points/discount/bonus/voucher/gift/credit/cashback; never .. got/received/saw/came .. @extra; miles .. never/not/missing; said .. would get; i would get; supposed to get; you said " ; rabatt; réduction; descuento; as a new customer; welcome .. bonus/gift/credit/offer; first class on us; on us this`,
  ],
  [
    'promised_discount',
    2,
    `beloofd~; promised; tegoed; gratis; cadeau; actie; code; credit; procent; percent; zei .. letterlijk; folder; reclame; advertentie; offer; offered; oortjes; on us; zouden .. krijgen; zou .. krijgen; ~punten; gift`,
  ],
  [
    'promised_discount',
    -4,
    `^ geldt/gelden/hebben/geven/is/zijn/bieden/krijg/krijgen/hoeveel/welke/wat .. korting/kortingen/studentenkorting/actie/acties/aanbieding/aanbiedingen/cashback/bonus; korting voor .. studenten/ouderen/jongeren/gezinnen/leden/kinderen; do you .. discount/discounts; is there .. discount; are there .. discounts; inlogcode; foutcode; error code; code u#; geeft .. code; sms .. code; verificatiecode; pincode; postcode; qr-code; promised .. answer/call/reply/callback/email/letter/visit/engineer/technician/update/report/contact; promised to; promise .. answer/call; beloofd .. antwoord/bellen/terugbellen/terug te bellen/langs/monteur/mail/brief/contact/oplossing/uitsluitsel/afspraak/verslag; beloofden .. antwoord/bellen/langs; beloven .. antwoord; zou .. terugbellen; zouden .. terugbellen; gebeld worden; een aanbod; renewal offer; verlengingsaanbod; vast .. aanbod; folder; teveel betaald; call back; log in; inloggen; verpakking; gratis .. mee; free power/heating; stroom gratis; afrekening; jaarrekening; in your .. message; supposed to come`,
  ],
  [
    'invoice_question',
    4,
    `@bill .. @billVerb; @billVerb .. @bill; @bill .. #; # .. @bill; waarom & rekening/factuur/nota/bedrag/premie/termijnbedrag/incasso; @bill .. niet .. betalen/voldoen/goed/kloppen; hoe kan .. euro/bedrag; waarom .. euro/betaal~/duurder/betalen; waar .. voor .. betaal; wat .. voor .. kosten; dubbel .. betaald/afgeschreven; twee keer .. betaald/afgeschreven; # .. per maand .. in plaats van; ineens # euro; van # naar #; regeling .. betalen; prijsverhoging; tariefwijziging; bijbetalen; bijbetaling; nabetalen; nabetaling; te veel betaald; teveel betaald; btw; betalingsregeling; betaalregeling; in termijnen; betaaldatum; afschrijfdatum; afgeschreven; afschrijving~; schrijft .. af; schrijven .. af; geïncasseerd; incasseer~; incassokosten; ~incasso; aanmaning~; aanmaningskosten; betalingsherinnering~; naheffing .. energie/euro; huurverhoging; eigen risico; eigen bijdrage; van mijn rekening .. gehaald; gehaald .. rekening; post van #; ~belasting; ~heffing; servicekosten; stookkosten; stornering; storneren; in rekening .. gebracht; voorschot .. #; niet kan betalen; kan .. niet betalen; niet betalen; huur .. betalen/voldoen; betalingsachterstand; achter met .. betalen; lopen .. achter; terugleverkosten; ~kosten & nota/rekening/factuur; @bill .. te hoog; betekent & nota/rekening/factuur/afrekening
    bill .. is/was/says/went/up/of/for/from/too/higher/wrong/shows/seems; on my .. bill/statement/invoice/account; my .. bill; charged .. twice/for/me/us/double/extra/euro/#; charge me; still charge; direct debit; debited; instalment~; installment~; premium .. up/went/increase/higher; annual statement; overcharged; double charged; paid twice; twice on; rent .. increase/statement/went; tax .. assessment/bill; service charge/costs; % up; up on .. insurance/bill/rent; payment plan; why .. paying/charged/pay/euros; what .. charge; arrears; monthly payment/amount; yearly bill; final bill; fee on; booking fee; fee .. statement/bill/account; more .. than last; euros more; went up by; costs come from; rechnung~; abbuchung; facture; factura; cobrado`,
  ],
  [
    'invoice_question',
    2.5,
    `factu~; ~factuur; ~facturen; ~afrekening; ~nota; nota; jaaropgave; jaaroverzicht; termijnbedrag; voorschot~; maandbedrag; invoice~; billing; premie; ~premie; aanslag; ~aanslag; ozb; rekening; jaarrekening; bill; bills; bedrag; waarom # euro; # euro .. meer/hoger/duurder/extra/per; in rekening; betalen .. voor; betaal .. voor; hoeveel .. betalen; wanneer .. afgeschreven; terugkrijgen .. betaald; paid .. already; already paid; already .. paid; duurder; deurwaarder; incassobureau`,
  ],
  [
    'invoice_question',
    1.5,
    `betaald; betalen; betaling; tarief; kosten; maandlasten; charged; fee; payment; euro; euros; costs; specificatie; machtiging; administratie; price; prijs; # cent; contributie`,
  ],
  [
    'invoice_question',
    -3,
    `nog voor er .. rekening; before .. bill; rekening houden; voor rekening; op eigen rekening; bankrekening; rekeningnummer; bank account; spaarrekening; rekening openen; bill .. again/copy; send me bill; nog eens sturen; opsturen; phishing; is .. dit .. echt; is this real; klik hier; waarborgsom; werkt als; verzendkosten; deze rekening .. niet goed; geld .. niet terug; openbreek; openbreken; verlaagden; verlaagd; tarieven; prijzen vergelijken; kortingscode; gehackt; oplicht~`,
  ],
  [
    'claim_dispute',
    4,
    `bezwaar~; in beroep; beroep .. aan/tegen; @decision .. @refusing; @refusing .. @decision; wijst .. af; wijzen .. af; weiger~ .. vergoed~/uit/betalen/uitkeren; niet/niks/geen .. vergoed~/uitgekeerd/uitkering; vergoed~ .. niet/maar; niet eens .. met; oneens; heroverweg~; herbeoordel~; opnieuw/nogmaals .. bekijken/beoordelen/kijken/beoordeeld/bekeken; kijken .. opnieuw; herzien; herziening; ongegrond; boete .. onterecht/omdat/terwijl/van/maar; ~boete; geschil~; geschillencommissie; ombudsman; kifid; aansprakelijk~; eigen schuld; niet gedekt; valt/val .. niet onder .. dekking/verzekering/garantie; buiten de dekking; kleine lettertjes .. dekking/polis/vergoeding; garantie .. voorbij/verlopen/weiger~/niet/geen; slijtage; eigen gebruik; contra-expertise; ~expert .. zegt/zei/vond/beweert; deskundige .. zegt/zei/is; volgens .. deskundige/expert; getaxeerd; taxatie; grof nalatig; nalatig~; coulance; wettelijke garantie; recht op .. vergoeding/compensatie/geld/schadevergoeding; overmacht; buitengewone omstandigheden; bewijs~ .. meegestuurd/bijgevoegd; u stelt; jullie stellen; u schrijft dat; jullie beweren; beslissing .. klopt; besluit .. klopt; blokkade .. onterecht; geblokkeerd .. onterecht; afgewezen; afwijzing; toch geen recht; niet akkoord; niet mee akkoord; inhouding; ingehouden .. borg; borg & krassen/schade/ingehouden/inhouding/niet terug; tegenbewijs; bekeuring; bon .. voor/onterecht; voorwaarden staat; volgens de wet; " slijtage; hoe krijg .. vergoed; schadevergoeding; wie vergoedt .. schade/eten/vriezer; schade & vergoed~/vergoeding/claimen/storing
    dispute; contest; appeal; objection; reject~ .. claim/refund/application/my/our; denied .. claim/refund/compensation/request/application; turned down; refuse~ .. pay/refund/compensate; reopen; reconsider; review .. decision/claim; fine .. unfair/wrong/for; a fine; got fined; fined; parking fine/ticket; chargeback; liable; liability; not covered; isn't covered; extraordinary circumstances; wear and tear; disagree; do not/don't agree; look .. again; at my claim; take this further; your .. letter/assessor/expert/adjuster .. says/claims/decided; entitled to .. compensation/refund; any compensation; is there .. compensation; einspruch; widerspruch; amende; multa; " weather`,
  ],
  [
    'claim_dispute',
    2,
    `claim; schade; ~schade; vergoeding; uitkering; compensatie; compensation; expert; garantie; warranty; beslissing; besluit; decision; toewijzing; vergunning; dekking; fine; recht op; bewijs; refund; boete; geweigerd; gedekt; voorwaarden; borg; deskundige`,
  ],
  [
    'claim_dispute',
    -4,
    `zonder .. second opinion; boetebeding; rekenen .. boetes; boete per maand; pas .. geweigerd; card .. refused; refused everywhere; kleine lettertjes?; minder kleine lettertjes; is .. gedekt ?; verzekerd .. als; insured if; terugleverboete; opzegboete; boetekosten; dank; blokkeertarief`,
  ],
  [
    'privacy_request',
    4,
    `avg; gdpr; privacy~; @own .. @data .. @dataVerb; @dataVerb .. @own .. @data; @data .. @dataVerb; @dataVerb .. @data; persoonsgegevens; inzage~; gegevens .. wissen/verwijder~/gedeeld/gelekt/verkocht/derden/weghalen; datalek; lek .. gegevens; gelekt; toestemming .. gegeven/voor/nooit/geen; geen .. toestemming; profilering; algoritme; welke gegevens; alle gegevens; welke informatie .. over mij/ons; alles wat .. over mij/weten/hebben; over mij .. bewaard/opgeslagen/weten; wat .. over mij; @data & verkeerd/onjuist/gecorrigeerd/corrigeren/fout/klopt; sta ik als; geregistreerd als; verkeerd geregistreerd
    hoe komen/kom/komt .. aan .. @own; hoe .. aan @own; aan @own .. nummer/adres/gegevens/mailadres; wie .. @own .. ingezien/bekeken/gegevens/dossier; wie kan .. zien; recht op .. vergetelheid; vergeten .. worden; herkenbaar; cookies; camera~ .. mij/ons/gericht/privacy; bel-me-niet; geen .. reclame/nieuwsbrief/mails/aanbiedingen .. meer; geen post .. meer; stop .. mailen/bellen/nieuwsbrief/reclame; nieuwsbrief .. stop~/af/uit/afgemeld; niet meer .. doorgeven/mailen/gebeld/benaderd/benaderen; bewaren jullie; bewaart u; bewaartermijn; gegevens van .. ander~; nota/mail/brief/factuur/polis/dossier .. van .. iemand anders; iemand anders .. met naam; met naam en adres; met adres en al; functionaris; opname .. gesprek; gesprek .. opname; derden; berichten .. gebruikt; computer .. trainen; ai .. trainen; @own account .. verwijderen; verwijder .. account; verwijder @own; staat .. op jullie .. foto/site; eis dat .. eraf; reclame voor; telefoontjes .. aanbiedingen
    my .. data/details/record/records/information .. @dataVerb; @dataVerb .. my/our .. data/details/record/records/account/information/address/number; personal data/information; copy of .. data/everything/file/recordings/call; all data; everything you .. have/hold/know/store; delete .. my/our .. data/account/details; delete my; erase; remove me; remove my; take me off; right to .. access/forgotten/object; data .. breach/leak/protection; leaked; consent; opted out; opt out; who .. looked/accessed/seen .. my; what .. data/information .. you; how/where did you get .. my; got my number/address/email; data subject; subject access; stop .. marketing/emails/newsletters/mailing; marketing; mailing list; retention; datenschutz; données; datos personales; third parties; tracking me; ads for; someone else's .. policy/bill/account/details/file/name/data; wrong date of birth`,
  ],
  [
    'privacy_request',
    2,
    `gegevens; persoonlijk~; bsn; kopie .. paspoort/id; identiteitsbewijs; opnames; recording~; nieuwsbrief; newsletter; wissen; weghalen; adverteerders; geboortedatum; foto .. van mij; toestemming; details; iemand anders; someone else's`,
  ],
  [
    'privacy_request',
    -3,
    `nieuw nummer; nieuw adres; nieuwe adres; nieuw .. nummer; mailadres .. wijzigen/veranderen/aanpassen; adres .. wijzigen/veranderen/aanpassen; adreswijziging; verhuis~; change .. email/address; new .. number/address; op naam; ander rekeningnummer; mede lezen`,
  ],
];
