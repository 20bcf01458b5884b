/**
 * Language: which one the page speaks, and its words.
 */
import { STRINGS } from "./strings.js";

/** The languages that there are, each by its own name. */
export const LANGUAGES = { en: "English", de: "Deutsch" };

let current = "en";

/**
 * The first of `wanted` that there is, by its primary subtag (RFC 5646); English if there is none.
 *
 * @param {readonly string[]} wanted such as `navigator.languages`
 */
export function fittingLanguage(wanted) {
  const primary = wanted.map((tag) => tag.toLowerCase().split("-", 1)[0]);
  return primary.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? "en";
}

/** @param {string} language one of {@link LANGUAGES} */
export function speak(language) {
  current = language;
}

export function language() {
  return current;
}

/**
 * The words for `key` in the page's language, with `{name}` replaced by what `parameters` says.
 *
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} [parameters]
 */
export function words(key, parameters = {}) {
  const text = STRINGS[current][key];
  // A programmer's mistake, which the tests find: every key that is used has to exist.
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(parameters[name]));
}

/** Whether there are words for `key`. */
export function hasWords(key) {
  return Object.hasOwn(STRINGS[current], key);
}
