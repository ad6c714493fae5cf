/**
 * Aspects that most organisations hear about, to start from: Dutch and English names, and the words by which the rules
 * know them. Each organisation makes them its own.
 */
export const firstAspects: readonly { readonly nl: string; readonly en: string; readonly words: string }[] = [
  {
    nl: 'prijs',
    en: 'price',
    words:
      'prijs; prijzen; duur; duurder; duurste; goedkoop; goedkoper; tarief; tarieven; kosten; betaalbaar; geldklopperij; waar voor mijn geld; waar voor je geld; prijsverhoging; korting; price; prices; pricing; expensive; cheap; cheaper; fare; fares; fee; fees; overpriced; affordable; rip off; value for money; cost; costs; discount',
  },
  {
    nl: 'levering',
    en: 'delivery',
    words:
      'levering; leveringen; geleverd; bezorg*; pakket*; postpakket; zending; levertijd; verzending; track and trace; delivery; deliveries; delivered; deliver; parcel; parcels; package; packages; shipping; shipment; courier',
  },
  {
    nl: 'kwaliteit',
    en: 'quality',
    words:
      'kwaliteit; kapot; defect; beschadigd; stuk gegaan; werkt niet; werkt perfect; deugdelijk; ondeugdelijk; stevig; quality; broken; faulty; defective; damaged; well made; sturdy; falls apart; fell apart',
  },
  {
    nl: 'vriendelijkheid',
    en: 'friendliness',
    words:
      'vriendelijk; vriendelijke; vriendelijkheid; onvriendelijk; onvriendelijke; aardig; aardige; behulpzaam; behulpzame; beleefd; onbeleefd; onbeschoft; onbeschofte; bot; attent; geduldig; klantvriendelijk; klantonvriendelijk; friendly; unfriendly; friendliness; polite; impolite; rude; rudeness; helpful; unhelpful; courteous; patient; attitude',
  },
  {
    nl: 'bereikbaarheid',
    en: 'reachability',
    words:
      'bereikbaar; onbereikbaar; bereikbaarheid; wachtrij; in de wacht; aan de lijn; neemt niet op; nemen niet op; telefonisch; terugbellen; teruggebeld; geen gehoor; reactietijd; on hold; hold time; waiting time; wait time; hung up; call back; called back; no answer; no reply; get through; unreachable; reach anyone; response time',
  },
  {
    nl: 'oplossing',
    en: 'solution',
    words:
      'opgelost; oplossing; oplossen; verholpen; niet opgelost; gerepareerd; geholpen; van het kastje naar de muur; resolved; solved; solution; sorted; fixed; unresolved; repaired; runaround',
  },
  {
    nl: 'eerlijkheid',
    en: 'honesty',
    words:
      'eerlijk; eerlijke; oneerlijk; oneerlijke; misleidend; misleid; misleiding; belofte; beloftes; beloofd; leugen; leugens; gelogen; kleine lettertjes; transparant; oplichters; oplichting; honest; honesty; dishonest; misleading; promised; promise; lied; lies; transparent; fine print; scam',
  },
  {
    nl: 'gemak',
    en: 'ease',
    words:
      'website; site; app; inloggen; omslachtig; ingewikkeld; gebruiksvriendelijk; gebruiksonvriendelijk; onduidelijk; overzichtelijk; onoverzichtelijk; makkelijk; gemakkelijk; web site; log in; login; log on; user friendly; complicated; confusing; easy to use; hard to use; easy; clunky',
  },
];
