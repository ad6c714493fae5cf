const promise =
  /vergoed|compens|terugbetal|terugstort|geld terug|(?:krijgt?|ontvangt?) u? ?.{0,30}terug|korting|gratis|kosteloos|kwijtschel|beloof|beloven|garand|zeker weten|uitzondering|crediter|tegoed|coulance|recht op|aansprakelijk|refund|reimburs|money back|discount|free of charge|waive|promise|guarantee|exception|credit your|goodwill|entitled|liable|binnen \p{Nd}+ ?(?:uur|minuten|dag|werkdag|week|weken)|within \p{Nd}+ ?(?:hour|minute|day|working|business|week)|uiterlijk (?:morgen|vandaag|\p{Nd})/iu;

const sentence = /[^.!?\n]+[.!?]*/gu;
const mostShown = 5;

/** The sentences that bind the organisation to something: a colleague must stand behind them before they go. */
export function promisesIn(text: string): string[] {
  return [...text.matchAll(sentence)]
    .map(([found]) => found.trim())
    .filter((found) => promise.test(found))
    .slice(0, mostShown);
}
