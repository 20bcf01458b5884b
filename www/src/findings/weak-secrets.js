/**
 * Weak secrets: those that everybody knows or that are guessed first. Pure.
 */

/**
 * Whether a secret is in this list, in any letter case, or only repeats or counts.
 *
 * @param {Uint8Array} bytes
 * @param {string} [text] as it was typed: some are known in base64
 */
export function isWeakSecret(bytes, text) {
  const readings = [new TextDecoder().decode(bytes.subarray(0, LONGEST)), base64url(bytes)];
  if (text !== undefined) readings.push(text.slice(0, LONGEST));
  return bytes.length <= LONGEST && (readings.some(isKnown) || isPattern(readings[0]));
}

function isKnown(text) {
  const plain = text.trim().toLowerCase();
  return KNOWN.has(plain) || KNOWN.has(plain.replace(/[\s_-]/g, ""));
}

/** A few characters over and over, or a row of neighbours on the keyboard or in the alphabet. */
function isPattern(text) {
  const plain = text.toLowerCase();
  if (plain.length === 0) return false;
  for (let size = 1; size <= 10 && size <= plain.length / 2; size++) {
    if (isRepeated(plain, plain.slice(0, size))) return true;
  }
  return plain.length >= 4 && ROWS.some((row) => row.includes(plain));
}

function isRepeated(text, unit) {
  for (let at = 0; at < text.length; at++) if (text[at] !== unit[at % unit.length]) return false;
  return true;
}

function base64url(bytes) {
  const binary = String.fromCharCode(...bytes.subarray(0, LONGEST));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const LONGEST = 1024;

const ROWS = ["1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop"]
  .flatMap((row) => [row, [...row].reverse().join("")])
  // They start again at their end.
  .map((row) => row.repeat(8));

// First guesses, what examples and frameworks have, and the keys of RFC 7515 A.1 and RFC 7520 §3.5.
const LISTED = `
secret secretkey secret-key secret1 secret123 secret1234 secret12345 secrets mysecret mysecretkey
my-secret-key my_super_secret_key mysupersecret mysupersecretkey supersecret supersecretkey
super-secret-key topsecret top-secret verysecret very-secret verysecretkey shared-secret sharedsecret
shhh shhhh shhhhh shhhhhared-secret shhhhhhared-secret thisissecret thisisasecret this-is-a-secret
thisisaverysecretkey thisismysecret thisismysecretkey thisisasecretkey donttellanyone itsasecret
secretpassword secret-password secret_password
your-256-bit-secret your-384-bit-secret your-512-bit-secret your-secret your-secret-key yoursecret
your_jwt_secret your-jwt-secret your_secret_here your-secret-key-here your_secret_key_here
a-string-secret-at-least-256-bits-long a-valid-string-secret-that-is-at-least-384-bits-long
a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long
jwt jwtkey jwt-key jwtsecret jwt-secret jwt_secret jwtsecretkey jwt_secret_key jwttoken myjwtsecret
jwtpassword jwt-example token tokensecret token-secret tokenkey access_token_secret accesstokensecret
refresh_token_secret refreshtokensecret access-secret refresh-secret auth authsecret auth0 apikey
api-secret app-secret appsecret appkey app_key session-secret sessionsecret signingkey signing-key
hmac hmackey hmac-secret hs256 hs256-secret hs512 rs256 symmetrickey privatekey private-key private_key
password password1 password12 password123 password1234 p@ssw0rd p@ssword passw0rd passwort passwd pass
admin admin123 administrator root toor user test test123 test1234 testing testsecret test-secret
test-key testkey default changeme change-me change_me changeit changethis change-this change-this-secret
changethissecret pleasechangeme replaceme replace-me todo fixme example example-secret examplesecret
example_key example-key demo demo-secret sample dev development devsecret dev-secret dev-key debug local
localhost production staging django django-insecure flask express node nodejs laravel spring rails
keyboardcat keyboard-cat foobar foo bar foobarbaz qwerty qwerty123 letmein welcome iloveyou
monkey dragon master abc123 hello helloworld hello-world guest temp temporary none null undefined empty
key mykey my-key my32characterultrasecureandultralongsecret ultrasecret 12345 123456 1234567 12345678
123456789 1234567890 s3cr3t s3cret sup3rs3cr3t correcthorsebatterystaple gutenberg
everybody-knows-this-very-secret
AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow
hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg
`;

const KNOWN = new Set(
  LISTED.trim()
    .toLowerCase()
    .split(/\s+/)
    .flatMap((secret) => [secret, secret.replace(/[_-]/g, "")]),
);
