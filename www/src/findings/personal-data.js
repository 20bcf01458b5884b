/**
 * Findings about what does not belong into a token, because everybody who has it can read it:
 * passwords, and data about a person. Pure.
 *
 * Only names of members are told, never values.
 */
import { leavesOf, shownNames } from "./leaves.js";

/**
 * @param {import("../reading/read-token.js").Reading} reading
 * @returns {import("./header.js").Found[]}
 */
export function aboutPersonalData({ claims }) {
  if (!claims) return [];
  const passwords = new Set();
  const persons = new Set();
  let known;
  let kind;
  // A member that holds more members is known by its own name: `address` has a street.
  for (const { name, value } of [...leavesOf(claims), ...groupsOf(claims)]) {
    if (value === null || value === "" || typeof value === "boolean") continue;
    // Elements of a long array have one name.
    if (name !== known) [known, kind] = [name, kindOf(name)];
    if (kind === "password") passwords.add(name);
    else if (kind === "person" || isPersonValue(value)) persons.add(name);
  }
  /** @type {import("./header.js").Found[]} */
  const found = [];
  if (passwords.size > 0) found.push(["password-inside", { names: shownNames([...passwords]) }]);
  if (persons.size > 0) found.push(["personal-data", { names: shownNames([...persons]) }]);
  return found;
}

function groupsOf(claims) {
  return Object.entries(claims)
    .filter(([, value]) => typeof value === "object" && value !== null && !Array.isArray(value))
    .map(([name]) => ({ name, value: undefined }));
}

/** `hash_password`, `hashPassword` and `https://x.example/hash-password` are the same words. */
function wordsOf(name) {
  return name
    .slice(-LONGEST_NAME)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

function kindOf(name) {
  const words = wordsOf(name);
  if (isPasswordName(words)) return "password";
  return isPersonName(words) ? "person" : "other";
}

function isPasswordName(words) {
  if (ABOUT_PASSWORDS.has(words.at(-1) ?? "")) return false;
  const joined = words.join("");
  return words.some((word) => PASSWORDS.has(word)) || KEYS.some((key) => joined.endsWith(key));
}

function isPersonName(words) {
  if (ABOUT_PERSONS.has(words.at(-1) ?? "")) return false;
  const joined = words.join("");
  return words.some((word) => PERSONS.has(word)) || PERSON_NAMES.has(joined);
}

function isPersonValue(value) {
  const isText =
    typeof value === "string" || typeof value === "number" || typeof value === "bigint";
  const text = isText ? String(value).trim() : "";
  if (text.length < 5 || text.length > LONGEST_VALUE) return false;
  if (text.includes("@")) return EMAIL.test(text);
  // Most texts are neither, and this is asked about fastest.
  if (!NUMBER.test(text)) return false;
  if (typeof value === "string" && PHONE.test(text)) return true;
  const compact = text.replace(/[ -]/g, "");
  return isCardNumber(compact) || isIban(compact);
}

/** ISO/IEC 7812: the first digits tell the issuer, the last one checks the others. */
function isCardNumber(digits) {
  if (!CARD.test(digits)) return false;
  let sum = 0;
  [...digits].reverse().forEach((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

/** ISO 13616: letters count from 10, and the remainder by 97 is 1. */
function isIban(text) {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(text)) return false;
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

const PASSWORDS = new Set(
  "password passwort passwd passphrase kennwort pwd secret cvv cvc otp".split(" "),
);
const KEYS = ["privatekey", "apikey", "secretkey", "accesskey", "connectionstring"];

// When a password was changed, or whether there is one, is none.
const ABOUT_PASSWORDS = new Set(
  "at age changed date exp expired expires expiration expiry id length policy required reset set time updated url version".split(
    " ",
  ),
);

const PERSONS = new Set(
  "email mail phone telephone telefon msisdn address adresse street postcode birthdate birthday birth dob ssn iban passport".split(
    " ",
  ),
);
const PERSON_NAMES = new Set(
  "mobile mobilephone mobilenumber postalcode zipcode dateofbirth socialsecuritynumber creditcard cardnumber nationalid taxid".split(
    " ",
  ),
);
const ABOUT_PERSONS = new Set("verified confirmed id domain type".split(" "));

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[\p{L}]{2,24}$/u;
const NUMBER = /^(?:[+\d]|[A-Z]{2} ?-?\d)/;
const PHONE = /^(?:\+|00)[1-9][\d ()/.-]{6,20}$/;
const CARD = /^(?:4(?:\d{12}|\d{15})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|6\d{15})$/;

const LONGEST_NAME = 100;
const LONGEST_VALUE = 260;
