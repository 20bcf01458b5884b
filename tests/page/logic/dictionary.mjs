/**
 * What the dictionary says of claims and header members.
 */
import assert from "node:assert/strict";
import { claimOrigin } from "../../../www/src/dictionary/claims.js";
import { MEMBER_SOURCES, memberOrigin } from "../../../www/src/dictionary/header-members.js";
import { MAKER_CLAIMS } from "../../../www/src/dictionary/maker-claims.js";
import { REGISTERED_CLAIMS } from "../../../www/src/dictionary/registered-claims.js";
import { STRINGS } from "../../../www/src/strings.js";

/** The names that there are words for, by the words' prefix. */
function named(prefix, language) {
  const keys = Object.keys(STRINGS[language]).filter((key) => key.startsWith(prefix));
  return keys.map((key) => key.slice(prefix.length));
}

export const facts = {
  "there are at least 110 claims, and words for each in both languages"() {
    const names = named("claim.", "en");
    assert.ok(names.length >= 110, String(names.length));
    assert.deepEqual(named("claim.", "de").sort(), [...names].sort());
    for (const name of names) assert.ok(claimOrigin(name)?.reference, name);
  },
  "there are words for each header member in both languages"() {
    const names = named("member.", "en");
    assert.ok(names.length >= 30, String(names.length));
    assert.deepEqual(named("member.", "de").sort(), [...names].sort());
    for (const name of names) assert.ok(memberOrigin(name)?.reference, name);
  },
  "there are words for each name that is listed, and no name is listed twice"() {
    for (const [prefix, sources] of [
      ["claim.", [...REGISTERED_CLAIMS, ...MAKER_CLAIMS]],
      ["member.", MEMBER_SOURCES],
    ]) {
      const listed = sources.flatMap(([, names]) => names);
      assert.deepEqual([...listed].sort(), named(prefix, "en").sort());
    }
  },
  "all claims of the RFC, of OpenID Connect and of simplejwt are known"() {
    const rfc7519 = "iss sub aud exp nbf iat jti";
    const connect =
      "name given_name family_name middle_name nickname preferred_username profile picture website " +
      "email email_verified gender birthdate zoneinfo locale phone_number phone_number_verified " +
      "address updated_at azp nonce auth_time at_hash c_hash acr amr sub_jwk";
    const simplejwt = "token_type refresh_exp user_id hash_password";
    for (const name of `${rfc7519} ${connect} ${simplejwt}`.split(" ")) {
      assert.ok(claimOrigin(name), name);
    }
  },
  "all header members of RFC 7515, 7516 and 7518 are known"() {
    const names =
      "alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c";
    for (const name of names.split(" ")) assert.ok(memberOrigin(name), name);
  },
  "the nearest neighbours of a name mean nothing"() {
    for (const name of ["EXP", "exp ", " exp", "ex", "exp\u200b", "", "claim.exp"]) {
      assert.equal(claimOrigin(name), undefined, JSON.stringify(name));
    }
    for (const name of ["ALG", "alg ", "x5t#s256", "x5t#", "exp", ""]) {
      assert.equal(memberOrigin(name), undefined, JSON.stringify(name));
    }
  },
  "names of what every object has mean nothing"() {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "length"]) {
      assert.equal(claimOrigin(name), undefined, name);
      assert.equal(memberOrigin(name), undefined, name);
    }
  },
  "an RFC's address has its section, a product without a known one has none"() {
    assert.deepEqual(claimOrigin("exp"), {
      reference: "RFC 7519 §4.1.4",
      url: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
    });
    assert.equal(claimOrigin("vot")?.url, "https://www.rfc-editor.org/rfc/rfc8485");
    assert.deepEqual(claimOrigin("authorities"), { reference: "Spring Security OAuth" });
  },
  "a name in header and claims has a meaning in each"() {
    assert.equal(memberOrigin("typ")?.reference, "RFC 7515 §4.1.9");
    assert.equal(claimOrigin("typ")?.reference, "Keycloak");
    assert.notEqual(STRINGS.en["member.typ"], STRINGS.en["claim.typ"]);
  },
  "every address is one of https"() {
    for (const name of named("claim.", "en")) {
      const { url } = claimOrigin(name) ?? {};
      if (url !== undefined) assert.equal(new URL(url).protocol, "https:", name);
    }
  },
  "every meaning is one line that ends in a full stop, without parameters or line breaks"() {
    for (const language of ["en", "de"]) {
      for (const prefix of ["claim.", "member."]) {
        for (const name of named(prefix, language)) {
          const text = STRINGS[language][prefix + name];
          assert.match(text, /^[A-ZÄÖÜa-z][^{}\n]+\.$/, `${language} ${name}`);
        }
      }
    }
  },
};
