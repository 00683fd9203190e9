/** The emoji that apps and people use most, by Slack's names. Others are shown by name. */
const signs: ReadonlyMap<string, string> = new Map(
  `white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|question ❓|grey_question ❔|exclamation ❗|bangbang ‼️|information_source ℹ️|bulb 💡|mag 🔍|mag_right 🔎|lock 🔒|unlock 🔓|closed_lock_with_key 🔐|key 🔑|old_key 🗝️|shield 🛡️|link 🔗|memo 📝|clipboard 📋|page_facing_up 📄|scroll 📜|books 📚|book 📖|bookmark_tabs 📑|package 📦|gear ⚙️|wrench 🔧|hammer_and_wrench 🛠️|bug 🐛|fire 🔥|rocket 🚀|tada 🎉|sparkles ✨|star ⭐|zap ⚡|boom 💥|bell 🔔|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|email 📧|calendar 📅|clock1 🕐|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_forward ▶️|arrows_counterclockwise 🔄|repeat 🔁|point_right 👉|point_down 👇|point_up ☝️|point_left 👈|wave 👋|eyes 👀|pray 🙏|clap 👏|raised_hands 🙌|raised_hand ✋|ok_hand 👌|muscle 💪|handshake 🤝|+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|heart ❤️|smile 😄|slightly_smiling_face 🙂|thinking_face 🤔|robot_face 🤖|red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫|large_red_square 🟥|large_yellow_square 🟨|large_green_square 🟩|white_large_square ⬜|black_large_square ⬛|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|100 💯|label 🏷️|pushpin 📌|round_pushpin 📍|triangular_flag_on_post 🚩|globe_with_meridians 🌐|house 🏠|computer 💻|desktop_computer 🖥️|iphone 📱|electric_plug 🔌|satellite_antenna 📡|chart_with_upwards_trend 📈|bar_chart 📊|mailbox 📫|inbox_tray 📥|outbox_tray 📤|wastebasket 🗑️|see_no_evil 🙈|hear_no_evil 🙉|speak_no_evil 🙊|see 👁️|stop_sign 🛑|construction 🚧|rotating_light 🚨|sos 🆘|new 🆕|ok 🆗|up 🆙|seedling 🌱|ladder 🪜|compass 🧭|detective 🕵️|paperclip 📎`
    .split('|')
    .map((entry) => {
      const space = entry.indexOf(' ');
      return [entry.slice(0, space), entry.slice(space + 1)] as const;
    }),
);

export function emojiSign(name: string): string {
  return signs.get(name) ?? `:${name}:`;
}

/** `:name:` in text, where the name is known. */
export function withEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+-]{1,40}):/g, (whole, name: string) => signs.get(name) ?? whole);
}
