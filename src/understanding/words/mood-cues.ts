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

export const praiseCues: CueTable = [
  [
    'compliment',
    3,
    `complimenten; compliment; hulde; chapeau; petje af; dikke pluim; pluim; top geholpen; goed geholpen; snel geholpen; super geholpen; fijn geholpen; netjes opgelost; snel opgelost; opgelost; binnen .. opgelost; bedankt voor .. hulp/snelle/goede/fijne/geduld; dank voor .. hulp/snelle/goede/fijne/geduld; bedankt .. hulp; topservice; goede service; fijne service; wat een service; geweldige .. service/hulp/team/man/vrouw/bezorger/monteur/chauffeur; super .. service/aardig/vriendelijk/lief/snel; geef .. opslag/taart/bonus/bloemetje; verdient .. bloemetje/taart/opslag/pluim; bloemetje; taart .. waard; trots op; aanrader; blij mee; blij met; superblij; heel tevreden; zeer tevreden; dankzij; klasse; vriendelijk~; behulpzaam~; eerlijk .. advies; nam de tijd; nam alle tijd; met liefde; kwam .. meteen/direct/speciaal; zo hoort het; zo kan het ook; top; wat een .. topdag/feest/held; keep it up; ga zo door; werkt .. als een zonnetje; werkt perfect; volgend jaar .. weer
    thank you to; thank you for .. help/quick/fast/kind/the; thanks for .. help/quick/fast/kind/sorting/the; thanks to; shout out; shoutout; kudos; well done; great .. service/job/team/help/work/crew/flight/staff; excellent; amazing; give .. raise/medal/hug; deserves .. raise/medal/hug; hats off; so helpful; very helpful; friendly; this is how; the best; impressed; made my day; above and beyond; went out of; sorted .. minutes; brilliant; fantastic; love .. your/the/this; danke für; toller service; merci pour; gracias por`,
  ],
  [
    'compliment',
    1,
    `bedankt; dank; dankjewel; thanks; thank; vrolijk; lief; lieve; leuk; mooi; prachtig; fijn; great; lovely; ❤️; 💚; 👏; 💙; held; keurig; perfect; netjes; geduldig; eindelijk`,
  ],
  [
    'anticipation_praise',
    4,
    `nog voor ik; nog voordat ik; nog voor wij; nog voor we; nog voordat we; nog voordat wij; voor ik erover; voordat ik .. kon/wist/belde/vroeg/had; voor ik .. kon/wist/belde/vroeg/had; voor wij .. konden; voor we .. konden; zonder dat .. gevraagd/vroeg/vroegen/wij/ik/we .. gevraagd/hadden/had/vroeg; zonder .. te vragen; uit zichzelf; uit jezelf; uit eigen beweging; ongevraagd; jullie wisten; hoe wisten jullie; wisten jullie; al geregeld; alles al; al klaar; jullie dachten; meegedacht; vooruit gedacht; vooruitgedacht; meedenken; denken .. mee; denken aan alles; dachten .. aan; daar had ik .. niet aan gedacht; niet aan gedacht; attent; al bericht; kreeg .. seintje; seintje; belde .. zelf; belden .. zelf; automatisch .. omgeboekt/omgezet/aangepast; onthouden; jullie vroegen of; dat jullie dat zien; had jullie .. al; hadden jullie .. al; zelf al
    before i .. even/asked/could/knew/called/had/needed/noticed; before we .. even/asked/could/knew/called/had/needed/noticed; before we'd; before i'd; without .. asking/me/us .. asking; without being asked; didn't even .. ask/have; didn't have to ask; proactive~; you knew; how did you know; you think of everything; thought of everything; you remembered; anticipated; already .. rebooked/arranged/sorted/waiting; heads up; heads-up; unasked; ahead of`,
  ],
  [
    'trust_statement',
    4,
    `vertrouw .. jullie/hen/ze/u/op/volledig/blind; vertrouwen .. jullie/in/volledig/volste/alle; alle vertrouwen; volste vertrouwen; vol vertrouwen; blindelings; blind; laat .. aan jullie; laat het aan; laat .. over; over aan; jullie weten .. beter; jullie weten het; weten wat; nooit .. zorgen; geen zorgen; nooit .. laten zitten; nog nooit .. gevraagd/teleurgesteld/bedrogen; nooit .. spijt; teken .. ongelezen/blind; zonder .. lezen/kijken/na te denken; hoef .. niet na te; kijk .. niet eens; niet eens .. na; doe maar; beslis maar; jullie kiezen maar; zeg ik ja; bij jullie .. thuis/goed/veilig; in goede handen; goede handen; veilig gevoel; kunnen .. op rekenen; op jullie rekenen; kan ik rekenen; al .. jaar .. nooit; ga .. nergens anders; blijf .. bij; nooit .. overstappen; eerlijk tegen .. mij/ons; altijd eerlijk
    trust you; i trust; we trust; trust .. completely/blindly/them/your/fully; in good hands; good hands; leave it .. to you; leave it to; leave .. up to you; just let; whatever you .. think/decide/suggest/advise; never .. cheated/doubted/worried/let; rely on you; count on; sign .. without; without .. reading/looking/checking; don't need to check; no need to check; wouldn't go; faith in; peace of mind; know .. they'll; sleep .. well`,
  ],
  [
    'trust_statement',
    1.5,
    `vertrouwen; vertrouw; trust; jaren; altijd; betrouwbaar; reliable; loyal; gerust; zeker`,
  ],
  [
    'praise',
    0.8,
    `kan er niks aan doen; zo hoort het; zo kan het ook; ga zo door; keep it up; geef .. opslag; geef .. taart; geef .. bloemetje; give .. raise; petje af; nog nooit .. laten zitten; nooit .. zorgen; nog nooit .. gevraagd; laat het aan jullie; in goede handen; hoe wisten jullie; you think of everything; nog voor ik; nog voor wij; nog voor we; before we'd even; before i even; zonder .. gevraagd; eerlijk .. dat; blij mee; bij jullie .. thuis; just let; never once; jullie weten .. beter; leave it to you; thank you to; shout out; made my day; volgend jaar .. weer; werkt .. als een zonnetje; as it should; niets op aan te merken; niks op aan te merken; komen .. terug; zeker terug; terugkomen; voor herhaling vatbaar; waar voor je geld; niets dan lof; in een ruk; in één ruk; in één adem; niet wegleggen; een must; zeker aan te raden`,
  ],
];
