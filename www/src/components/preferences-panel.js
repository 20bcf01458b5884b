/**
 * Preferences panel: the language and the colours of the page.
 */
import { LANGUAGES, fittingLanguage, language, speak } from "../language.js";
import { translatePage } from "../page-words.js";
import { keepPreferences, readPreferences } from "../preferences.js";
import { element, find } from "./element.js";

const THEMES = ["system", "light", "dark"];

/**
 * Sets both to what was chosen earlier, or to what the system says.
 *
 * @param {HTMLElement} root
 * @param {{ onLanguage: () => void }} handlers
 */
export function createPreferencesPanel(root, { onLanguage }) {
  const stored = readPreferences();
  const languages = find(root, "#language");
  const themes = find(root, "#theme");

  for (const [tag, name] of Object.entries(LANGUAGES)) {
    languages.append(element("option", { value: tag, lang: tag }, name));
  }
  const setLanguage = (tag) => {
    speak(tag);
    languages.value = tag;
    document.documentElement.lang = tag;
    // English is what the document says anyway, unless it was another before.
    if (tag !== "en" || isTranslated) translatePage(document);
    isTranslated = true;
  };
  let isTranslated = false;
  setLanguage(fittingLanguage([stored.language ?? "", ...navigator.languages]));
  languages.addEventListener("change", () => {
    setLanguage(languages.value);
    keepPreferences({ language: language() });
    onLanguage();
  });

  const setTheme = (theme) => {
    themes.value = theme;
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  setTheme(THEMES.includes(stored.theme ?? "") ? stored.theme : "system");
  themes.addEventListener("change", () => {
    setTheme(themes.value);
    keepPreferences({ theme: themes.value });
  });
}
