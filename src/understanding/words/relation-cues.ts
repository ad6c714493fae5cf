import type { CueTable } from '../cues.ts';

/** Who says that life itself became better, and what only sounds like it. */
export const relationCues: CueTable = [
  [
    'betterLife',
    4,
    `leven .. veranderd/verrijkt/gered/teruggegeven; veranderde .. leven; leven .. beter/fijner/mooier/makkelijker/leuker/lichter/rustiger .. door/dankzij/geworden/gemaakt/sinds; leven .. stuk/veel/zoveel .. beter/fijner/mooier/makkelijker/leuker/lichter/rustiger; beter/fijner/makkelijker/leuker/mooier .. leven .. door/dankzij/sinds/geworden; door/dankzij/sinds .. @we .. leven .. beter/fijner/mooier/makkelijker/leuker/rustiger; maken/maakt/maakte/maakten/gemaakt .. leven .. beter/fijner/mooier/makkelijker/leuker/lichter/rustiger; leven .. weer .. zin/glans/kleur; weer .. leven terug; mijn leven terug; reddende engel; kwaliteit van leven; levenskwaliteit; wat moest/moet ik zonder @we; wat zou ik zonder @we; zonder @we .. nooit .. gelukt/gered/gekund; kan/kon .. niet meer zonder @we; verschil in mijn/ons leven; wereld van verschil .. voor/gemaakt
    changed .. life/lives; life .. changed .. because/since/thanks; life .. better/easier/happier/richer .. because/since/thanks/now; better/easier/happier .. life .. because/since/thanks; because of you .. life; thanks to you .. life .. better/easier/happier/changed; makes/make/made .. life/lives .. better/easier/happier/brighter/simpler; life saver; lifesaver; life-saver; saved my life; life changing; life-changing; lifechanging; gave me .. life back; got my life back; my life back; quality of life; what would i do without you; don't know what i'd do without you; couldn't live without you; can't live without you; difference in/to my life; difference to our lives`,
  ],
  [
    'betterLife',
    -6,
    `leven zuur; leven .. moeilijk/moeilijker/onmogelijk/hel/ellende/slechter/zuurder; niet .. leven .. beter/makkelijker; nooit .. leven .. beter; zou .. leven .. makkelijker/beter; leven .. zou; leven .. kunnen/kan .. makkelijker; life .. harder/miserable/hell/difficult/worse; would .. life .. easier/better; life .. would; would make .. life; could .. life .. easier/better; not .. life .. easier/better; life .. misery; made .. life .. hell/harder/misery; please .. make/makes .. life; maak .. leven .. makkelijker; levensgevaar~; levensgevaarlijk`,
  ],
];
