/**
 * Visible text: characters that cannot be seen, written as escapes. Pure.
 *
 * Left alone, they turn the direction of text, hide in it, or make one claim look like another. In
 * JSON the escape is the same character.
 */

/**
 * @param {string} text
 * @returns {string}
 */
export function visible(text) {
  // Most texts have nothing of the kind, and plain ASCII is asked about fastest.
  if (!/[^\n\t\x20-\x7e]/.test(text)) return text;
  return text.replace(INVISIBLE, (character, offset, whole) =>
    isAtHome(character, offset, whole) ? character : escaped(character),
  );
}

function escaped(character) {
  let text = "";
  // Beyond the first plane JSON writes two units.
  for (let at = 0; at < character.length; at++) {
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return text;
}

/** Joiners have work to do inside of emoji and in scripts whose letters join. */
function isAtHome(character, offset, text) {
  if (character !== "\u200c" && character !== "\u200d" && character !== "\ufe0f") return false;
  const before = text.slice(Math.max(0, offset - 4), offset);
  const after = text.slice(offset + 1, offset + 3);
  if (character === "\ufe0f") return EMOJI_BEFORE.test(before);
  if (JOINING_BEFORE.test(before) && JOINING_AFTER.test(after)) return true;
  return character === "\u200d" && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after);
}

// Controls, format characters, separators of lines, lone surrogates, variation selectors and what
// else has no width or looks like a space. Line breaks and tabs are the layout's.
const INVISIBLE =
  /[\p{Bidi_Control}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\u{e0000}-\u{e0fff}]/gu;

const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f0-9#*]$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;

const JOINING =
  "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}]";
const JOINING_BEFORE = new RegExp(`${JOINING}$`, "u");
const JOINING_AFTER = new RegExp(`^${JOINING}`, "u");
