/**
 * Pastes: texts of 300 KB that hold a token.
 */
import { encode } from "wasm-jwt";
import { PAYLOAD_BYTES, SECRET, claimsOf } from "./tokens.mjs";

const CHARACTERS = 300_000;

/** What a reader waits for. */
export const FIRST_DECODED = "first decoded token";

/** A token as most are. */
export const SMALL = encode(claimsOf(PAYLOAD_BYTES[0]), SECRET);

/** Texts by what they are. */
export const PASTES = {
  "a token of many claims": longToken(),
  "a HAR file": har(),
  "JSON with a token in it": json(),
};

/** Groups and roles, which is what makes tokens long. */
function longToken() {
  const groups = Array.from({ length: (CHARACTERS * 3) / 4 / 46 }, (_, at) => ({
    id: 100_000 + at,
    name: `/department/group-${100_000 + at}`,
  }));
  return encode({ sub: "1", iat: 1_795_368_510, exp: 1_795_368_810, groups }, SECRET);
}

function har() {
  const request = {
    method: "GET",
    url: "https://api.example/v1/articles?page=1",
    headers: [
      { name: "accept", value: "application/json, text/plain, */*" },
      { name: "authorization", value: `Bearer ${SMALL}` },
      { name: "user-agent", value: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36" },
    ],
  };
  const content = { mimeType: "text/html", text: "<p>An article of some length.</p>".repeat(30) };
  const entry = (at) => ({
    startedDateTime: `2026-11-23T10:00:${String(at % 60).padStart(2, "0")}.000Z`,
    time: at,
    request,
    response: { status: 200, headers: [], content },
  });
  const count = Math.ceil(CHARACTERS / (JSON.stringify(entry(0), undefined, 2).length + 50));
  const entries = Array.from({ length: count }, (_, at) => entry(at));
  return JSON.stringify({ log: { version: "1.2", entries } }, undefined, 2);
}

function json() {
  const row = (id) => ({ id, name: `Article ${id}`, tags: ["news", "sports"], price: 12.5 });
  const articles = Array.from({ length: CHARACTERS / 115 }, (_, at) => row(at));
  return JSON.stringify({ articles, session: { access_token: SMALL } }, undefined, 2);
}
