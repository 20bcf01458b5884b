/**
 * The controller: hands what is typed to the parts of the page that show something of it.
 *
 * Components know their own piece of the page and nothing of each other.
 */
import { takeAddressToken } from "./address-token.js";
import { cleanToken } from "./clean-token.js";
import { createSignaturePanel } from "./components/signature-panel.js";
import { createTimePanel } from "./components/time-panel.js";
import { createTokenInput } from "./components/token-input.js";
import { createTokenView } from "./components/token-view.js";
import { EXAMPLE_SECRET, exampleToken } from "./example.js";
import { readToken } from "./read-token.js";
import { decode, encode, verify } from "./wasm-jwt.js";

const input = createTokenInput(section("token-panel"), {
  onChange: show,
  onExample: showExample,
  onClear: clear,
});
const signature = createSignaturePanel(section("signature-panel"), { verify });
const time = createTimePanel(section("time-panel"));
const views = [
  createTokenView(section("header-panel"), "header"),
  createTokenView(section("claims-panel"), "claims"),
];

section("loading").remove();
showAddressToken();
// A link to this page that is followed on this page changes the fragment only.
addEventListener("hashchange", showAddressToken);

function show(text) {
  const { token, stripped } = cleanToken(text);
  if (token === "") return showNothing();
  const { read, refusal } = readToken(decode, token);
  input.report({ stripped, refusal });
  signature.show({ read, refusal });
  time.show(read?.claims);
  for (const view of views) view.show(read);
}

function showNothing() {
  input.report({ stripped: [] });
  signature.show({});
  time.show(undefined);
  for (const view of views) view.show(undefined);
}

function showExample() {
  signature.setSecret(EXAMPLE_SECRET);
  input.set(exampleToken(encode));
}

function showAddressToken() {
  const token = takeAddressToken();
  if (token !== undefined) input.set(token);
}

function clear() {
  signature.setSecret("");
  input.set("");
}

/** @param {string} id */
function section(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
