/**
 * Sign panel: editing a copy of a token and signing it anew. An act of its own: nothing here happens
 * while a token is being checked.
 */
import { words, hasWords } from "../language.js";
import { generateKey } from "../keys/examples.js";
import { keyTexts } from "../keys/key-texts.js";
import { readKey } from "../keys/read-key.js";
import { changedMembers } from "../comparing/compare.js";
import { visible } from "../reading/json-text.js";
import { draftFrom, moveDates, signDraft } from "../signing/draft.js";
import { snippets } from "../signing/snippets.js";
import { copyButtons } from "./copying.js";
import { element, find, setLines, setText } from "./element.js";

const NEW_TOKEN = { headerText: '{\n  "alg": "HS256",\n  "typ": "JWT"\n}', payloadText: "{}" };

/**
 * - `parts`: the package's `Key`, `encode` and `decode`
 *
 * @param {HTMLElement} root
 * @param {{ Key: any, encode: Function, decode: Function }} parts
 * @param {{ algorithms: readonly string[], onInspect: (token: string) => void }} handlers
 */
export function createSignPanel(root, parts, { algorithms, onInspect }) {
  const header = find(root, "#draft-header");
  const payload = find(root, "#draft-payload");
  const changes = find(root, "#draft-changes");
  const algorithm = find(root, "#signing-algorithm");
  const generate = find(root, "#generate-key");
  const key = find(root, "#signing-key");
  const keyCopies = find(root, "#signing-key-copies");
  const message = find(root, "#signing-message");
  const signed = find(root, "#signed");
  const signedToken = find(root, "#signed-token");
  const signedCopies = find(root, "#signed-copies");
  /** @type {import("../reading/read-token.js").Reading | undefined} */
  let reading;
  let original = NEW_TOKEN;

  const say = (kind, text) => setLines(message, [{ kind, text }]);
  const done = (text) => say("note", text);

  const showChanges = () => {
    signed.hidden = true;
    setText(changes, changesText(original, header.value, payload.value, reading === undefined));
  };
  const restore = () => {
    original = reading?.header ? draftFrom(reading) : NEW_TOKEN;
    header.value = original.headerText;
    payload.value = original.payloadText;
    const { alg } = Object(reading?.header);
    algorithm.value = algorithms.includes(alg) ? alg : alg === "none" ? "none" : "HS256";
    setLines(message, []);
    showAlgorithm();
    showChanges();
  };

  const readSigningKey = () => {
    if (key.value === "") return undefined;
    const read = readKey(key.value, "text");
    return read.kind === "refused" ? undefined : read.input;
  };

  const showKeyCopies = () => {
    keyCopies.replaceChildren(...copyButtons(copiesOfKey(key.value, parts.Key), done));
  };

  const sign = () => {
    signed.hidden = true;
    const name = algorithm.value;
    const signingKey = readSigningKey();
    if (name !== "none" && signingKey === undefined) return say("error", words("sign.no-key"));
    const draft = { headerText: header.value, payloadText: payload.value };
    const result = signDraft(draft, signingKey, { ...parts, algorithm: name });
    if ("refusal" in result) return say("error", refusalText(result.refusal));
    setLines(message, [
      { kind: "note", text: words("sign.done", { algorithm: name }) },
      ...result.warnings.map((code) => ({
        kind: /** @type {const} */ ("warning"),
        text: words(`signing.warning.${code}`),
      })),
    ]);
    signedToken.value = result.token;
    const copies = snippets(result.token, { alg: name }).map(({ code, text }) => ({
      what: words(`snippet.${code}`),
      text,
    }));
    const token = { what: words("copy.token"), text: result.token };
    signedCopies.replaceChildren(...copyButtons([token, ...copies], done));
    signed.hidden = false;
  };

  header.addEventListener("input", showChanges);
  payload.addEventListener("input", showChanges);
  const showAlgorithm = () => {
    signed.hidden = true;
    generate.disabled = algorithm.value === "none";
  };
  algorithm.addEventListener("change", showAlgorithm);
  key.addEventListener("input", showKeyCopies);
  find(root, "#draft-restore").addEventListener("click", restore);
  find(root, "#sign").addEventListener("click", sign);
  find(root, "#inspect-signed").addEventListener("click", () => onInspect(signedToken.value));
  generate.addEventListener("click", async () => {
    const name = algorithm.value;
    say("note", words("sign.generating"));
    const { signingKey } = await generateKey(name, parts);
    key.value = signingKey;
    showKeyCopies();
    say("note", words("sign.generated", { algorithm: name }));
  });
  for (const button of root.querySelectorAll("[data-seconds]")) {
    button.addEventListener("click", () => {
      const seconds = Number(/** @type {HTMLElement} */ (button).dataset.seconds);
      payload.value = moveDates(payload.value, seconds, Math.floor(Date.now() / 1000));
      showChanges();
    });
  }

  return {
    /** Lists the algorithms anew, in the language of the page. */
    listAlgorithms() {
      const chosen = algorithm.value || "HS256";
      const options = algorithms.map((name) => element("option", { value: name }, name));
      const none = element("option", { value: "none" }, words("sign.none"));
      algorithm.replaceChildren(...options, none);
      algorithm.value = chosen;
    },

    /**
     * Takes a copy of `shown`, unless one of it is being edited already.
     *
     * @param {typeof reading} shown
     */
    take(shown) {
      const isSame = shown?.token === reading?.token && header.value !== "";
      reading = shown;
      if (!isSame) restore();
      else showChanges();
    },

    /** @param {string} text the private key or secret that goes with an example */
    setKey(text) {
      key.value = text;
      showKeyCopies();
    },

    clear() {
      reading = undefined;
      key.value = "";
      signedToken.value = "";
      signedCopies.replaceChildren();
      showKeyCopies();
      restore();
    },
  };
}

function changesText(original, headerText, payloadText, isNew) {
  const found = [
    changedMembers(original.headerText, headerText),
    changedMembers(original.payloadText, payloadText),
  ];
  const names = found.flatMap(({ added, removed, changed }) => [
    ...changed,
    ...added.map((name) => words("sign.changes-added", { name })),
    ...removed.map((name) => words("sign.changes-removed", { name })),
  ]);
  if (names.length > 0) return words("sign.changes", { names: visible(names.join(", ")) });
  return words(isNew ? "sign.new" : "sign.unchanged");
}

function refusalText({ code, parameters }) {
  // Keys are refused for the reasons that a verdict has words for.
  for (const name of [`signing.refusal.${code}`, `cannot.${code}`]) {
    if (hasWords(name)) return words(name, parameters);
  }
  return words("cannot.unknown", { reason: code });
}

function copiesOfKey(text, Key) {
  const read = readKey(text, "text");
  if (read.kind !== "pem" && read.kind !== "jwk") return [];
  try {
    const key = read.kind === "pem" ? Key.fromPem(text) : Key.fromJwk(read.input);
    const texts = keyTexts(key);
    key.free();
    return Object.entries(texts).map(([name, copied]) => ({
      what: words(`copy.${name}`),
      text: copied,
    }));
  } catch {
    // Not a key yet: signing will say why.
    return [];
  }
}
