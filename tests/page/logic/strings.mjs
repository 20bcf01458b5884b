/** Strings: complete in every language, and what the HTML says. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { LANGUAGES, fittingLanguage } from "../../../www/src/language.js";
import { STRINGS } from "../../../www/src/strings.js";

const www = new URL("../../../www/", import.meta.url);

export const facts = {
  "every language has the same strings, with the same parameters, none of them empty"() {
    const keys = Object.keys(STRINGS.en);
    assert.deepEqual(Object.keys(STRINGS).toSorted(), Object.keys(LANGUAGES).toSorted());
    for (const [name, strings] of Object.entries(STRINGS)) {
      assert.deepEqual(Object.keys(strings).toSorted(), keys.toSorted(), name);
      for (const key of keys) {
        assert.notEqual(strings[key].trim(), "", key);
        assert.deepEqual(parameters(strings[key]), parameters(STRINGS.en[key]), `${name}: ${key}`);
      }
    }
  },
  async "the HTML says what the English strings say"() {
    for (const file of (await readdir(www)).filter((name) => name.endsWith(".html"))) {
      const html = await readFile(new URL(file, www), "utf8");
      const found = [...html.matchAll(/<(\w+)[^>]*\sdata-words="([^"]+)"[^>]*?>([^<]*)<\/\1/g)];
      assert.equal(found.length, html.match(/\sdata-words="/g).length, file);
      for (const [, , key, text] of found) {
        const said = text.replace(/\s+/g, " ").trim().replaceAll("&amp;", "&");
        assert.equal(said, STRINGS.en[key].replace(/\{\w+\}/g, ""), `${file}: ${key}`);
      }
      for (const [tag] of html.matchAll(/<[^>]*\sdata-words-label="[^>]*>/g)) {
        const [, key] = /data-words-label="([^"]+)"/.exec(tag);
        assert.equal(/aria-label="([^"]+)"/.exec(tag)?.[1], STRINGS.en[key], `${file}: ${key}`);
      }
    }
  },
  async "every string is used, and every string that is used is there"() {
    const sources = await Promise.all((await files(www)).map((file) => readFile(file, "utf8")));
    const code = sources.join("\n");
    // Prefixes that code puts together: `finding.${code}`.
    const prefixes = [...code.matchAll(/[`"]([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map(
      ([, prefix]) => prefix,
    );
    const literal = new Set(
      [...code.matchAll(/["'`]([\w-]+(?:\.[\w-]+)+)["'`]/g)].map(([, key]) => key),
    );
    const dictionaries = ["claim.", "member."];
    for (const key of Object.keys(STRINGS.en)) {
      const isUsed =
        literal.has(key) || [...prefixes, ...dictionaries].some((prefix) => key.startsWith(prefix));
      assert.ok(isUsed, `${key} is not used`);
    }
    for (const [, key] of code.matchAll(/\bwords\(\s*"([^"]+)"/g)) {
      assert.ok(Object.hasOwn(STRINGS.en, key), `${key} is not there`);
    }
  },
  async "every reason for refusing a key has words"() {
    const errors = await readFile(new URL("../docs/errors.md", www), "utf8");
    const table = errors.split("## Reasons")[1].split("## Reasons of")[0];
    const reasons = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, reason]) => reason);
    assert.ok(reasons.length > 50);
    // What only tokens, options and the other build run into.
    const others = reasons.filter((reason) => !Object.hasOwn(STRINGS.en, `cannot.${reason}`));
    assert.deepEqual(others, NOT_OF_KEYS);
  },

  "the first language that there is wins, by its primary subtag"() {
    assert.equal(fittingLanguage(["fr", "de-AT", "en"]), "de");
    assert.equal(fittingLanguage(["EN-us"]), "en");
    assert.equal(fittingLanguage(["", "constructor", "ja"]), "en");
    assert.equal(fittingLanguage([]), "en");
  },
};

/** Of tokens, of options, and of the build without these algorithms. */
const NOT_OF_KEYS = [
  "not three segments",
  "json serialization",
  "padded base64url",
  "character outside base64url",
  "impossible base64url length",
  "spare bits set in base64url",
  "byte order mark",
  "not utf-8",
  "not json",
  "not a json object",
  "too deep",
  "alg missing",
  "alg not a string",
  "typ not a string",
  "kid not a string",
  "cty not a string",
  "crit not a list of distinct extension names in the header",
  "b64 not a boolean",
  "encrypted: decrypted by the host in this build",
  "public part not known in this build",
  "rsa primes not known in this build",
  "the host holds this key",
  "no source of randomness",
  "wrong type",
  "out of range",
  "an rsa key needs the option algorithm",
  "no algorithm of that name",
  "unknown handle",
];

function parameters(text) {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
}

async function files(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const url = new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, folder);
      if (entry.isDirectory()) return files(url);
      return /\.(js|html)$/.test(entry.name) && entry.name !== "strings.js" ? [url] : [];
    }),
  );
  return found.flat();
}
