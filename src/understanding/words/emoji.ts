/** What a picture says, in any language. */
export const emoji = {
  positive: `😀 😃 😄 😁 😆 😊 🙂 😉 😍 🥰 😘 😻 🤩 🥳 😇 🤗 👍 👏 🙌 💪 👌 ❤ 🧡 💛 💚 💙 💜 💖 💕 💗 ♥ 🎉 🎊 ⭐ 🌟 ✨ 🙏 🏆 💯 🌞 🌷 🍀
    :) :-) =) :d :-d =d ;) ;-) :p ;d <3 :)) :')`,
  negative: `😡 😠 🤬 😤 😞 😔 😟 😢 😭 😩 😫 😒 🙄 😑 👎 💔 🤮 🤢 😖 😣 😕 ☹ 🙁 💩 🤦 😾 😪 😓 :( :-( =( :'( :/ :-/ :\\ :(( ;(`,
} as const;
