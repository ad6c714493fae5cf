/** English service words by what they say about the organisation. Written for Polder. */
export const polarityEn = {
  strongNegative: `worst terrible horrible awful disgusting disgusted disgrace disgraceful pathetic ridiculous unacceptable
    appalling atrocious abysmal shameful shame useless worthless garbage trash crap crappy shit shitty bullshit bs fuck
    fucking fuckin fucked damn hell hate hated hates sucks suck sucked sucking stupid idiots idiot incompetent incompetence
    clueless joke scam scammed scammers fraud thieves thief steal stole robbed robbery ripoff liars liar lied lies lying
    dishonest rude rudest nasty disrespectful insulting insult offensive outrageous outraged furious angry livid pissed
    fuming nightmare disaster fiasco mess shambles fail failed failing fails failure failures inexcusable
    unprofessional unbelievable ludicrous absurd insane crazy wtf ffs poor poorly dreadful horrendous horrid
    inhumane inept lousy abuse boycott deplorable criminal laughable mad bad`,
  negative: `delay delays delayed delaying cancels cancelled canceled cancelling cancellation cancellations holding
    hours waited waits stuck stranded lose losing missed miss broke break breaks damage nobody refused
    refuse refuses refusing denied deny ignored ignore ignoring unhelpful unresponsive unable rebook
    rebooked rebooking overbooked bumped grounded tarmac sitting sat nothing disappointed disappointing
    disappointment disappoint disappoints frustrated frustrating frustration annoyed annoying annoyance
    confused confusing upset unhappy trouble wrong mistake complaint complaints complain hung hang
    disconnected disconnect slow slowest slower forever endless overcharged expensive overpriced costs dirty
    filthy uncomfortable cramped crashed crash crashing glitch glitches outage unreachable impossible
    inconvenience inconvenient inconvenienced unfortunately sadly excuses blame lack lacking lacks fault fix
    apology apologize lawsuit exhausted mechanical supposedly misleading misled forced unfair awkward
    screwed screw mishandled mishap unorganized disorganized understaffed unanswered overnight worse dies
    died unplayable tacky ruined ruin ruining ruins seriously smh ugh never luck poorest cancel late hold
    waiting wait lost broken damaged refund charged down sorry excuse tired without zero won't couldn't why
    yet again another still told`,
  /** Names a problem without judging anybody. */
  matter: `hour hrs hr missing refunds problem problems issue issues error errors busy charge charging fee fees
    cold difficult compensation compensate voucher sick hungry baggage luggage bag bags weather sleep
    minutes mins dead doesn't didn't can't wouldn't isn't wasn't haven't hasn't cannot phone call calls
    called supervisor rep reps agents answer response reply explain elsewhere no`,
  positive: `good better nice kind friendly helpful helped polite pleasant courteous attentive caring patient
    professional efficient quick quickly fast prompt promptly smooth smoothly easy clean comfortable comfy reliable
    honest fair clear glad happy pleased satisfied relieved thank thanks thankyou thx ty appreciate appreciated
    appreciates appreciation grateful kudos props enjoy enjoyed enjoying fun funny cool sweet solved resolved
    fixed works worked upgrade upgraded early ontime on-time recommend recommended welcome welcoming
    cheerful warm generous tasty delicious fresh cute interesting useful improved improvement smart thoughtful hero heroes
    win winning yay yes lol haha hopefully congrats congratulations cheers loyal safe trust trusted thrilled`,
  strongPositive: `great excellent amazing awesome fantastic wonderful perfect perfectly brilliant outstanding superb
    exceptional incredible love loved loves loving lovely best beautiful fabulous phenomenal terrific delightful
    delighted impressed impressive impeccable stellar flawless spectacular gorgeous rock rocks rocked rockstar
    rockstars bravo wow fab thankful lifesaver saviour saved blessed magical magnificent favorite favourite bestie
    greatest finest happiest unforgettable applause`,
} as const;
