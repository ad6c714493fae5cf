import type { Subject } from '../scene.ts';

export const welcomeBonus: Subject = {
  key: 'welcome-bonus',
  share: 4,
  department: 'finance',
  nl: [
    {
      weight: 3,
      mood: 'cross',
      says: [
        'Bij het overstappen is mij {<bonus> euro|een korting van <bonus> euro} beloofd. Op de eerste nota {staat niets|is daar niets van te zien}.',
        'De welkomstbonus van <bonus> euro zou {na drie maanden|binnen zes weken} gestort worden. We zijn nu {vijf|zeven} maanden verder.',
        'Waar blijft mijn welkomstkorting van <bonus> euro? {In de mail van <toen> staat hij gewoon.|}',
        'Aan de telefoon zei jullie collega {<medewerker> |}letterlijk: "dan maak ik er <bonus> euro van". {En nu weet niemand ervan.|Op de nota staat 50.}',
        'Via een actie op de beurs in <plaats> klant geworden, <bonus> euro cashback. {Tot nu toe nul euro.|Nooit gezien.}',
      ],
      adds: [
        'Contract <contract>.',
        'Ik heb de mail bewaard.',
        'Het gaat om nota <factuur>.',
        'Een schermafdruk kan ik sturen.',
      ],
      asks: [
        'Wanneer komt die alsnog?',
        'Kunnen jullie dit rechtzetten?',
        'Wie gaat dit regelen?',
        'Of was het maar een praatje?',
      ],
      titles: [
        'Welkomstbonus <bonus> euro',
        'Beloofde korting niet ontvangen',
        'Korting ontbreekt op <factuur>',
      ],
      answers: [
        [
          'De toezegging van <bonus> euro staat in het contract, alleen was hij niet aan de nota gekoppeld. Ik heb hem gecrediteerd, binnen vijf werkdagen staat hij op de rekening.',
          '~{De <bonus> euro staat erop.|De creditnota is binnen.}',
          'Op de creditnota staat 50 euro en geen <bonus>.',
          'Dat was het standaardbedrag. De rest is vandaag bijgeboekt, samen is het <bonus> euro.',
        ],
        [
          'De opname van het gesprek is teruggeluisterd en [je hebt/u hebt] gelijk: er is <bonus> euro toegezegd. Dat komen we na, het bedrag is vandaag overgemaakt.',
          '~{Beloofd is beloofd, <bonus> euro binnen.|Eerlijk opgelost, het bedrag staat erop.}',
        ],
        [
          'De bonus wordt uitbetaald bij de eerste jaarnota, dat is <straks>. Dat had duidelijker in de mail moeten staan. Ik heb er een aantekening van gemaakt zodat het niet wordt vergeten.',
          '=Dan zet ik <straks> in de agenda, en ik hoop jullie ook.',
        ],
      ],
    },
    {
      titles: ['Vraag over korting', 'Actiecode'],
      cases: [
        [
          'De actiecode POLDER<huisnr> wordt niet geaccepteerd bij het aanmelden. {Verlopen?|Hij staat op jullie eigen folder.}',
          'De code liep tot eind {vorige maand|vorige week}, op de folder ontbrak die datum. Ik heb de korting met de hand toegevoegd.',
          '~Aanmelding is gelukt, met korting.',
        ],
        [
          'Ik heb mijn {zus|collega|buurman} aangebracht als klant. {Krijgen we daar allebei iets voor?|Waar zie ik dat tegoed?}',
          'Allebei 35 euro, op de eerste nota na de start. In de app staat het onder Tegoed zodra de levering begint.',
          '~Tegoed staat er bij ons allebei.',
        ],
        [
          'Geldt de korting van <bonus> euro ook als ik {binnen een jaar verhuis|mijn contract meeneem naar <plaats>}?',
          'Ja, zolang het contract doorloopt blijft de korting staan.',
          '=Mooi, dan durf ik te tekenen.',
        ],
      ],
    },
  ],
  en: [
    {
      mood: 'cross',
      says: [
        'I was promised a welcome bonus of <bonus> euro. It is not on my bill.',
        'When I switched your colleague said I would get <bonus> euro after three months. {That was seven months ago.|Nothing so far.}',
        'Where is my <bonus> euro cashback? {It is in your mail of <toen>.|}',
      ],
      adds: ['My contract is <contract>.', 'I can send a screenshot.'],
      asks: ['When will it be paid?', 'Can you look into this?'],
      titles: ['Welcome bonus missing'],
      answers: [
        'You are right, the <bonus> euro is in your contract but was never linked to the bill. It is credited now and will be in your account within five working days.',
        'I found the promise in the call notes. We keep it: <bonus> euro has been transferred today.',
      ],
      good: ['~The <bonus> euro is here.', '~Fairly solved.'],
    },
  ],
};
