/** Words that strengthen, weaken or turn round the next judgement. */
export const modifiers = {
  booster: `heel erg zeer echt enorm ontzettend super mega zo zó best ongelofelijk ongelooflijk bijzonder uiterst werkelijk
    extreem vreselijk verschrikkelijk waanzinnig totaal compleet absoluut helemaal volkomen veel meer steeds
    very really so extremely incredibly absolutely totally completely super utterly truly highly insanely beyond
    too most especially exceptionally always sehr wirklich total absolut très vraiment muy realmente tan`,
  softener: `beetje iets enigszins redelijk best vrij tamelijk soms ietwat nogal licht somewhat slightly little fairly
    rather bit kinda sort quite mostly etwas ein-bisschen un-peu poco`,
  negation: `niet geen nooit niets niks nergens niemand noch zonder nauwelijks amper nie nimmer not no never nothing nowhere
    nobody none neither nor without hardly barely don't doesn't didn't won't wouldn't can't cannot couldn't isn't aren't
    wasn't weren't haven't hasn't hadn't shouldn't ain't dont doesnt didnt wont cant isnt wasnt nicht kein keine keinen
    nie niemals ohne pas jamais rien sans aucun no nunca nada sin ningún`,
} as const;

/** What a picture says, in any language. */
export const emoji = {
  positive: `😀 😃 😄 😁 😆 😊 🙂 😉 😍 🥰 😘 😻 🤩 🥳 😇 🤗 👍 👏 🙌 💪 👌 ❤ 🧡 💛 💚 💙 💜 💖 💕 💗 ♥ 🎉 🎊 ⭐ 🌟 ✨ 🙏 🏆 💯 🌞 🌷 🍀
    :) :-) =) :d :-d =d ;) ;-) :p ;d <3 :)) :')`,
  negative: `😡 😠 🤬 😤 😞 😔 😟 😢 😭 😩 😫 😒 🙄 😑 👎 💔 🤮 🤢 😖 😣 😕 ☹ 🙁 💩 🤦 😾 😪 😓 :( :-( =( :'( :/ :-/ :\\ :(( ;(`,
} as const;
