/**
 * Seen text: text in which nothing hides. Pure.
 */

/**
 * Writes characters that are not seen, or that turn the direction of text, as escapes. For names and
 * labels; laid out JSON keeps its line breaks.
 *
 * @param {string} text
 */
export function seenText(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = /** @type {number} */ (character.codePointAt(0)).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}
