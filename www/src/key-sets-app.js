/**
 * The controller of the document that fetches key sets: what is typed, who is asked, and what came of
 * it. Nothing is sent but by its two buttons.
 */
import { find } from "./components/element.js";
import { createKeySetAddress } from "./components/key-set-address.js";
import { createKeySetPanel } from "./components/key-set-panel.js";
import { createPreferencesPanel } from "./components/preferences-panel.js";
import { fetchDiscovery } from "./keys/fetch-discovery.js";
import { fetchKeySet } from "./keys/fetch-key-set.js";
import { handKeysOver } from "./keys/handed-keys.js";
import { readKeySetAddress, readNamedAddress } from "./keys/key-set-address.js";
import { describeMember } from "./keys/key-set-members.js";
import { jwkText } from "./keys/own-keys.js";
import { words } from "./language.js";
import { createRemoteKeySet } from "./package-jwks.js";
import { takeAddress } from "./reading/address-token.js";
import { Key } from "./wasm-jwt.js";

/** @type {ReturnType<typeof readKeySetAddress>} */
let address = readKeySetAddress("");
/** @type {import("./keys/key-set-address.js").KeySetAddress | undefined} */
let named;
/** What there is to say: the code of its words, and their parameters. */
/** @type {{ key: string, parameters: Record<string, string | number> } | undefined} */
let message;
/** @type {Parameters<ReturnType<typeof createKeySetPanel>["show"]>[0]} */
let keySet;
/** Ends what is being asked, once something else is wanted. */
let asking = new AbortController();

createPreferencesPanel(find(document, ".preferences"), { onLanguage: render });
const addressPanel = createKeySetAddress(find(document, "#address-panel"), {
  onType(text) {
    address = readKeySetAddress(text);
    begin();
  },
  onAsk: () => void ask(),
  onAskOther: () => void askForKeys(named, begin(named)),
});
const keySetPanel = createKeySetPanel(find(document, "#key-set-panel"), {
  onHandOver: () => handKeysOver({ jwks: keySet?.text ?? "", host: keySet?.host ?? "" }),
});

find(document, "#loading").remove();
render();
showFragment();
// A link to this document that is followed in this document changes the fragment only.
addEventListener("hashchange", showFragment);

async function ask() {
  const asked = address;
  if (asked.kind === "refused") return;
  const signal = begin();
  if (asked.kind === "key-set") return askForKeys(asked, signal);
  say("asking", { host: asked.host });
  const answer = await settled(fetchDiscovery(asked.href, { fetch: send, signal }), signal);
  if (!answer) return;
  const { host } = asked;
  if (answer.fault !== undefined) return sayFault(answer, host);
  const { jwksUri } = answer;
  named = readNamedAddress(jwksUri, asked);
  if (!named) return sayFault({ fault: "address" }, host);
  if (named.host === host) return askForKeys(named, signal);
  say("other-host-named", { host: named.host });
}

async function askForKeys(asked, signal) {
  const { href, host } = asked;
  say("asking", { host });
  const parts = { createRemoteKeySet, fetch: send, signal };
  const answer = await settled(fetchKeySet(href, parts), signal);
  if (!answer) return;
  const { members, jwks } = answer;
  if (members.length > 0) {
    const text = jwks && jwkText(jwks);
    keySet = { host, members: members.map((jwk) => describeMember(jwk, Key)), text };
  }
  if (answer.fault !== undefined) return sayFault(answer, host);
  say("fetched", { host });
}

/** Forgets what was asked before, but for the address that is asked now if an issuer named it. */
function begin(kept) {
  asking.abort();
  asking = new AbortController();
  named = kept;
  message = undefined;
  keySet = undefined;
  render();
  return asking.signal;
}

/** What `promise` gives; nothing if something else is wanted by now. */
async function settled(promise, signal) {
  try {
    const value = await promise;
    return signal.aborted ? undefined : value;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function say(key, parameters) {
  message = { key: `key-sets.${key}`, parameters };
  render();
}

function sayFault({ fault, status = 0 }, host) {
  message = { key: `key-sets.fault.${fault}`, parameters: { host, status } };
  render();
}

function render() {
  addressPanel.showAddress(address);
  const isOther = address.kind !== "refused" && named !== undefined && named.host !== address.host;
  addressPanel.showNamed(named, isOther);
  const isFault = message?.key.startsWith("key-sets.fault.") ?? false;
  addressPanel.report(message ? words(message.key, message.parameters) : "", isFault);
  keySetPanel.show(keySet);
}

function showFragment() {
  const text = takeAddress("address");
  if (text !== undefined) addressPanel.set(text);
}

/** As a function of no object: the host's own refuses to be a method of something else. */
function send(url, init) {
  return fetch(url, init);
}
