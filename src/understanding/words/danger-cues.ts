import type { CueTable } from '../cues.ts';

/**
 * Danger to people, who is frail, and crime going on. Word order is left free wherever people tell it in any
 * order; `harmless` takes back what only sounds like danger.
 */
export const dangerCues: CueTable = [
  [
    'danger',
    3,
    `gaslucht; gasgeur; gasstank; gaslek~; rotte eieren; gas & ruik~/ruiken/rook/geur/stinkt/stank/ontsnapt/lekt/sist/lek/spuit/suist; gas~ & sissend~/sist; gasleiding & geraakt/stuk/lek/kapot/gebroken/doorgestoken/gesprongen/doorboord/losgeschoten
    gas smell; smell~ & gas; gas & leak~/hiss~/escaping/odour/odor/whiff/fumes/stinks; rotten eggs; gas main/pipe/line & hit/broken/leaking/damaged/struck/burst/cut
    brandlucht; brandgeur; schroeilucht; schroeigeur; schroeit; geschroeid & ruik~; ruik~ & brand/verbrand/rook/schroei~; in brand; brand uitgebroken; er is brand; brand in .. @plug/kelder/keuken/flat/huis/gebouw/lift/container/berging/portiek/schuur; brandje; vlammen; vlam~ uit; rookt & @plug/ketel; rook & komt/kwam/uit/zwarte/dikke/zien/zie/gang/trappenhuis/wagon; rookontwikkeling
    on fire; caught fire; catch~ fire; there's .. fire; there is .. fire; a fire .. in/at/on/near; fire .. broke/started/spreading; flames; smoke & coming/see/black/filling/thick/everywhere/rising/billowing/pouring; smell~ & smoke/burning/burnt/scorched; smoking & @plug; burning smell
    koolmonoxide~; kolendamp~; co-vergiftiging; co-melder/co-alarm/co-meter/co2-melder & af/gaat/ging/piept/loeit/rood/alarm/slaat; co .. melder/alarm/vergiftiging; carbon monoxide; co alarm/detector; co-alarm & off/beep~/going
    vonken; vonkt; vonkend~; vonkenregen; sparks; sparking; spark~ .. from/out
    blote .. draad/draden/kabel/kabels/bedrading; draad/draden/kabel/kabels/bedrading/leiding & bloot/blootliggen~/blootligt; stroomkabel/hoogspanningskabel/elektriciteitskabel/hoogspanningslijn/bovenleiding/stroomdraad & los/ligt/hangt/gevallen/geknapt/bloot/geraakt/grond/straat; onder spanning; onder stroom; exposed/live/bare/fallen/downed .. wire/wires/cable/cables/wiring; wire/wires/cable/cables & exposed/bare/fallen; power line/cable/lines & down/fallen/lying/hanging; overhead .. down
    schok/schokken/stroomstoot & kraan/wasmachine/aanraak~/aanraken/stroom/elektrisch~/stopcontact/douche/ketel/apparaat/laadpaal; stroomschok~; elektrocut~; electrocut~; electric shock/shocks; shock & touch~/tap/socket/shower/plug/faucet; kortsluiting; short circuit
    explosie; ontplof~; explosion; exploded; explode; instort~; ingestort; collapsed; collapsing
    @plug & gloeiend~/heet/bloedheet/smelt/gesmolten/verbrand/knettert/vlam/rookt/melting/melted/burning/burnt/scorched/crackling/smoking/hot; water & meterkast/stopcontact/groepenkast/stoppenkast; water & fuse/fusebox/socket/sockets/electrics
    @being/zit/zitten/zat/sta .. vast .. lift; vast in .. lift; lift & opgesloten/ingesloten/vastzit/vastzitten; lift .. zit/zitten .. vast; zitten/zit/zat .. opgesloten/ingesloten; opgesloten in; stuck/trapped .. lift/elevator; lift/elevator & stuck/trapped .. inside; stuck inside; trapped; locked in/inside; beklemd; klem & hand/vingers/voet/arm/been; opgesloten
    loopt/lopen/spelen/speelt/ligt/zit/@person .. op/óp .. spoor/sporen/rails/treinspoor; @person .. on the .. tracks/track/rails; playing on .. tracks
    levensgevaar~; levensbedreigend~; putdeksel~ & weg/open/ontbreekt/verdwenen/los/mist; manhole & open/missing/cover; life-threatening; deadly
    elk moment .. vallen/omvallen/vallen/instorten/naar; dreigt .. vallen/omvallen/instorten/storten; boom & omvallen/omgevallen/scheef; hangt .. los .. boven; about to .. fall/collapse; ongeluk gebeurd; ongeluk op; gewond~; bewusteloos; onwel; ademt niet; flauwgevallen; bloedt; bloedend~; hartaanval; injured; unconscious; bleeding; fainted; not breathing; heart attack; bel~ .. 112; 112 gebeld/bellen/gebeld; call~ .. 112/911/999; ambulance
    verdrink~; te water; in het water gevallen; drowning; kind .. alleen; baby .. auto; child alone; vechtpartij; knokpartij; bedreigt; bedreigd met; met een mes; a knife; threatening .. passengers/people/staff/us/me
    gasachtig~; gasalarm; gas alarm; gas coming; in de fik; in de hens; fikt; gesmolten; smelt; melted; melting; vonkjes; sparked; knettert; geknetter; crackling; schakelkast/meterkast/verdeelkast/trafohuisje & open/draden; stroom van de .. wasmachine/kraan/lamp/koelkast/douche; kreeg .. stroom van; smoke & inverter/charger/boiler/socket/roof/stairwell/basement/lift/elevator/meter/battery/cupboard/train/bus/carriage; rook & dak/omvormer/laadpaal/ketel/stopcontact/batterij/accu/buurhuis/tunnel/cabine; cable & hanging/pavement/ground/lying/dangling; lift hangt .. tussen; lift & erin/binnenin/inside; tussen # en # .. mensen; gas & misselijk/duizelig/hoofdpijn/dizzy/sick/headache; hoofdpijn & ketel/geiser/kachel/boiler/co; er niet meer zijn; zie het .. niet meer zitten; no reason to live; can't go on; cannot go on; don't want to live
    zelfmoord~; suïcid~; suicid~; einde .. aan .. leven; eind aan maken; wil niet meer leven; niet meer leven; end my life; kill myself; want to die
    @kin & doet .. niet open; @kin & reageert niet; @kin .. niet .. gezien; @kin & neemt niet op; niet meer gezien .. dagen; @kin & not answering .. door; haven't seen .. @kin`,
  ],
  [
    'danger',
    1.5,
    `gas; gasleiding; gasmeter; gasfornuis; gaskachel; ruik~; ruiken; smell; smells; smelling; gevaarlijk~; gevaar; dangerous~; danger; hazard; onveilig~; unsafe; noodgeval; emergency; gat & diep/stoep/fietspad/wegdek; struikel~`,
  ],
  [
    'harmless',
    -3,
    `ruik .. taart/onraad/lente/kansen; ruikt .. lekker/heerlijk; van het gas af; gas .. verboden; smells .. good/lovely/great/fishy; geen gas~ ruik~; geen gaslucht; ruik~ .. geen gas; niet meer naar gas; geen .. gaslucht; geen gaslek; no gas smell; no smell; don't smell; doesn't smell; no longer smell; was geen gas~; bleek geen; rook niet; ik rook; wij roken; we roken; rookt niet; non-smoking; smoke-free; rookvrij~; roken .. verboden/toegestaan/mag; roken op; smoking .. allowed/ban/area/room
    rookmelder~ & besteld/bestellen/kopen/batterij/ontvangen/nodig/krijg/kost; co-melder/koolmonoxidemelder/koolmonoxidemelders & besteld/bestellen/kopen/batterij/ontvangen/nodig/verplicht/ophangen/hangt/kost/advies; smoke detector/detectors/alarm/alarms; carbon monoxide & order~/buy/battery/recommend/sell/advice; co alarm/detector & order~/buy/battery/sell
    schok~ & rekening/factuur/nota/bedrag/prijs/afrekening; shock & bill/price/amount/invoice; explosie van; explosie in; explode~ & prices/costs/bill; exploded & prices/costs/bill; kosten ontplof~; ontplof~ .. bijna/haast; sparks joy; kortsluiting in .. hoofd/hersenen; gevaarlijk .. hoog/lekker/dicht; dangerously .. good/cheap; bijna .. schok; onder stroom .. staan; onder hoogspanning; brandje blussen; brandjes; a fire sale; fire your; on fire .. today/lately; team .. on fire; vuurwerk; fireworks; opgesloten in .. contract; vast aan; trapped/stuck/locked .. in/with .. contract/subscription/tariff/deal/queue/loop/hold/plan/rate; trapped in .. menu/queue/loop; locked in .. rate/price/tariff; collapsed .. online/screen; website collapsed; ambulance .. lidmaatschap; emergency number/contact; noodgeval .. nummer/bereikbaar; welk nummer .. noodgeval; in case of .. emergency; in geval van; stel dat; heet water; hot water; water .. meter/meterkast .. aflezen; onder spanning .. staat/te/zetten/per; zet .. onder spanning; nummer bij gaslucht; live chat; deadly serious/boring; hot topic; gevallen op; in de smaak gevallen; onder druk; opgelost; gerepareerd; weer veilig; fixed now; vorig jaar; last year; ooit; gelukkig .. op tijd; werd .. geholpen; hebben .. geholpen; verzekerd; dekt; gedekt; covered`,
  ],
  [
    'vulnerable',
    3,
    `insuline~; beademing~; zuurstofapparaat; zuurstofconcentrator; zuurstof~; dialyse~; hartpatiënt; copd; alarmknop; noodknop .. moeder/vader/oma/opa; traplift; palliatief; stervend~; sterfbed; couveuse; chemo~; insulin~; oxygen; dialysis; ventilator; nebuli~; hartbewaking; medicijnen .. koelkast/op/koffer; medicijn~ & koelkast; medicatie .. op/koffer/koelkast; terminaal; stair lift; stairlift; sondevoeding; anafyla~; epipen; apneu~; cpap; cpap-~; infuus~; thuisbeademing; feeding tube; breathing machine; medical device/equipment; medisch~ apparaat/apparatuur; hoog-laagbed; tillift; medication & fridge; medicine & fridge`,
  ],
  [
    'vulnerable',
    1.5,
    `bejaard~; hoogzwanger; zwanger; dementie; dement; demente; rolstoel; wheelchair; pregnant; elderly; oude moeder; oude vader; hartziekte; patiënt; invalide; gehandicapt~; ziek kind; disabled; woont alleen; lives alone; alleenwonend~; baby; pasgeboren; newborn; zuigeling; infant; baby'tje; thuiszorg; bedlegerig~; kwetsbaar; kwetsbare; epilep~; astma; asthma; mijn zieke; onze zieke; doodziek; ernstig ziek; @kin .. van #; @kin van # ; # jaar en alleen; # and alone; slecht ter been; hulpbehoevend~; verpleeghuis; zorgwoning; nursing home; care home; bedridden`,
  ],
  [
    'crime',
    3,
    `gehackt; wordt .. leeggehaald; leeggehaald; leeg .. gehaald; bankhelpdesk; nu .. opgelicht; opgelicht; aan de lijn .. bank; geld .. verdwijnt; verdwijnt .. geld; onbekende .. afschrijving~/transactie/overboeking; overboeking~ & niet .. gedaan; iemand .. logt/ingelogd .. mijn; hacked; being drained; draining; unauthorised .. now; someone .. using my; someone .. logged; someone .. withdrawing; phished; op de link geklikt; geklikt op .. link; clicked .. link; code gegeven; code .. doorgegeven; pincode .. gegeven; inbreker; inbraak; ingebroken; dief; stolen .. card/phone; skimm~; afpers~; anydesk; teamviewer; transactions .. not mine/recognise/recognize; betalingen .. niet .. gedaan`,
  ],
];
