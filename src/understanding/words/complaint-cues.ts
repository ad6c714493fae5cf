import type { CueTable } from '../cues.ts';

/** Dissatisfaction in turns of phrase, where no single word blames. */
export const complaintCues: CueTable = [
  [
    'complaint',
    2.5,
    `klacht; klachten~; schandalig~; belachelijk~; waardeloos; teleurgesteld; teleurstellend~; slechte service; voor de zoveelste keer; zoveelste; voor de # keer; voor de derde/vierde/vijfde/tweede maal/keer; derde/vierde/vijfde keer; alweer; weer niet; nog steeds niet; nog altijd; hoe vaak; hoe moeilijk; nergens op; nergens over; slaat nergens; kan toch niet; niet normaal; te gek voor; onbereikbaar; in de wacht; aan de lijn; wachtmuziek; wachttijd; uur gewacht; minuten gewacht; weken gewacht; gewacht; wachten .. op; al .. weken/maanden/dagen; niemand .. belt/reageert/neemt/komt/weet; geen reactie; geen antwoord; geen gehoor; geen excuses; niets gehoord; niets terug; hoor niets; hoor niks; kastje naar de muur; van het kastje; doorverbonden; afgepoeierd; komt niet opdagen; kwam niet; niet gekomen; niet op komen dagen; afspraak .. niet/gemist; zou .. komen; zou .. langskomen; voor niks; voor niets; vrije dag; beloofde .. niet; vertrouw .. niet; vertrouwen kwijt; voor geen meter; nooit meer; nooit weer; laatste keer; klaar mee; zat van; beu; ik verwacht; wat gaat u; vind het vreemd; vind het raar; vreemd dat; raar dat; jammer dat; jammer genoeg; schande; ongelooflijk dat; hoezo; hoe dan; serieus; kom op; lekker dan; nou lekker; fijn is dat; gebeld .. tijdens; lastiggevallen; onbeschoft; onbeleefd; geen idee .. waar; doen alsof; doet alsof
    complaint; complain; disappointed; disappointing; ridiculous; unacceptable; terrible service; worst; still no; still not; still waiting; again and again; third time; second time; fourth time; every time; on hold; waiting for; waited; no reply; no response; no answer; nobody .. answers/calls/replies/came/knows/told/shows; never .. called/showed/came/replied/answered; no one; never again; last time; fed up; had enough; how hard; how is it possible; what a joke; seriously; rude; ignored; passed around; sent from; lost trust; don't trust; no apology; not even; disgrace; waste of; weeks and; for weeks; for months; for hours; no show; didn't show; shame
    beschwerde; unmöglich; inadmissible; vergüenza`,
  ],
  [
    'complaint',
    1.2,
    `weken; maanden; uur; gewacht; wacht; steeds; elke keer; iedere keer; weeks; months; hours; minutes; opnieuw; telkens; alleen maar; zonder aankondiging; geduld; overlast; lawaai; service; klantenservice; bellen; vertraging; delay; te laat; stinkt; vies; schimmel; dicht; weeral; duur; ondertussen; intussen; inmiddels; buiten dienst`,
  ],
  [
    'mockery',
    1.2,
    `knap hoor; knap .. gedaan hoor; fijn hoor; leuk hoor; lekker hoor; mooi hoor; goed bezig; lekker bezig; lekker dan; fijn is dat; nou bedankt; dank .. voor niks; dank .. voor niets; bedankt voor niks; bedankt voor niets; thanks for nothing; topservice .. weer; topservice 👏; weer eens .. top; 👏 .. hoor; petje af hoor; hulde hoor; gefeliciteerd .. met .. geduld; chapeau hoor; wat een service zeg; toe maar; klasse hoor; super hoor; bravo hoor; top hoor; geweldig weer; heerlijk weer; hoe verzin je; great job .. delaying/losing/cancelling/breaking/ignoring; well done .. losing/breaking; nice work .. losing/breaking; big fan of; love how; love when; love it when; love waiting; thanks so much for .. delay/losing/cancelling/nothing; slow clap; how lovely; just great; just what i needed; oh great; good luck with that; i guess`,
  ],
  [
    'blame',
    0.7,
    `nooit meer; nooit weer; never again; laat .. in de steek; in de steek; laten zitten .. weer; kan toch niet; slaat nergens op; gaat nergens over; nergens over; niet normaal; nergens op; valt .. tegen; viel .. tegen; vielen .. tegen; vallen .. tegen; kom .. nooit; niet aan te raden; geen aanrader; niet waard; weggegooid geld; zonde van .. geld/tijd; te duur; te lang; te laat; te weinig; te klein; te veel; te koud; te zout; voor de zoveelste; kastje naar de muur; geen reactie; geen antwoord; geen gehoor; niet .. doorheen; niet uit .. gekomen/gelezen; voor geen meter; voor niks; hoe durven; durven jullie; hoe is het mogelijk; had .. meer van verwacht; meer .. verwacht; no response; no reply; no answer; no help; fed up; waste of; not worth; on hold; what a joke; not happy; not impressed; get it together; how hard; how do you even; not good enough; hung up; ran out; too long; too late; too much; too expensive; not acceptable; ik verwacht dat; wat gaat u .. doen; vertrouwen kwijt; te gek voor woorden; zat van; klaar mee`,
  ],
  [
    'courtesy',
    1,
    `vriendelijke groet/groeten; vriendelijk groet~; beleefde groet/groeten; hartelijke groet/groeten; warme groet/groeten; lieve groet/groetjes; lieve mensen; beste mensen; lief team; lieve team; alvast bedankt; alvast dank; bij voorbaat dank; bvd; met dank; goede morgen; goede avond; goede reis; goede dag
    kind regards; warm regards; best regards; best wishes; with love; many thanks in advance; thanks in advance; thank you in advance; good morning; good afternoon; good evening; for good; good day; dear friend; to whom; sorry to bother; sorry for the; mit freundlichen grüßen; bien à vous; un saludo; good friend; yours truly; liefs; love ,`,
  ],
];
