/**
 * Strings: every sentence of the page, in every language. Pure data.
 *
 * Flat keys, the same in each language; `{name}` stands for a parameter. English is also what
 * the HTML files say before any script runs; a test holds the two together.
 */

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
export const STRINGS = {
  en: {
    // The page itself
    "page.title": "JWT inspector",
    "page.promise": "Nothing you paste leaves this page or is stored by it.",
    "page.language": "Language",
    "page.caution":
      "Reading a token proves nothing: until its signature is checked, anybody may have written it.",
    "page.shortcuts": "Keyboard",
    "page.shortcut-paste": "Pasting with nothing focused puts the text into the token box.",
    "page.shortcut-modes": "Alt+1, Alt+2, Alt+3 change what to do.",
    "page.shortcut-state": "Alt+T says once more how the signature and the time stand.",
    "theme.label": "Colours",
    "theme.system": "as the system has them",
    "theme.light": "light",
    "theme.dark": "dark",
    "mode.label": "What to do",
    "mode.inspect": "Inspect",
    "mode.sign": "Edit and sign",
    "mode.watch": "Watch list",
    "mode.watched": "({count})",

    // Token and key
    "token.label": "Token",
    "token.hint":
      "Paste anything that holds one: a header, a cookie, a link, JSON, curl, a HAR file.",
    "token.clear": "Clear everything",
    "token.open-file": "Open a file",
    "token.watch": "Watch it",
    "token.watched": "This token is on the watch list.",
    "token.stripped": "Taken off before reading: {list}.",
    "token.unreadable-file": "This file holds neither text nor a key.",
    "token.refused": "Verification refuses this token. {role}: {state}.",
    "token.none": "No token was found in it.",
    "token.broken": "This page cannot read tokens here: {reason}",
    "found-list.heading": "Tokens found",
    "found-list.pair": "Two of them belong together: the refresh token renews the access token.",
    "found-list.access": "access token of the pair",
    "found-list.refresh": "refresh token of the pair",
    "found-list.one": "Token {number}: {source}",
    "segments.heading": "Parts",
    "segments.size": "{characters} characters, {bytes} bytes",
    "segments.length": "{characters} characters",
    "segments.open-nested": "Open the token inside",
    "example.label": "An example with",
    "example.load": "Load an example",
    "key.label": "Secret or public key",
    "key.hint":
      "Text, PEM, JWK, a key set, or a file dropped here. Checking never changes the token.",
    "key.encoding": "Read it as",
    "key.encoding.text": "text, PEM, JWK or key set",
    "key.encoding.base64": "base64 secret",
    "key.encoding.base64url": "base64url secret",
    "key.encoding.hex": "hexadecimal secret",
    "key.passphrase": "Passphrase of the key",
    "key.fetch-why": "This page asks no server for keys; its policy forbids that.",
    "key.fetch": "Fetch a key set in a page of its own",
    "key.handed": "A key set of {host} was handed over.",
    "key.certificate": "From a certificate that is good from {from} to {to}.",
    "key.certificate-not-now":
      "The certificate is not good today; that is no matter for the signature, and one for trusting it.",
    "key.private": "This is a private key. The public one is enough for checking.",

    // Signature
    "verdicts.label": "Verdicts",
    "signature.label": "Signature",
    "signature.status": "Signature: {words}",
    "verdict.not-checked": "not checked",
    "verdict.valid": "valid with your key",
    "verdict.embedded": "valid only with the key inside the token, which proves nothing",
    "verdict.invalid": "invalid",
    "verdict.cannot": "cannot be checked: {reason}",
    "verdict.kid": "The key with the id {kid} fits.",
    "verdict.refused-anyway": "The token is to be refused all the same: see the checks.",
    "cannot.jwe": "it is encrypted, not signed (JWE)",
    "cannot.malformed": "the form of the token is wrong, so verification refuses it",
    "cannot.crit": "its header asks for an extension that is not known here",
    "cannot.none": "alg is none, so nobody has signed this token",
    "cannot.alg": "the algorithm {alg} is not known here",
    "cannot.kid": "no key of the set has the id {kid}",
    "cannot.key-not-for-alg": "this key is not one for {alg}",
    "cannot.not base64": "the secret is not base64",
    "cannot.not base64url": "the secret is not base64url",
    "cannot.not hex": "the secret is not hexadecimal: two digits, 0–9 and a–f, for each byte",
    "cannot.too large": "the key is too large",
    "cannot.duplicate name": "the key has a member twice",
    "cannot.lone surrogate": "the key holds half a character",
    "cannot.empty secret": "the secret is empty",
    "cannot.secret shorter than the hash": "the secret is shorter than the algorithm asks for",
    "cannot.pem given as a secret: parse it first":
      "this is PEM, not a secret: read it as text, PEM, JWK or key set",
    "cannot.jwk given as a secret: parse it first": "this is a JWK, not a secret, or it is damaged",
    "cannot.der given as a secret: parse it first":
      "these are the bytes of a key or certificate, not a secret",
    "cannot.ssh key given as a secret: parse it first":
      "this is an OpenSSH key; convert it to PEM first",
    "cannot.not a jwk": "this is no complete JWK: a member is absent or of the wrong type",
    "cannot.kty not supported": "keys of this kind (kty) are not known here",
    "cannot.curve not supported": "no algorithm of tokens uses this curve",
    "cannot.rsa modulus not odd or not of 2048 to 8192 bits":
      "the RSA key is too short (below 2048 bits) or too long (above 8192)",
    "cannot.rsa exponent even, less than 3 or beyond 64 bits":
      "the RSA key's exponent is none that is in use",
    "cannot.rsa primes absent and exponent too small to recover them":
      "the private RSA key lacks its primes",
    "cannot.rsa key of more than two primes": "RSA keys of more than two primes are not read here",
    "cannot.public key of the wrong length or not on the curve":
      "the public key is not on its curve, or damaged",
    "cannot.compressed point": "the key is compressed: export it uncompressed",
    "cannot.private key of the wrong length or out of range": "the private key is damaged",
    "cannot.private and public part do not fit":
      "the private and the public part belong to different keys",
    "cannot.no private part to sign with": "this is a public key: signing needs the private one",
    "cannot.member not canonical base64url": "a member of the JWK is not clean base64url",
    "cannot.alg does not fit the key": "the JWK's alg is for another kind of key",
    "cannot.use or key_ops does not allow it":
      "the JWK says (use, key_ops) that it is for other work",
    "cannot.no pem block": "no PEM block with a key is in it",
    "cannot.pem block broken or not canonical base64": "the PEM block is damaged or incomplete",
    "cannot.pem label not supported":
      "the PEM block is no key: a certificate request, parameters or the like",
    "cannot.more than one key in the pem": "there is more than one key in it: paste one",
    "cannot.legacy pem encryption: convert to pkcs#8":
      "its encryption is an old one: convert it with “openssl pkcs8 -topk8”",
    "cannot.openssh private key: convert to pkcs#8":
      "it is an OpenSSH key: convert it with “ssh-keygen -p -m PKCS8”",
    "cannot.not der of this kind of key":
      "what is inside the PEM block is damaged or something else than it says",
    "cannot.key algorithm not supported": "keys of this kind are not used for tokens",
    "cannot.curve given by parameters, not by name":
      "the key describes its curve instead of naming it, which cannot be trusted",
    "cannot.rsa-pss parameters of no ps algorithm":
      "the key's RSA-PSS parameters are those of no algorithm of tokens",
    "cannot.ml-dsa private key without its seed": "the ML-DSA key lacks its seed",
    "cannot.encryption not supported": "the key is encrypted in a way that is not known here",
    "cannot.pbkdf2 iterations not from 1 to 2000000":
      "its encryption asks for an unreasonable amount of work",
    "cannot.encrypted: a passphrase is needed": "the key is encrypted: its passphrase is needed",
    "cannot.wrong passphrase": "the passphrase is wrong",
    "cannot.a secret has no pem or der form": "a secret has no PEM form",
    "cannot.a secret has no public part": "a secret has no public part",
    "cannot.unknown": "{reason}",
    "hint.secret-is-base64":
      "It holds if the secret is decoded from base64 first: choose “base64 secret”.",
    "hint.secret-is-hex":
      "It holds if the secret is read as hexadecimal digits: choose “hexadecimal secret”.",
    "hint.secret-is-padded": "It holds without the white space around the secret.",
    "hint.secret-is-quoted": "It holds without the quotation marks around the secret.",
    "hint.secret-lacks-newline":
      "It holds with a line break at the end of the secret, as a file may have one.",
    "hint.secret-is-encoded": "It holds if the secret is taken as its own base64 text.",
    "hint.other-algorithm": "It holds under {algorithm}, which is not what the header names.",
    "hint.signature-is-der":
      "The signature is in ASN.1 DER, as many libraries give it; tokens want r and s side by side.",
    "hint.other-kid": "No key has this id, but the signature holds under key {number} of the set.",
    "hint.public-key-as-secret":
      "The header names an HMAC, and the key is public: an attack, or the wrong key.",
    "hint.other-curve": "The key is on another curve than the algorithm wants.",
    "hint.other-kind": "The key is of another kind than the algorithm wants.",
    "hint.other-key":
      "The signature is well-formed: most likely it was made with another key, or the token was changed.",

    // Time
    "time.label": "Time",
    "time.heading": "Time",
    "time.empty": "The dates of a token, and how long it is good for.",
    "time.caption": "Dates, by the clock of this device",
    "time.claim": "Claim",
    "time.when": "When",
    "time.status": "Time: {words}",
    "time.unknown": "not known",
    "time.in-force": "in force",
    "time.expiring": "in force, about to expire",
    "time.expired": "expired",
    "time.not-yet-valid": "not valid yet",
    "time.no-expiry": "no expiry",
    "time.not-a-date": "{claim} is not a date",
    "time.detail.in-force": "Expires {relative}.",
    "time.detail.expiring": "Expires {relative}.",
    "time.detail.expired": "Expired {relative}.",
    "time.detail.not-yet-valid": "Valid {relative}.",
    "time.detail.no-expiry": "The token itself never ends.",
    "time.detail.not-a-date": "A date is a number: seconds since 1970.",
    "time.row.not-a-date": "Not a date: a date is a number of seconds since 1970.",
    "time.row.seconds": "Read as seconds, which is what verification does:",
    "time.row.milliseconds": "Read as milliseconds, which seems to be meant:",
    "time.mark.now": "now",
    "date.off-calendar": "beyond the calendar",
    "date.in": "in {duration}",
    "date.ago": "{duration} ago",
    "date.now": "just now",
    "unit.year.one": "year",
    "unit.year.other": "years",
    "unit.day.one": "day",
    "unit.day.other": "days",
    "unit.hour.one": "hour",
    "unit.hour.other": "hours",
    "unit.minute.one": "minute",
    "unit.minute.other": "minutes",
    "unit.second.one": "second",
    "unit.second.other": "seconds",

    // What the token says
    "findings.heading": "Findings",
    "findings.empty": "What is unusual or risky about a token is listed here.",
    "findings.none": "Nothing unusual was found.",
    "claims.heading": "Payload",
    "claims.caption": "What the claims mean",
    "header.heading": "Header",
    "header.caption": "What its members mean",
    "view.empty": "Shown here once a token can be read.",
    "view.name": "Name",
    "view.meaning": "Value and meaning",
    "view.more": "Show all {characters} characters",
    "view.duplicate": "This name is there more than once: verification refuses such a token.",
    "checks.heading": "Checks",
    "checks.hint": "Each rule that verification asks for, one by one.",
    "check.passed": "passed",
    "check.failed": "failed",
    "check.skipped": "not made",
    "check.form": "The form: three parts, base64url, JSON",
    "check.crit": "No extension that has to be known (crit)",
    "check.alg": "The algorithm (alg) is known",
    "check.key": "The key is one for this algorithm",
    "check.signature": "The signature fits",
    "check.nbf": "It has begun to be valid (nbf)",
    "check.exp": "It has not expired (exp)",
    "check.iat": "It says when it was made (iat)",
    "check.iss": "The issuer (iss) is the expected one",
    "check.aud": "The audience (aud) is the expected one",
    "check.sub": "The subject (sub) is the expected one",
    "check.jti": "The token id (jti) is the expected one",
    "check.typ": "The type of the token (typ) is the expected one",

    // Copying
    "copy.heading": "Copy",
    "copy.hint": "A token is a password for as long as it is good. Share none that still is.",
    "copy.copied": "Copied: {what}.",
    "copy.failed": "The browser did not allow copying.",
    "copy.token": "Token",
    "copy.payload": "Payload",
    "copy.redacted": "Token without its signature",
    "copy.link": "Link to this page with the expired token",
    "copy.jwk": "Private JWK",
    "copy.jwkPublic": "Public JWK",
    "copy.pem": "Private PEM",
    "copy.pemPublic": "Public PEM",
    "copy.thumbprint": "Thumbprint (RFC 7638)",

    // Edit and sign
    "sign.draft": "Header and payload",
    "sign.draft-hint": "A copy of the token that is being inspected. That one stays as it is.",
    "sign.header": "Header (JSON)",
    "sign.payload": "Payload (JSON)",
    "sign.expiry": "Set the expiry",
    "sign.good-for": "Good from now for",
    "sign.15-minutes": "15 minutes",
    "sign.1-hour": "1 hour",
    "sign.1-day": "1 day",
    "sign.changes": "You changed: {names}.",
    "sign.changes-added": "{name} (added)",
    "sign.changes-removed": "{name} (removed)",
    "sign.unchanged": "Nothing is changed so far.",
    "sign.new": "A new token, made from nothing.",
    "sign.restore": "Take the inspected token again",
    "sign.heading": "Sign",
    "sign.algorithm": "Algorithm",
    "sign.none": "none (unsecured)",
    "sign.generate": "Make a new key",
    "sign.generating": "Making a key …",
    "sign.generated": "A new key for {algorithm} was made.",
    "sign.key": "Secret or private key",
    "sign.sign": "Sign",
    "sign.signed": "The new token",
    "sign.done": "Signed with {algorithm}.",
    "sign.no-key": "A secret or a private key is needed to sign.",
    "sign.inspect": "Inspect the new token",

    // Watch list
    "watch.heading": "Watch list",
    "watch.hint": "Kept in the memory of this page only: closing or reloading it forgets them all.",
    "watch.remind": "Notify me before one expires",
    "watch.lead": "How long before",
    "watch.1-minute": "1 minute",
    "watch.5-minutes": "5 minutes",
    "watch.denied": "The browser does not allow notifications from this page.",
    "watch.reminding": "Notifications are on for as long as this page is open.",
    "watch.expiring": "A token is about to expire",
    "watch.expiring-body": "{label} expires {relative}.",
    "watch.expired": "A token has expired",
    "watch.expired-body": "{label} expired {relative}.",
    "watch.empty": "Nothing is watched yet. “Watch it” beside a token puts it here.",
    "watch.caption": "The first to expire comes first",
    "watch.name": "Name",
    "watch.name-of": "Name of token {number}",
    "watch.issuer": "Issuer and subject",
    "watch.state": "State",
    "watch.actions": "Actions",
    "watch.show": "Inspect {label}",
    "watch.show-short": "Inspect",
    "watch.remove": "Remove {label}",
    "watch.remove-short": "Remove",
    "compare.heading": "Compare two",
    "compare.first": "First",
    "compare.second": "Second",
    "compare.change": "Change",
    "compare.caption": "What differs: {count}",
    "compare.added": "added",
    "compare.removed": "removed",
    "compare.changed": "changed",
    "compare.same": "the same",
    "compare.later": "{duration} later",
    "compare.earlier": "{duration} earlier",

    // Reading tokens: `found.*`, `segment.*`
    "found.source.text": "Pasted text",
    "found.source.bearer": "After “Bearer”",
    "found.source.authorization": "Authorization header",
    "found.source.cookie": "Cookie",
    "found.source.query": "Address, after the question mark",
    "found.source.fragment": "Address, after the #",
    "found.source.form": "Form field",
    "found.source.json": "JSON",
    "found.source.body": "Body of the message",
    "found.source.embedded": "Inside of a text in JSON",
    "found.stripped.bom": "an invisible mark at the start (byte order mark)",
    "found.stripped.white-space": "spaces or line breaks around it",
    "found.stripped.header-name": "the word “Authorization”",
    "found.stripped.scheme": "the word before it, such as “Bearer”",
    "found.stripped.punctuation": "a comma or semicolon after it",
    "found.stripped.quotes": "quotation marks",
    "found.stripped.wrapping": "line breaks inside of it",
    "segment.role.header": "Header",
    "segment.role.payload": "Payload",
    "segment.role.signature": "Signature",
    "segment.role.encrypted-key": "Encrypted key",
    "segment.role.iv": "Initialization vector (a random start for the encryption)",
    "segment.role.ciphertext": "Ciphertext (the encrypted content)",
    "segment.role.tag": "Authentication tag (shows whether anything was changed)",
    "segment.role.extra": "Surplus segment",
    "segment.state.ok": "Readable",
    "segment.state.empty": "Empty",
    "segment.state.absent": "Missing",
    "segment.state.not-base64url": "Not base64url",
    "segment.state.not-canonical": "Readable, but written in a way that is not allowed",
    "segment.state.not-utf8": "Not UTF-8 text",
    "segment.state.not-json": "Not JSON",
    "segment.state.not-an-object": "Not a JSON object",
    "segment.state.refused": "Readable, but refused",
    "segment.reason.padded":
      "It has “=” in it. Tokens are written in base64url without this padding.",
    "segment.reason.character":
      "Character {position} of {length}, “{character}”, does not belong there. Only A–Z, a–z, 0–9, - and _ do.",
    "segment.reason.length":
      "No content has {length} characters in base64url: one is missing or one too many. Something was probably cut off.",
    "segment.reason.spare-bits":
      "Its last character is not possible there. Something was probably cut off or changed.",
    "segment.reason.byte-order-mark":
      "It starts with an invisible mark (byte order mark), which does not belong there.",
    "segment.reason.not-utf8":
      "Its bytes are no UTF-8 text. Something was probably cut off or changed, or this is no token.",
    "segment.reason.not-json": "Its text is not JSON. Something was probably cut off or changed.",
    "segment.reason.not-an-object":
      "It is JSON, but not an object: “{” and “}” are to be around it.",
    "segment.reason.duplicate-name":
      "It has a name more than once ({names}). Programs differ in which one they take; here the last is shown.",
    "segment.reason.lone-surrogate":
      "It has half a character (a lone surrogate), which is no text.",
    "segment.reason.too-deep": "It is nested more than 128 levels deep.",
    "segment.reason.too-large": "It is too large. A header of more than 16 KiB is not taken.",
    "segment.reason.alg-missing": "It does not say how the token was signed: “alg” is missing.",
    "segment.reason.alg-not-text": "“alg” is not text.",
    "segment.reason.typ-not-text": "“typ” is not text.",
    "segment.reason.kid-not-text": "“kid” is not text.",
    "segment.reason.cty-not-text": "“cty” is not text.",
    "segment.reason.b64-not-boolean": "“b64” is neither true nor false.",
    "segment.reason.crit-list":
      "“crit” is not a list of extensions that are in the header, each once.",
    "segment.reason.other": "It is not what a token has there.",

    // Findings: `finding.*`
    "finding.severity.danger": "Dangerous",
    "finding.severity.warning": "Warning",
    "finding.severity.note": "Note",
    "finding.alg-none":
      "This token is not signed (alg is none): anybody can make one like it. Never accept it as proof of anything.",
    "finding.alg-missing":
      "The header does not say how the token was signed (alg is missing). It has to be refused.",
    "finding.unknown-alg":
      "The algorithm “{alg}” is none that is registered for signatures. Check the spelling: letter case counts.",
    "finding.weak-secret":
      "The secret is in lists that everybody knows, or it follows a simple pattern. Anybody can guess it and make valid tokens: replace it with random bytes.",
    "finding.short-secret":
      "The secret has {bits} bits; {alg} asks for {needed} or more. Short secrets can be found by trying: use a longer, random one.",
    "finding.short-rsa":
      "The RSA key has {bits} bits; fewer than {needed} can be broken. Use a larger key.",
    "finding.embedded-key":
      "The token brings a key along ({names}). Whoever made the token chose that key, so it proves nothing: check with a key that you have from elsewhere.",
    "finding.key-by-address":
      "The token says from which address to fetch a key ({names}). Whoever made the token chose that address: fetch keys only from addresses that you know.",
    "finding.kid-suspicious":
      "The key id “{kid}” has the look of a file path, an address or a command. It may be an attack: never use it in a path, a query or a command unchecked.",
    "finding.crit-unknown":
      "The header asks for extensions that a reader must know ({names}). Whoever does not know them has to refuse the token.",
    "finding.unencoded-payload":
      "The payload is declared as not encoded (b64 is false). That is not allowed in JSON Web Tokens.",
    "finding.zip-in-jws":
      "The header has “zip” (compression), which means nothing in a signed token. It exists for encrypted ones only.",
    "finding.typ-missing":
      "The header does not say what kind of token this is (typ is missing). With it, tokens of one purpose cannot be taken for those of another.",
    "finding.jwe":
      "This token is encrypted (JWE). Its header can be read; its content needs the recipient's key.",
    "finding.nested": "The payload is itself a token. It has to be checked for itself.",
    "finding.duplicate-names":
      "A name is there more than once ({names}). Programs may read different values from the same token: it has to be refused.",
    "finding.not-canonical":
      "A part is not written in the one way that is allowed (base64url without padding and without surplus). Strict programs refuse it.",
    "finding.integer-beyond-2-53":
      "Numbers here are too big to be exact in JavaScript and many other languages ({names}). Write such ids as text.",
    "finding.no-exp":
      "The token does not say when it ends (exp is missing). If it is stolen, it can be used forever.",
    "finding.long-life":
      "The token is valid for {days} days. The longer, the more time has a thief: short-lived tokens that are renewed are safer.",
    "finding.exp-before-iat":
      "The token ended before it was made (exp is before iat). A clock or a calculation is wrong.",
    "finding.nbf-after-exp":
      "The token starts when it has already ended (nbf is not before exp). It can never be valid.",
    "finding.iat-in-future":
      "The token was made {seconds} seconds in the future (iat). A clock is wrong: that of its issuer or yours.",
    "finding.milliseconds":
      "{claim} seems to be in milliseconds ({written}); dates are seconds. Read as written it is thousands of years away. Probably meant: {corrected}.",
    "finding.date-not-a-number":
      "{claim} is not a date ({written}). A date is a number: seconds since 1970.",
    "finding.date-absurd":
      "{claim} is a date that makes no sense ({written}). A date is a number: seconds since 1970.",
    "finding.missing-aud":
      "The token does not say whom it is for (aud is missing). Another service may take it as well.",
    "finding.missing-iss": "The token does not say who made it (iss is missing).",
    "finding.password-inside":
      "There seems to be a password or another secret in the token ({names}). Everybody who has the token can read it: take it out, and change it if this token was in use.",
    "finding.personal-data":
      "There seems to be data about a person in the token ({names}). Everybody who has the token can read it: leave out what is not needed.",
    "finding.token-too-large-for-headers":
      "The token has about {kilobytes} KiB. Many servers take 8 KiB of headers at most and refuse what is longer.",
    "finding.token-too-large-for-cookies":
      "The token has about {kilobytes} KiB. Browsers take cookies of 4 KiB at most: it does not fit into one.",

    // Dictionary: `claim.*`, `member.*`
    "claim.iss":
      "Issuer: who made the token; a reader takes it only from issuers whose key it has.",
    "claim.sub": "Subject: whom the token is about, often a user's id; unique within the issuer.",
    "claim.aud": "Audience: whom the token is for; anybody else has to refuse it.",
    "claim.exp": "Expires: from this second on the token has to be refused.",
    "claim.nbf": "Not before: until this second the token has to be refused.",
    "claim.iat": "Issued at: when the token was made; tells its age.",
    "claim.jti": "Token id: no other token has it, so this one can be recognized or revoked.",
    "claim.name": "Full name of the person, for showing.",
    "claim.given_name": "First name or names of the person.",
    "claim.family_name": "Last name or names of the person.",
    "claim.middle_name": "Middle name or names of the person.",
    "claim.nickname": "Casual name of the person, for showing.",
    "claim.preferred_username":
      "Name that the person wants to be called by; it can change, so never identify anybody by it.",
    "claim.profile": "Address of the person's profile page.",
    "claim.picture": "Address of the person's picture.",
    "claim.website": "Address of the person's web page or blog.",
    "claim.email":
      "E-mail address of the person; it can change hands, so never identify anybody by it alone.",
    "claim.email_verified":
      "Whether the issuer has checked that the e-mail address is this person's.",
    "claim.gender": "Gender of the person, as text.",
    "claim.birthdate": "Birthday of the person, as YYYY-MM-DD; the year 0000 keeps it back.",
    "claim.zoneinfo": "Time zone of the person, such as Europe/Berlin.",
    "claim.locale": "Language and region of the person, such as de-AT.",
    "claim.phone_number": "Telephone number of the person.",
    "claim.phone_number_verified":
      "Whether the issuer has checked that the telephone number is this person's.",
    "claim.address": "Postal address of the person, as an object of several members.",
    "claim.updated_at": "When what is said about the person was last changed.",
    "claim.azp":
      "Authorized party: the client that the token was issued to; a client compares it with its own id.",
    "claim.nonce":
      "Number used once: the client compares it with the one it sent, so that an old answer is noticed; in DPoP proofs it is the server's.",
    "claim.auth_time":
      "When the person last logged in; tells whether to ask for the password again.",
    "claim.at_hash": "Half a hash of the access token that came along: binds the two together.",
    "claim.acr": "How strong the login was, as a level that issuer and reader agree on.",
    "claim.amr":
      "Ways in which the person logged in, such as pwd (password), otp or mfa (RFC 8176).",
    "claim.c_hash":
      "Half a hash of the authorization code that came along: binds the two together.",
    "claim.sub_jwk":
      "Public key of a person who made an ID token without an issuer; sub is its thumbprint.",
    "claim._claim_names":
      "Claims that are not in the token, and under which source each is to be had; Microsoft Entra sends it when a user has too many groups.",
    "claim._claim_sources":
      "Where the claims of _claim_names are to be had; an address of the token's own choice.",
    "claim.sid":
      "Session id: the login session that the token belongs to, so that logging out can end it.",
    "claim.cnf":
      "Confirmation: the key that the bearer has to prove possession of; without that proof the token is worth nothing.",
    "claim.sip_from_tag": "Tag of the From header of a telephone call's SIP message.",
    "claim.sip_date": "Date header of a telephone call's SIP message.",
    "claim.sip_callid": "Call-Id header of a telephone call's SIP message.",
    "claim.sip_cseq_num": "Number of the CSeq header of a telephone call's SIP message.",
    "claim.sip_via_branch": "Branch of the Via header of a telephone call's SIP message.",
    "claim.orig": "Who calls: number or address of the caller.",
    "claim.dest": "Who is called: numbers or addresses.",
    "claim.mky": "Fingerprints of the keys that encrypt a call's media.",
    "claim.events":
      "Security events that the token reports, by their addresses; with it the token is a message, not a pass.",
    "claim.toe": "When the event that is reported took place.",
    "claim.txn": "Transaction: ties tokens and log entries of one event together.",
    "claim.rph": "Priority that a telephone call is allowed to ask for, as emergency services do.",
    "claim.vot": "Vector of trust: how sure the issuer is of the person, in short marks.",
    "claim.vtm": "Address that explains the marks in vot.",
    "claim.attest":
      "How sure the telephone company is that the caller may use the number: A fully, B partly, C not.",
    "claim.origid": "Where in the telephone network a call came from, for tracing it.",
    "claim.act": "Actor: who acts for the subject; actors inside one another are earlier ones.",
    "claim.scope": "What the token allows, as words with spaces between them.",
    "claim.client_id": "Client that the token was issued to.",
    "claim.may_act": "Who is allowed to act for the subject.",
    "claim.jcard": "Contact details of whoever blocked a telephone call.",
    "claim.at_use_nbr": "How many requests the token may be used for.",
    "claim.div": "From which number a telephone call was diverted.",
    "claim.opt": "The original telephone token, whole, before the call was diverted.",
    "claim.vc": "Verifiable credential: what the issuer certifies about somebody.",
    "claim.vp": "Verifiable presentation: credentials that the holder shows.",
    "claim.sph": "Priority of an emergency call.",
    "claim.ace_profile": "Which security protocol a small device is to use the token with.",
    "claim.cnonce": "Number of a device without a clock, which shows it that the token is fresh.",
    "claim.exi": "Expires in: seconds from when a device without a clock first sees the token.",
    "claim.roles":
      "Roles of the user, or in Microsoft Entra also of the app; what they allow, the reader decides.",
    "claim.groups": "Groups that the user is in, by name or, in Microsoft Entra, by id.",
    "claim.entitlements": "Single rights that the user has.",
    "claim.token_introspection": "What an authorization server says about another token.",
    "claim.eat_nonce": "Number of the one who asked, which shows that a device's report is fresh.",
    "claim.ueid": "Id of the device, unique in the world.",
    "claim.sueids": "Ids of the device that change with its owner or its use.",
    "claim.oemid": "Maker of the device's hardware.",
    "claim.hwmodel": "Model of the device's hardware.",
    "claim.hwversion": "Version of the device's hardware.",
    "claim.oemboot": "Whether the device started software that its maker approved.",
    "claim.dbgstat": "Whether the device can be debugged, which would open it.",
    "claim.location": "Where the device is.",
    "claim.eat_profile": "Rules that a device's report keeps to.",
    "claim.submods": "Reports of the device's parts.",
    "claim.uptime": "Seconds since the device started.",
    "claim.bootcount": "How many times the device has started.",
    "claim.bootseed": "Number that changes with each start of the device.",
    "claim.dloas": "Certifications of the device, and where to look them up.",
    "claim.swname": "Name of the software on the device.",
    "claim.swversion": "Version of the software on the device.",
    "claim.manifests": "Descriptions of the software on the device.",
    "claim.measurements": "What was measured of the software on the device, such as hashes.",
    "claim.measres": "Whether the measured software is the expected one.",
    "claim.intuse": "What a device's report is meant for.",
    "claim.cdniv": "Version of the rules for tokens in addresses of content networks.",
    "claim.cdnicrit": "Claims that a content network has to understand, or else refuse the token.",
    "claim.cdniip": "Network address that may fetch the content.",
    "claim.cdniuc": "Addresses of content that the token is good for.",
    "claim.cdniets": "For how many seconds the next token of a content network is valid.",
    "claim.cdnistt": "How a content network hands over the next token, such as by cookie.",
    "claim.cdnistd": "How many parts of the address the next token of a content network covers.",
    "claim.sig_val_claims": "Result of checking another document's signature.",
    "claim.authorization_details": "What the token allows in detail, as a list of objects.",
    "claim.verified_claims": "What was checked about the person, and with which evidence.",
    "claim.place_of_birth": "Where the person was born.",
    "claim.nationalities": "Nationalities of the person, as country codes.",
    "claim.birth_family_name": "Last name of the person at birth.",
    "claim.birth_given_name": "First name of the person at birth.",
    "claim.birth_middle_name": "Middle name of the person at birth.",
    "claim.salutation": "How to address the person, such as Ms.",
    "claim.title": "Title of the person, such as Dr.",
    "claim.msisdn": "Mobile telephone number of the person.",
    "claim.also_known_as": "Stage name, religious name or other name of the person.",
    "claim.htm":
      "HTTP method that this proof (DPoP) was made for; the server compares it with the request's.",
    "claim.htu":
      "Address that this proof (DPoP) was made for, without query; the server compares it with the request's.",
    "claim.ath": "Hash of the access token that this proof (DPoP) goes with.",
    "claim.atc": "Permission to get a certificate, for an automatic certificate authority (ACME).",
    "claim.sub_id": "Whom the token is about, as an object that says which kind of id it is.",
    "claim.rcd": "Name, logo and such of a caller, for showing.",
    "claim.rcdi": "Hashes of what rcd points to, so that nothing else is shown.",
    "claim.crn": "Why somebody calls.",
    "claim.msgi": "Hash of a text message that the token goes with.",
    "claim.rdap_allowed_purposes": "For which purposes the bearer may look up who owns a domain.",
    "claim.rdap_dnt_allowed":
      "Whether the bearer may ask that looking up a domain is not recorded.",
    "claim.geohash": "Place on earth as a short code; the longer, the more exact.",
    "claim._sd": "Hashes of claims that the holder may disclose or keep back.",
    "claim._sd_alg": "Hash that the digests in _sd are made with.",
    "claim.sd_hash": "Hash of the token and of what is disclosed of it, in the holder's proof.",
    "claim.vct": "Type of a verifiable credential, such as an identity card.",
    "claim.status": "Where to look up whether the token was revoked.",
    "claim.jwks": "Public keys of whom the token is about; no proof for the token itself.",
    "claim.metadata": "What a member of a federation says about its services.",
    "claim.authority_hints": "Who vouches for a member of a federation.",
    "claim.trust_marks": "Seals that a member of a federation has been given.",
    "claim.s_hash":
      "Half a hash of the state that the client sent: binds the answer to its request.",
    "claim.token_type":
      "Kind of token: access (for requests), refresh (for new access tokens) or sliding (both); elsewhere often Bearer.",
    "claim.refresh_exp":
      "Until when a sliding token can be exchanged for a new one; after exp it is no longer good for requests.",
    "claim.hash_password":
      "MD5 of the stored password hash, so that a changed password ends the token; everybody who sees the token can read it.",
    "claim.user_id":
      "Id of the user: in simplejwt the primary key in the database, in Firebase the same as sub.",
    "claim.orig_iat":
      "When the first token of this login was made; limits how long it can be renewed.",
    "claim.fresh": "Whether the user has just given the password; some pages ask for that.",
    "claim.type": "Kind of token: access or refresh; other makers use it for other things.",
    "claim.csrf":
      "Value that a request has to repeat in a header, against requests from foreign pages.",
    "claim.gty": "Grant type: how the token was got, such as client-credentials or password.",
    "claim.org_id": "Id of the organization that the user logged in to.",
    "claim.org_name": "Name of the organization that the user logged in to.",
    "claim.permissions":
      "What the token allows, as a list; other makers use the name for lists of their own.",
    "claim.oid":
      "Object id: the user or app within the tenant; the id to go by, together with tid.",
    "claim.tid": "Tenant that the user is signed in to; readers take only tenants that they know.",
    "claim.upn":
      "User principal name, often like an e-mail address; it can change, so never identify anybody by it.",
    "claim.unique_name": "Name for showing the user; not unique in spite of its name.",
    "claim.appid": "App that uses the token (tokens of version 1.0; azp in 2.0).",
    "claim.appidacr":
      "How the app proved who it is: 0 not at all, 1 secret, 2 certificate (version 1.0).",
    "claim.azpacr":
      "How the app proved who it is: 0 not at all, 1 secret, 2 certificate (version 2.0).",
    "claim.app_displayname": "Name of the app that uses the token, for showing.",
    "claim.idp": "Identity provider where the user logged in, if it is not the issuer.",
    "claim.wids": "Administrator roles of the user in the whole tenant, by id.",
    "claim.idtyp": "Kind of token: app if no user is involved, or user.",
    "claim.hasgroups": "The user has groups, too many to name them here; ask Microsoft Graph.",
    "claim.uti": "Token id, for the issuer's logs, like jti.",
    "claim.rh": "For the issuer's own use; readers ignore it.",
    "claim.aio": "For the issuer's own use; readers ignore it.",
    "claim.ipaddr": "Network address from which the user logged in.",
    "claim.onprem_sid": "Id of the user in the company's own Windows directory.",
    "claim.puid": "Passport id: the user at Microsoft, whatever the tenant.",
    "claim.deviceid": "Device that the user logged in on.",
    "claim.login_hint": "Hint that names the user at the next login or logout.",
    "claim.in_corp": "The user logged in from the company's network.",
    "claim.pwd_exp": "When the password expires.",
    "claim.pwd_url": "Page for changing the password.",
    "claim.acct": "Whether the user is a member of the tenant (0) or a guest (1).",
    "claim.ctry": "Country of the user.",
    "claim.tenant_ctry": "Country of the tenant.",
    "claim.tenant_region_scope": "Region of the tenant, such as EU or NA.",
    "claim.xms_cc":
      "What the client can do, such as cp1: it understands when it is asked to log in anew.",
    "claim.xms_mirid": "Resource in Azure whose managed identity this is.",
    "claim.xms_pl": "Language that the user prefers.",
    "claim.xms_tcdt": "When the tenant was created.",
    "claim.tfp": "Policy (user flow) of Azure AD B2C that the user went through.",
    "claim.scp":
      "Scopes: what the client may do for the user; in Entra as words, in Okta as a list.",
    "claim.ver": "Version of the token's format: 1.0 or 2.0 in Entra, 1 in Okta.",
    "claim.cid": "Client that the token was issued to.",
    "claim.uid": "Id of the user; in Firebase's custom tokens the one that the own server gives.",
    "claim.realm_access": "Roles of the user in the whole realm.",
    "claim.resource_access": "Roles of the user for each client.",
    "claim.session_state": "Login session that the token belongs to; newer versions say sid.",
    "claim.allowed-origins": "Web pages that may call from a browser (CORS).",
    "claim.typ": "Kind of token as a claim: Bearer, ID, Refresh or Offline; not the header's typ.",
    "claim.cognito:username": "Name of the user in the user pool.",
    "claim.cognito:groups": "Groups of the user in the user pool.",
    "claim.cognito:roles": "AWS roles that go with the user's groups.",
    "claim.cognito:preferred_role": "AWS role that counts among those of the user's groups.",
    "claim.token_use":
      "Kind of token: access or id; a reader has to compare it with what it expects.",
    "claim.event_id": "Login that the token comes from, for logs.",
    "claim.origin_jti": "Refresh token that the token comes from; revoking that one ends this one.",
    "claim.identities": "Accounts at other providers that the user logs in with.",
    "claim.device_key": "Device that the user pool remembers.",
    "claim.username": "Name of the user; for showing, sub is the id to go by.",
    "claim.firebase": "How the user logged in, and the user's ids at other providers.",
    "claim.hd": "Hosted domain: the organization's domain; absent for private accounts.",
    "claim.is_private_email": "Whether the e-mail address is one that Apple forwards.",
    "claim.real_user_status":
      "How sure Apple is that this is a human: 0 cannot tell, 1 unknown, 2 likely.",
    "claim.nonce_supported": "Whether the login could carry a nonce.",
    "claim.role": "Role of the user; in Supabase the database role, such as authenticated.",
    "claim.aal": "How strong the login was: aal1 with one factor, aal2 with two.",
    "claim.session_id": "Login session that the token belongs to.",
    "claim.app_metadata": "What the server keeps about the user; the user cannot change it.",
    "claim.user_metadata": "What the user may change; never decide about rights by it.",
    "claim.is_anonymous": "Whether the user has no account.",
    "claim.https://hasura.io/jwt/claims": "Roles and ids that Hasura decides about access by.",
    "claim.kubernetes.io": "Namespace, pod and service account that the token belongs to.",
    "claim.user_name": "Name of the user.",
    "claim.authorities": "Rights and roles of the user, as a list.",
    "claim.ati": "In a refresh token: id of the access token that came along.",
    "claim.http://schemas.microsoft.com/ws/2008/06/identity/claims/role":
      "Role of the user, by its long name.",
    "claim.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier":
      "Id of the user, like sub, by its long name.",
    "claim.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name":
      "Name of the user, by its long name.",
    "claim.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress":
      "E-mail address of the user, by its long name.",
    "claim.repository":
      "Repository that the job runs for; readers compare it before they give access.",
    "claim.repository_owner": "Owner of the repository that the job runs for.",
    "claim.job_workflow_ref": "File and version of the workflow that the job comes from.",
    "claim.run_id": "Run that the job belongs to.",
    "claim.ref": "Branch or tag that the job runs for.",
    "claim.environment": "Environment that the job deploys to.",
    "claim.project_path": "Project that the job runs for.",
    "claim.namespace_path": "Group or user that the project belongs to.",
    "claim.pipeline_id": "Pipeline that the job belongs to.",
    "member.alg":
      "Algorithm: how the token was signed or encrypted; a reader decides beforehand which it takes.",
    "member.jku": "Address of a key set, named by the token itself: no proof of anything.",
    "member.jwk": "A key that the token itself carries: no proof of anything.",
    "member.kid": "Key id: which of the issuer's keys was used; only a hint for looking it up.",
    "member.x5u": "Address of a certificate, named by the token itself: no proof of anything.",
    "member.x5c":
      "Certificates that the token itself carries: no proof until somebody trusted vouches for them.",
    "member.x5t": "Thumbprint (SHA-1) of the certificate whose key was used, for looking it up.",
    "member.x5t#S256":
      "Thumbprint (SHA-256) of the certificate whose key was used, for looking it up.",
    "member.typ":
      "Type: what kind of token this is, such as JWT or at+jwt; readers that expect one kind compare it.",
    "member.cty": "Content type: what is inside; JWT means another token.",
    "member.crit": "Critical: extensions that a reader has to know, or else refuse the token.",
    "member.enc": "How the content is encrypted (alg says how its key is).",
    "member.zip":
      "The content was compressed before it was encrypted; DEF is the only way there is.",
    "member.epk": "Sender's public key, made for this token alone.",
    "member.apu": "Who encrypted, as part of the key agreement.",
    "member.apv": "For whom it was encrypted, as part of the key agreement.",
    "member.iv": "Starting value with which the content's key was encrypted.",
    "member.tag": "Checksum of the content's encrypted key.",
    "member.p2s": "Salt with which a password was turned into a key.",
    "member.p2c":
      "How many rounds turn a password into the key; a huge number only keeps the reader busy.",
    "member.iss": "The claim iss once more, readable where the claims are encrypted.",
    "member.sub": "The claim sub once more, readable where the claims are encrypted.",
    "member.aud": "The claim aud once more, readable where the claims are encrypted.",
    "member.b64":
      "false: the payload is signed as it is, not in base64url; no JSON Web Token may do that.",
    "member.ppt": "Which extension of telephone tokens this is, such as shaken.",
    "member.url": "Address that the request goes to; the certificate authority (ACME) compares it.",
    "member.nonce":
      "Number used once, from the certificate authority (ACME), against repeated requests; in Microsoft Entra it marks tokens for Microsoft Graph, which others cannot check.",
    "member.svt": "Tokens that say how a signature was checked earlier.",
    "member.trust_chain":
      "Statements that lead from the issuer to somebody trusted; they have to be checked one by one.",
    "member.iheSSId": "Id of a submission of medical documents.",
    "member.x5t#o":
      "Thumbprint of the certificate whose key was used, and the hash it is made with.",
    "member.sigT": "When the signer says to have signed.",
    "member.sigD": "Documents outside the token that are signed along with it.",
    "member.sigPId": "Rules (policy) by which it was signed.",
    "member.etsiU": "Additions that are not signed, such as time stamps.",

    // Keys, examples, signing, snippets: `example.*`, `signing.*`, `snippet.*`
    "snippet.authorization": "Authorization header",
    "snippet.curl": "Command line (curl)",
    "snippet.fetch": "JavaScript: send it (fetch)",
    "snippet.javascript": "JavaScript: check it (wasm-jwt)",
    "snippet.python": "Python: check it (PyJWT)",
    "signing.warning.short-secret":
      "This secret is shorter than the algorithm asks for, so it could be guessed. Fine for a test, not for anything real.",
    "signing.warning.unsecured":
      "Nobody signs this token: alg is none. Everybody can make one like it, and no server should accept it.",
    "signing.warning.typ-added": 'The header had no typ, so "typ": "JWT" was added.',
    "signing.warning.numbers-rewritten":
      "A number is written differently in the signed token, such as 1 in place of 1.0. Its value is the same, up to the precision of JavaScript.",
    "signing.refusal.header-empty":
      "Header: there is no text. An object without members is a pair of curly braces.",
    "signing.refusal.payload-empty":
      "Payload: there is no text. An object without members is a pair of curly braces.",
    "signing.refusal.header-syntax":
      "Header, line {line}, column {column}: from here on it is not JSON. Often a comma, a quotation mark or a bracket is missing or too much.",
    "signing.refusal.payload-syntax":
      "Payload, line {line}, column {column}: from here on it is not JSON. Often a comma, a quotation mark or a bracket is missing or too much.",
    "signing.refusal.header-duplicate-name":
      "Header, line {line}, column {column}: the name “{name}” is there twice. Readers would disagree which one counts.",
    "signing.refusal.payload-duplicate-name":
      "Payload, line {line}, column {column}: the name “{name}” is there twice. Readers would disagree which one counts.",
    "signing.refusal.header-lone-surrogate":
      "Header, line {line}, column {column}: this text holds half a character (a lone surrogate).",
    "signing.refusal.payload-lone-surrogate":
      "Payload, line {line}, column {column}: this text holds half a character (a lone surrogate).",
    "signing.refusal.header-too-deep":
      "Header, line {line}, column {column}: nested too deep; 128 levels are taken.",
    "signing.refusal.payload-too-deep":
      "Payload, line {line}, column {column}: nested too deep; 128 levels are taken.",
    "signing.refusal.header-number-too-large":
      "Header, line {line}, column {column}: this number is too large for most readers.",
    "signing.refusal.payload-number-too-large":
      "Payload, line {line}, column {column}: this number is too large for most readers.",
    "signing.refusal.header-not-an-object":
      "Header: this has to be a JSON object, names and values in curly braces.",
    "signing.refusal.payload-not-an-object":
      "Payload: this has to be a JSON object, names and values in curly braces.",
    "signing.refusal.header-too-large": "The header is too large; 16 KiB are taken.",
    "signing.refusal.payload-too-large": "The payload is too large; 256 KiB a token are taken.",
    "signing.refusal.not-text": "“{name}” has to be text.",
    "signing.refusal.not-a-date": "“{name}” has to be a date: a number, seconds since 1970.",
    "signing.refusal.crit-unsupported":
      "The header asks for the extension “{name}”, which this page cannot make.",
    "signing.refusal.crit-malformed":
      "“crit” has to be a list of extensions that are in the header, each once.",
    "signing.refusal.b64-malformed": "“b64” has to be true or false.",
    "signing.refusal.algorithm-needed": "Choose an algorithm, or name one in the header as “alg”.",
    "signing.refusal.unknown-algorithm":
      "No algorithm is called “{algorithm}”. Case matters: HS256, not hs256.",
    "signing.refusal.key-missing": "Signing needs a key: a secret, or a private key.",
    "signing.refusal.key-is-public":
      "This is a public key: it can only check signatures. Signing needs the private key.",
    "signing.refusal.key-does-not-fit":
      "This key is not for {algorithm}. Choose another algorithm or another key.",
    "signing.refusal.key-for-other-work":
      "This key says of itself (use, key_ops) that it is not for signing.",
    "signing.refusal.failed": "This could not be signed: {reason}.",

    // Comparing and watching: `compare.*`, `watch.*`

    // Offline and versions: `offline.*`
    "offline.version": "Version {version} · {state}",
    "offline.unsupported": "this browser does not keep the page for use offline",
    "offline.installing": "being kept for use offline",
    "offline.ready": "works offline",
    "offline.failed": "could not be kept for use offline",
    "offline.update": "A new version is ready: {version}. Loading it forgets what is typed here.",
    "offline.load": "Load the new version",

    // Key sets, the second document: `key-sets.*`
    "key-sets.title": "Fetch a key set",
    "key-sets.promise": "Nobody is asked before you press the button that names the host.",
    "key-sets.why-heading": "Paste no tokens here",
    "key-sets.why":
      "This page may ask other hosts. The inspector cannot, and so they are kept apart: tokens and secrets belong there, never here.",
    "key-sets.inspector": "Open the inspector",
    "key-sets.address-heading": "Whom to ask",
    "key-sets.address": "Address of the key set, or of the issuer",
    "key-sets.address-hint":
      "The issuer is what the claim iss says. The host that is asked sees your network address.",
    "key-sets.ask": "Ask {host}",
    "key-sets.ask-nobody": "Ask",
    "key-sets.refused.empty": "The button names the host once there is an address.",
    "key-sets.refused.token":
      "This looks like a token, or has one in it. Tokens belong into the inspector.",
    "key-sets.refused.not-an-address": "This is no address, such as https://issuer.example.",
    "key-sets.refused.not-https":
      "Keys are fetched over https only, so that nobody on the way can change them. For localhost and 127.0.0.1, http will do.",
    "key-sets.refused.credentials":
      "This address holds a user name or a password. Take them out: keys are public.",
    "key-sets.status": "What came of it",
    "key-sets.asking": "Asking {host} …",
    "key-sets.discovered": "The issuer says that its key set is here:",
    "key-sets.other-host": "That is another host. It is asked only if you say so.",
    "key-sets.other-host-named": "The issuer's keys are at another host: {host}.",
    "key-sets.fetched": "{host} answered with a key set.",
    "key-sets.fault.unreachable":
      "There is no answer of {host} that this page could read. Either the host cannot be reached, or it does not let web pages read its answers (CORS): browsers do not say which. You can open the address in a tab of its own and paste the key set into the inspector.",
    "key-sets.fault.timeout": "{host} did not answer in full within 5 seconds.",
    "key-sets.fault.redirect":
      "{host} answered with a redirect. Redirects are not followed, because they could lead to somebody else's keys.",
    "key-sets.fault.status": "{host} answered with the status {status} instead of keys.",
    "key-sets.fault.too-large":
      "The answer of {host} is too large: more than 256 KiB, or more than 100 keys. No more of it was read.",
    "key-sets.fault.not-a-key-set": "What {host} answered is no key set (JWKS).",
    "key-sets.fault.no-usable-keys":
      "The key set of {host} holds no public key that checks signatures.",
    "key-sets.fault.not-discovery":
      "What {host} answered does not describe an issuer (OpenID Connect discovery). If you know the address of its key set, ask for that.",
    "key-sets.fault.no-jwks-uri":
      "What {host} answered names no key set: there is no jwks_uri in it.",
    "key-sets.fault.address":
      "{host} names an address for its key set that is not asked: it is no https address, or has a user name, a password or a token in it.",
    "key-sets.heading": "Key set",
    "key-sets.caption": "Keys of {host}: {count}",
    "key-sets.kid": "Id (kid)",
    "key-sets.kty": "Kind (kty)",
    "key-sets.alg": "Algorithm (alg)",
    "key-sets.use": "Use",
    "key-sets.thumbprint": "Thumbprint (RFC 7638)",
    "key-sets.here": "Here",
    "key-sets.usable": "can be used",
    "key-sets.reason.private":
      "left out: this is a private key, and whoever reads it can sign. Its issuer should know that it is public",
    "key-sets.reason.secret":
      "left out: this is a secret, and whoever reads it can sign. Its issuer should know that it is public",
    "key-sets.copy": "Copy the key set",
    "key-sets.hand": "Hand to the inspector",
    "key-sets.handing-status": "Copying and handing over",
    "key-sets.taken": "Taken over by the inspector.",
    "key-sets.nobody-open": "No inspector is open in this browser.",

    // A session, the third document: `session.*`
    "session.title": "Try a session",
    "session.promise": "Nobody is asked before you press the button that names the host.",
    "session.why-heading": "What this page does",
    "session.why":
      "It signs in at a server of yours that issues JSON Web Tokens, such as Django with simplejwt, keeps the tokens renewed, and shows them and everything that happens. They are in the memory of this tab only: closing or reloading it forgets them. Better use an account made for tests.",
    "session.inspector": "Open the inspector, which asks nobody, in a tab of its own",
    "session.link-why": "This page signs in nowhere; its policy forbids that.",
    "session.link": "Try a session with a server in a page of its own",
    "session.sign-in-heading": "Sign in",
    "session.field.base": "Address of the server",
    "session.field.obtain": "Path for signing in",
    "session.field.refresh": "Path for renewing",
    "session.field.verify": "Path for checking",
    "session.field.blacklist": "Path for signing out",
    "session.field.scheme": "Word before the token (AUTH_HEADER_TYPES)",
    "session.field.call": "Protected address, of the same host",
    "session.base-hint":
      "What the paths below are relative to, such as https://api.example or http://localhost:8000.",
    "session.paths": "Paths",
    "session.paths-hint":
      "Those of simplejwt's documentation. Keep the last slash: Django answers without it by a redirect, which is not followed.",
    "session.mode": "Kind of tokens",
    "session.mode-pair": "access and refresh token",
    "session.mode-sliding": "sliding token",
    "session.username": "User name",
    "session.password": "Password",
    "session.sign-in": "Sign in at {host}",
    "session.sign-in-nowhere": "Sign in",
    "session.goes":
      "User name and password go once, to {address}. Tokens go to the same host and to nobody else.",
    "session.wrong.empty": "{field}: the button names the host once this is filled in.",
    "session.wrong.token":
      "{field}: this looks like a token, or has one in it. Tokens belong into no address.",
    "session.wrong.not-an-address":
      "{field}: this is no address, such as https://api.example or http://localhost:8000.",
    "session.wrong.not-https":
      "{field}: passwords go over https only, so that nobody on the way can read them. For localhost and 127.0.0.1, http will do.",
    "session.wrong.credentials":
      "{field}: there is a user name or a password in this address. They have fields of their own.",
    "session.wrong.other-host":
      "{field}: this leads to another host. Only the one that the button names is asked.",
    "session.wrong.not-a-scheme":
      "{field}: one word, as the server's settings have it. Small and capital letters differ.",
    "session.status": "What came of it",
    "session.signing-in": "Signing in at {host} …",
    "session.asking": "Asking {host} …",
    "session.cors": "What the server has to allow (CORS)",
    "session.cors-why":
      "A browser lets this page read answers of another host only if that host says so. With django-cors-headers, in the settings of Django, and its CorsMiddleware above CommonMiddleware:",
    "session.cors-settings": "Settings of Django",
    "session.cors-date":
      "The second line lets the page see what time it is at the server, and why a request was refused. Signing in works without it.",
    "session.fault.password": "{host} does not accept this user name with this password (401).",
    "session.fault.refused": "{host} refuses the token (401).",
    "session.fault.not-found": "{host} has nothing at this path (404). Are the paths right?",
    "session.fault.rejected":
      "{host} wants something else (status {status}). Do the paths and the kind of tokens fit the server?",
    "session.fault.unreachable":
      "There is no answer of {host} that this page could read. Either the host cannot be reached, or it does not let this page read its answers (CORS): browsers do not say which. “What the server has to allow” says what to set.",
    "session.fault.timeout": "{host} did not answer within 10 seconds.",
    "session.fault.too-many": "{host} was asked too often (429). Try again later.",
    "session.fault.unavailable": "{host} has a fault of its own (status {status}).",
    "session.fault.malformed":
      "{host} answered without a token. Do the paths and the kind of tokens fit the server?",
    "session.fault.redirect":
      "{host} answered with a redirect, which is not followed. Does the path lack its last slash?",
    "session.fault.signed-out": "The session with {host} is over.",
    "session.ended.signed-out":
      "Signed out. {host} takes the access token until it expires all the same; the refresh token is given up if the server has simplejwt's blacklist.",
    "session.ended.sliding":
      "Signed out. {host} takes the sliding token until it expires all the same: nothing gives it up.",
    "session.ended.elsewhere": "The session with {host} was ended elsewhere.",
    "session.ended.refused": "{host} has ended the session: it refuses the refresh token.",
    "session.ended.expired":
      "The session with {host} is over: the token has expired and cannot be renewed.",
    "session.heading": "Session",
    "session.signed-in-at": "Signed in at {host}.",
    "session.renews": "Tokens are renewed by themselves shortly before they expire.",
    "session.refresh": "Renew now",
    "session.verify": "Have the access token checked",
    "session.sign-out": "Sign out",
    "session.call": "GET from {host}",
    "session.called": "{host} answered with the status {status}.",
    "session.call-redirect":
      "{host} answered with a redirect, which is not followed: it could lead to another host.",
    "session.refreshed": "Renewed.",
    "session.too-soon": "Not renewed: the last time is only a few seconds ago.",
    "session.verified": "{host} takes the access token.",
    "session.not-verified": "{host} refuses the access token.",
    "session.clock": "Clock of the server",
    "session.clock.unknown":
      "Not known: the server does not let this page see the time of its answers (Date), and the token does not say when it was issued (iat).",
    "session.clock.same": "It agrees with this device's to within two seconds.",
    "session.clock.ahead":
      "It is {duration} ahead of this device's, and its time is what counts here.",
    "session.clock.behind":
      "It is {duration} behind this device's, and its time is what counts here.",
    "session.source.date": "Source: the Date of an answer, which took {milliseconds} ms.",
    "session.source.iat":
      "Source: when a token was issued (iat), in an answer that took {milliseconds} ms. The Date of answers cannot be seen here.",
    "session.source.expiry": "A guess: the server refused a token that seemed to be in force.",
    "session.token.access": "Access token",
    "session.token.refresh": "Refresh token",
    "session.token.sliding": "Sliding token",
    "session.renewable":
      "It can be renewed while it is in force, and until refresh_exp: {relative}.",
    "session.not-renewable": "It can no longer be renewed: refresh_exp was {relative}.",
    "session.no-claims": "This is no token whose claims can be read.",
    "session.meanings": "What the claims mean",
    "session.copy": "Copy the token",
    "session.hand": "Open in the inspector",
    "session.taken": "Taken over by the inspector.",
    "session.nobody-open":
      "No inspector is open in this browser. Open one in another tab, and press again.",
    "session.log-heading": "What happened",
    "session.log-empty":
      "Every request and every event of the session, without tokens and passwords.",
    "session.clear-log": "Clear this list",
    "session.log.request": "{method} {path}: status {status} after {milliseconds} ms",
    "session.log.redirect":
      "{method} {path}: a redirect, which was not followed, after {milliseconds} ms",
    "session.log.no-answer":
      "{method} {path}: no answer that this page could read, after {milliseconds} ms",
    "session.log.verified": "the server takes the access token",
    "session.log.not-verified": "the server refuses the access token",
    "session.log.signedin": "somebody signed in",
    "session.log.refreshed": "there is a new token",
    "session.log.expiring": "the token is about to expire and could not be renewed so far",
    "session.log.expired": "the token has expired",
    "session.log.refreshfailed": "a renewal failed ({code}); next attempt after {seconds} s",
    "session.log.refreshfailed-for-good":
      "a renewal failed ({code}), and is not tried again by itself",
    "session.log.signed-out": "signed out here",
    "session.log.elsewhere": "signed out elsewhere",
    "session.log.refused": "the server ended the session",
    "session.log.refused-code": "the server ended the session ({code})",
    "session.log.expired-session": "the session is over: nothing to renew the token with",
    "session.log.skew-ahead":
      "the server's clock is {seconds} s ahead of this one, by its {source}",
    "session.log.skew-behind": "the server's clock is {seconds} s behind this one, by its {source}",
    "session.log.skew-expiry":
      "the server refused a token early: its clock is taken to be {seconds} s ahead",
    "session.log.clockchange": "this device's clock was set, or the device slept",
    "session.log.clock-suspect":
      "a token looks expired the moment it comes: this device's clock is wrong",
    "session.log.reauth-needed": "the sliding token cannot be renewed again",
    "session.log.storageerror": "the storage failed",
  },
  de: {
    // The page itself
    "page.title": "JWT-Inspektor",
    "page.promise": "Nichts, was Sie einfügen, verlässt diese Seite oder wird von ihr gespeichert.",
    "page.language": "Sprache",
    "page.caution":
      "Ein Token zu lesen beweist nichts: Solange seine Signatur nicht geprüft ist, kann es jeder geschrieben haben.",
    "page.shortcuts": "Tastatur",
    "page.shortcut-paste": "Einfügen ohne ausgewähltes Feld setzt den Text in das Token-Feld.",
    "page.shortcut-modes": "Alt+1, Alt+2, Alt+3 wechseln, was zu tun ist.",
    "page.shortcut-state": "Alt+T sagt noch einmal, wie es um Signatur und Zeit steht.",
    "theme.label": "Farben",
    "theme.system": "wie im System",
    "theme.light": "hell",
    "theme.dark": "dunkel",
    "mode.label": "Was zu tun ist",
    "mode.inspect": "Ansehen",
    "mode.sign": "Ändern und signieren",
    "mode.watch": "Merkliste",
    "mode.watched": "({count})",

    // Token and key
    "token.label": "Token",
    "token.hint":
      "Fügen Sie ein, was eines enthält: eine Kopfzeile, ein Cookie, einen Link, JSON, curl, eine HAR-Datei.",
    "token.clear": "Alles leeren",
    "token.open-file": "Datei öffnen",
    "token.watch": "Merken",
    "token.watched": "Dieses Token steht auf der Merkliste.",
    "token.stripped": "Vor dem Lesen entfernt: {list}.",
    "token.unreadable-file": "Diese Datei enthält weder Text noch einen Schlüssel.",
    "token.refused": "Jede Prüfung lehnt dieses Token ab. {role}: {state}.",
    "token.none": "Darin wurde kein Token gefunden.",
    "token.broken": "Diese Seite kann hier keine Tokens lesen: {reason}",
    "found-list.heading": "Gefundene Tokens",
    "found-list.pair": "Zwei gehören zusammen: Das Refresh-Token erneuert das Access-Token.",
    "found-list.access": "Access-Token des Paares",
    "found-list.refresh": "Refresh-Token des Paares",
    "found-list.one": "Token {number}: {source}",
    "segments.heading": "Teile",
    "segments.size": "{characters} Zeichen, {bytes} Bytes",
    "segments.length": "{characters} Zeichen",
    "segments.open-nested": "Das Token darin öffnen",
    "example.label": "Ein Beispiel mit",
    "example.load": "Beispiel laden",
    "key.label": "Geheimnis oder öffentlicher Schlüssel",
    "key.hint":
      "Text, PEM, JWK, eine Schlüsselliste oder eine hierher gezogene Datei. Prüfen ändert das Token nie.",
    "key.encoding": "Lesen als",
    "key.encoding.text": "Text, PEM, JWK oder Schlüsselliste",
    "key.encoding.base64": "Geheimnis in Base64",
    "key.encoding.base64url": "Geheimnis in Base64url",
    "key.encoding.hex": "Geheimnis hexadezimal",
    "key.passphrase": "Passwort des Schlüssels",
    "key.fetch-why":
      "Diese Seite fragt keinen Server nach Schlüsseln; ihre Richtlinie verbietet es.",
    "key.fetch": "Eine Schlüsselliste auf einer eigenen Seite holen",
    "key.handed": "Eine Schlüsselliste von {host} wurde übergeben.",
    "key.certificate": "Aus einem Zertifikat, gültig von {from} bis {to}.",
    "key.certificate-not-now":
      "Das Zertifikat gilt heute nicht; für die Signatur ist das ohne Belang, für das Vertrauen nicht.",
    "key.private": "Das ist ein privater Schlüssel. Zum Prüfen genügt der öffentliche.",

    // Signature
    "verdicts.label": "Urteile",
    "signature.label": "Signatur",
    "signature.status": "Signatur: {words}",
    "verdict.not-checked": "nicht geprüft",
    "verdict.valid": "gültig mit Ihrem Schlüssel",
    "verdict.embedded": "gültig nur mit dem Schlüssel im Token selbst, was nichts beweist",
    "verdict.invalid": "ungültig",
    "verdict.cannot": "nicht prüfbar: {reason}",
    "verdict.kid": "Der Schlüssel mit der Kennung {kid} passt.",
    "verdict.refused-anyway": "Das Token ist trotzdem abzulehnen: siehe die Prüfungen.",
    "cannot.jwe": "es ist verschlüsselt, nicht signiert (JWE)",
    "cannot.malformed": "die Form des Tokens ist falsch, darum lehnt jede Prüfung es ab",
    "cannot.crit": "sein Header verlangt eine Erweiterung, die hier nicht bekannt ist",
    "cannot.none": "alg ist none, dieses Token hat also niemand signiert",
    "cannot.alg": "der Algorithmus {alg} ist hier nicht bekannt",
    "cannot.kid": "kein Schlüssel der Liste hat die Kennung {kid}",
    "cannot.key-not-for-alg": "dieser Schlüssel ist keiner für {alg}",
    "cannot.not base64": "das Geheimnis ist kein Base64",
    "cannot.not base64url": "das Geheimnis ist kein Base64url",
    "cannot.not hex": "das Geheimnis ist nicht hexadezimal: zwei Ziffern, 0–9 und a–f, je Byte",
    "cannot.too large": "der Schlüssel ist zu groß",
    "cannot.duplicate name": "der Schlüssel hat ein Feld doppelt",
    "cannot.lone surrogate": "der Schlüssel enthält ein halbes Zeichen",
    "cannot.empty secret": "das Geheimnis ist leer",
    "cannot.secret shorter than the hash": "das Geheimnis ist kürzer, als der Algorithmus verlangt",
    "cannot.pem given as a secret: parse it first":
      "das ist PEM, kein Geheimnis: lesen Sie es als Text, PEM, JWK oder Schlüsselliste",
    "cannot.jwk given as a secret: parse it first":
      "das ist ein JWK, kein Geheimnis, oder es ist beschädigt",
    "cannot.der given as a secret: parse it first":
      "das sind die Bytes eines Schlüssels oder Zertifikats, kein Geheimnis",
    "cannot.ssh key given as a secret: parse it first":
      "das ist ein OpenSSH-Schlüssel; wandeln Sie ihn zuerst in PEM um",
    "cannot.not a jwk": "das ist kein vollständiges JWK: ein Feld fehlt oder hat den falschen Typ",
    "cannot.kty not supported": "Schlüssel dieser Art (kty) sind hier nicht bekannt",
    "cannot.curve not supported": "diese Kurve verwendet kein Algorithmus von Tokens",
    "cannot.rsa modulus not odd or not of 2048 to 8192 bits":
      "der RSA-Schlüssel ist zu kurz (unter 2048 Bit) oder zu lang (über 8192)",
    "cannot.rsa exponent even, less than 3 or beyond 64 bits":
      "der Exponent des RSA-Schlüssels ist keiner, der in Gebrauch ist",
    "cannot.rsa primes absent and exponent too small to recover them":
      "dem privaten RSA-Schlüssel fehlen seine Primzahlen",
    "cannot.rsa key of more than two primes":
      "RSA-Schlüssel aus mehr als zwei Primzahlen werden hier nicht gelesen",
    "cannot.public key of the wrong length or not on the curve":
      "der öffentliche Schlüssel liegt nicht auf seiner Kurve oder ist beschädigt",
    "cannot.compressed point": "der Schlüssel ist komprimiert: exportieren Sie ihn unkomprimiert",
    "cannot.private key of the wrong length or out of range":
      "der private Schlüssel ist beschädigt",
    "cannot.private and public part do not fit":
      "privater und öffentlicher Teil gehören zu verschiedenen Schlüsseln",
    "cannot.no private part to sign with":
      "das ist ein öffentlicher Schlüssel: zum Signieren braucht es den privaten",
    "cannot.member not canonical base64url": "ein Feld des JWK ist kein sauberes Base64url",
    "cannot.alg does not fit the key": "das alg des JWK gehört zu einer anderen Art von Schlüssel",
    "cannot.use or key_ops does not allow it":
      "das JWK sagt (use, key_ops), dass es für anderes gedacht ist",
    "cannot.no pem block": "es ist kein PEM-Block mit einem Schlüssel darin",
    "cannot.pem block broken or not canonical base64":
      "der PEM-Block ist beschädigt oder unvollständig",
    "cannot.pem label not supported":
      "der PEM-Block ist kein Schlüssel: eine Zertifikatsanfrage, Parameter oder Ähnliches",
    "cannot.more than one key in the pem":
      "es ist mehr als ein Schlüssel darin: fügen Sie einen ein",
    "cannot.legacy pem encryption: convert to pkcs#8":
      "seine Verschlüsselung ist veraltet: wandeln Sie ihn mit „openssl pkcs8 -topk8“ um",
    "cannot.openssh private key: convert to pkcs#8":
      "es ist ein OpenSSH-Schlüssel: wandeln Sie ihn mit „ssh-keygen -p -m PKCS8“ um",
    "cannot.not der of this kind of key":
      "was im PEM-Block steht, ist beschädigt oder etwas anderes, als er sagt",
    "cannot.key algorithm not supported": "Schlüssel dieser Art werden nicht für Tokens verwendet",
    "cannot.curve given by parameters, not by name":
      "der Schlüssel beschreibt seine Kurve, statt sie zu nennen; dem ist nicht zu trauen",
    "cannot.rsa-pss parameters of no ps algorithm":
      "die RSA-PSS-Parameter des Schlüssels gehören zu keinem Algorithmus von Tokens",
    "cannot.ml-dsa private key without its seed":
      "dem ML-DSA-Schlüssel fehlt sein Startwert (seed)",
    "cannot.encryption not supported":
      "der Schlüssel ist auf eine Art verschlüsselt, die hier nicht bekannt ist",
    "cannot.pbkdf2 iterations not from 1 to 2000000":
      "seine Verschlüsselung verlangt unvernünftig viel Arbeit",
    "cannot.encrypted: a passphrase is needed":
      "der Schlüssel ist verschlüsselt: es braucht sein Passwort",
    "cannot.wrong passphrase": "das Passwort ist falsch",
    "cannot.a secret has no pem or der form": "ein Geheimnis hat keine PEM-Form",
    "cannot.a secret has no public part": "ein Geheimnis hat keinen öffentlichen Teil",
    "cannot.unknown": "{reason}",
    "hint.secret-is-base64":
      "Sie stimmt, wenn das Geheimnis zuerst aus Base64 gelesen wird: wählen Sie „Geheimnis in Base64“.",
    "hint.secret-is-hex":
      "Sie stimmt, wenn das Geheimnis als Hexadezimalziffern gelesen wird: wählen Sie „Geheimnis hexadezimal“.",
    "hint.secret-is-padded": "Sie stimmt ohne den Leerraum um das Geheimnis.",
    "hint.secret-is-quoted": "Sie stimmt ohne die Anführungszeichen um das Geheimnis.",
    "hint.secret-lacks-newline":
      "Sie stimmt mit einem Zeilenumbruch am Ende des Geheimnisses, wie ihn Dateien oft haben.",
    "hint.secret-is-encoded":
      "Sie stimmt, wenn das Geheimnis als sein eigener Base64-Text genommen wird.",
    "hint.other-algorithm":
      "Sie stimmt unter {algorithm}; der Header nennt einen anderen Algorithmus.",
    "hint.signature-is-der":
      "Die Signatur ist in ASN.1 DER, wie viele Bibliotheken sie liefern; Tokens verlangen r und s nebeneinander.",
    "hint.other-kid":
      "Kein Schlüssel hat diese Kennung, doch unter Schlüssel {number} der Liste stimmt die Signatur.",
    "hint.public-key-as-secret":
      "Der Header nennt ein HMAC, und der Schlüssel ist öffentlich: ein Angriff oder der falsche Schlüssel.",
    "hint.other-curve":
      "Der Schlüssel liegt auf einer anderen Kurve, als der Algorithmus verlangt.",
    "hint.other-kind": "Der Schlüssel ist von anderer Art, als der Algorithmus verlangt.",
    "hint.other-key":
      "Die Signatur ist wohlgeformt: Wahrscheinlich wurde sie mit einem anderen Schlüssel gemacht, oder das Token wurde geändert.",

    // Time
    "time.label": "Zeit",
    "time.heading": "Zeit",
    "time.empty": "Die Daten eines Tokens und wie lange es gilt.",
    "time.caption": "Daten, nach der Uhr dieses Geräts",
    "time.claim": "Claim",
    "time.when": "Wann",
    "time.status": "Zeit: {words}",
    "time.unknown": "nicht bekannt",
    "time.in-force": "in Kraft",
    "time.expiring": "in Kraft, läuft gleich ab",
    "time.expired": "abgelaufen",
    "time.not-yet-valid": "noch nicht gültig",
    "time.no-expiry": "ohne Ablauf",
    "time.not-a-date": "{claim} ist kein Datum",
    "time.detail.in-force": "Läuft {relative} ab.",
    "time.detail.expiring": "Läuft {relative} ab.",
    "time.detail.expired": "Abgelaufen {relative}.",
    "time.detail.not-yet-valid": "Gültig {relative}.",
    "time.detail.no-expiry": "Das Token selbst endet nie.",
    "time.detail.not-a-date": "Ein Datum ist eine Zahl: Sekunden seit 1970.",
    "time.row.not-a-date": "Kein Datum: Ein Datum ist eine Zahl von Sekunden seit 1970.",
    "time.row.seconds": "Als Sekunden gelesen, wie jede Prüfung es tut:",
    "time.row.milliseconds": "Als Millisekunden gelesen, was gemeint scheint:",
    "time.mark.now": "jetzt",
    "date.off-calendar": "jenseits des Kalenders",
    "date.in": "in {duration}",
    "date.ago": "vor {duration}",
    "date.now": "gerade eben",
    "unit.year.one": "Jahr",
    "unit.year.other": "Jahren",
    "unit.day.one": "Tag",
    "unit.day.other": "Tagen",
    "unit.hour.one": "Stunde",
    "unit.hour.other": "Stunden",
    "unit.minute.one": "Minute",
    "unit.minute.other": "Minuten",
    "unit.second.one": "Sekunde",
    "unit.second.other": "Sekunden",

    // What the token says
    "findings.heading": "Befunde",
    "findings.empty": "Was an einem Token ungewöhnlich oder riskant ist, steht hier.",
    "findings.none": "Nichts Ungewöhnliches gefunden.",
    "claims.heading": "Payload",
    "claims.caption": "Was die Claims bedeuten",
    "header.heading": "Header",
    "header.caption": "Was seine Felder bedeuten",
    "view.empty": "Wird hier gezeigt, sobald ein Token lesbar ist.",
    "view.name": "Name",
    "view.meaning": "Wert und Bedeutung",
    "view.more": "Alle {characters} Zeichen zeigen",
    "view.duplicate": "Dieser Name kommt mehrfach vor: Solche Tokens werden abgelehnt.",
    "checks.heading": "Prüfungen",
    "checks.hint": "Jede Regel, nach der eine Prüfung fragt, einzeln.",
    "check.passed": "bestanden",
    "check.failed": "nicht bestanden",
    "check.skipped": "nicht gemacht",
    "check.form": "Die Form: drei Teile, Base64url, JSON",
    "check.crit": "Keine Erweiterung, die bekannt sein muss (crit)",
    "check.alg": "Der Algorithmus (alg) ist bekannt",
    "check.key": "Der Schlüssel passt zum Algorithmus",
    "check.signature": "Die Signatur passt",
    "check.nbf": "Es gilt schon (nbf)",
    "check.exp": "Es ist nicht abgelaufen (exp)",
    "check.iat": "Es sagt, wann es gemacht wurde (iat)",
    "check.iss": "Der Aussteller (iss) ist der erwartete",
    "check.aud": "Der Empfängerkreis (aud) ist der erwartete",
    "check.sub": "Das Subjekt (sub) ist das erwartete",
    "check.jti": "Die Token-Kennung (jti) ist die erwartete",
    "check.typ": "Der Typ des Tokens (typ) ist der erwartete",

    // Copying
    "copy.heading": "Kopieren",
    "copy.hint": "Ein Token ist ein Passwort, solange es gilt. Geben Sie kein gültiges weiter.",
    "copy.copied": "Kopiert: {what}.",
    "copy.failed": "Der Browser hat das Kopieren nicht erlaubt.",
    "copy.token": "Token",
    "copy.payload": "Payload",
    "copy.redacted": "Token ohne Signatur",
    "copy.link": "Link auf diese Seite mit dem abgelaufenen Token",
    "copy.jwk": "Privates JWK",
    "copy.jwkPublic": "Öffentliches JWK",
    "copy.pem": "Privates PEM",
    "copy.pemPublic": "Öffentliches PEM",
    "copy.thumbprint": "Fingerabdruck (RFC 7638)",

    // Edit and sign
    "sign.draft": "Header und Payload",
    "sign.draft-hint": "Eine Kopie des angesehenen Tokens. Jenes bleibt, wie es ist.",
    "sign.header": "Header (JSON)",
    "sign.payload": "Payload (JSON)",
    "sign.expiry": "Ablauf setzen",
    "sign.good-for": "Ab jetzt gültig für",
    "sign.15-minutes": "15 Minuten",
    "sign.1-hour": "1 Stunde",
    "sign.1-day": "1 Tag",
    "sign.changes": "Sie haben geändert: {names}.",
    "sign.changes-added": "{name} (neu)",
    "sign.changes-removed": "{name} (entfernt)",
    "sign.unchanged": "Bisher ist nichts geändert.",
    "sign.new": "Ein neues Token, ohne Vorlage.",
    "sign.restore": "Das angesehene Token wieder übernehmen",
    "sign.heading": "Signieren",
    "sign.algorithm": "Algorithmus",
    "sign.none": "none (ungesichert)",
    "sign.generate": "Neuen Schlüssel machen",
    "sign.generating": "Ein Schlüssel wird gemacht …",
    "sign.generated": "Ein neuer Schlüssel für {algorithm} wurde gemacht.",
    "sign.key": "Geheimnis oder privater Schlüssel",
    "sign.sign": "Signieren",
    "sign.signed": "Das neue Token",
    "sign.done": "Mit {algorithm} signiert.",
    "sign.no-key": "Zum Signieren braucht es ein Geheimnis oder einen privaten Schlüssel.",
    "sign.inspect": "Das neue Token ansehen",

    // Watch list
    "watch.heading": "Merkliste",
    "watch.hint": "Nur im Speicher dieser Seite: Schließen oder Neuladen vergisst alle.",
    "watch.remind": "Vor dem Ablauf benachrichtigen",
    "watch.lead": "Wie lange vorher",
    "watch.1-minute": "1 Minute",
    "watch.5-minutes": "5 Minuten",
    "watch.denied": "Der Browser erlaubt dieser Seite keine Benachrichtigungen.",
    "watch.reminding": "Benachrichtigungen sind an, solange diese Seite offen ist.",
    "watch.expiring": "Ein Token läuft bald ab",
    "watch.expiring-body": "{label} läuft {relative} ab.",
    "watch.expired": "Ein Token ist abgelaufen",
    "watch.expired-body": "{label} ist {relative} abgelaufen.",
    "watch.empty": "Noch steht nichts auf der Liste. „Merken“ bei einem Token setzt es hierher.",
    "watch.caption": "Was zuerst abläuft, steht zuerst",
    "watch.name": "Name",
    "watch.name-of": "Name von Token {number}",
    "watch.issuer": "Aussteller und Subjekt",
    "watch.state": "Zustand",
    "watch.actions": "Aktionen",
    "watch.show": "{label} ansehen",
    "watch.show-short": "Ansehen",
    "watch.remove": "{label} entfernen",
    "watch.remove-short": "Entfernen",
    "compare.heading": "Zwei vergleichen",
    "compare.first": "Erstes",
    "compare.second": "Zweites",
    "compare.change": "Änderung",
    "compare.caption": "Unterschiede: {count}",
    "compare.added": "neu",
    "compare.removed": "entfernt",
    "compare.changed": "geändert",
    "compare.same": "gleich",
    "compare.later": "{duration} später",
    "compare.earlier": "{duration} früher",

    // Reading tokens: `found.*`, `segment.*`
    "found.source.text": "Eingefügter Text",
    "found.source.bearer": "Nach „Bearer“",
    "found.source.authorization": "Authorization-Header",
    "found.source.cookie": "Cookie",
    "found.source.query": "Adresse, nach dem Fragezeichen",
    "found.source.fragment": "Adresse, nach dem #",
    "found.source.form": "Formularfeld",
    "found.source.json": "JSON",
    "found.source.body": "Inhalt der Nachricht",
    "found.source.embedded": "In einem Text innerhalb von JSON",
    "found.stripped.bom": "ein unsichtbares Zeichen am Anfang (Byte Order Mark)",
    "found.stripped.white-space": "Leerzeichen oder Zeilenumbrüche darum herum",
    "found.stripped.header-name": "das Wort „Authorization“",
    "found.stripped.scheme": "das Wort davor, etwa „Bearer“",
    "found.stripped.punctuation": "ein Komma oder Semikolon dahinter",
    "found.stripped.quotes": "Anführungszeichen",
    "found.stripped.wrapping": "Zeilenumbrüche darin",
    "segment.role.header": "Header",
    "segment.role.payload": "Payload",
    "segment.role.signature": "Signatur",
    "segment.role.encrypted-key": "Verschlüsselter Schlüssel",
    "segment.role.iv": "Initialisierungsvektor (ein zufälliger Anfang der Verschlüsselung)",
    "segment.role.ciphertext": "Geheimtext (der verschlüsselte Inhalt)",
    "segment.role.tag": "Prüfwert (zeigt, ob etwas geändert wurde)",
    "segment.role.extra": "Überzähliges Segment",
    "segment.state.ok": "Lesbar",
    "segment.state.empty": "Leer",
    "segment.state.absent": "Fehlt",
    "segment.state.not-base64url": "Kein base64url",
    "segment.state.not-canonical": "Lesbar, aber unzulässig geschrieben",
    "segment.state.not-utf8": "Kein UTF-8-Text",
    "segment.state.not-json": "Kein JSON",
    "segment.state.not-an-object": "Kein JSON-Objekt",
    "segment.state.refused": "Lesbar, wird aber abgelehnt",
    "segment.reason.padded":
      "Es enthält „=“. Token werden in base64url ohne diese Auffüllung geschrieben.",
    "segment.reason.character":
      "Das Zeichen {position} von {length}, „{character}“, gehört nicht dorthin. Erlaubt sind nur A–Z, a–z, 0–9, - und _.",
    "segment.reason.length":
      "Kein Inhalt hat in base64url {length} Zeichen: Eines fehlt oder ist zu viel. Vermutlich wurde etwas abgeschnitten.",
    "segment.reason.spare-bits":
      "Das letzte Zeichen ist dort nicht möglich. Vermutlich wurde etwas abgeschnitten oder geändert.",
    "segment.reason.byte-order-mark":
      "Es beginnt mit einem unsichtbaren Zeichen (Byte Order Mark), das nicht dorthin gehört.",
    "segment.reason.not-utf8":
      "Die Bytes sind kein UTF-8-Text. Vermutlich wurde etwas abgeschnitten oder geändert, oder dies ist kein Token.",
    "segment.reason.not-json":
      "Der Text ist kein JSON. Vermutlich wurde etwas abgeschnitten oder geändert.",
    "segment.reason.not-an-object":
      "Es ist JSON, aber kein Objekt: Außen müssen „{“ und „}“ stehen.",
    "segment.reason.duplicate-name":
      "Ein Name steht mehrfach darin ({names}). Programme nehmen verschiedene Werte davon; hier ist der letzte zu sehen.",
    "segment.reason.lone-surrogate":
      "Es enthält ein halbes Zeichen (Surrogate), das kein Text ist.",
    "segment.reason.too-deep": "Es ist tiefer als 128 Ebenen verschachtelt.",
    "segment.reason.too-large":
      "Es ist zu groß. Mehr als 16 KiB werden als Header nicht angenommen.",
    "segment.reason.alg-missing":
      "Es steht nicht darin, wie das Token signiert wurde: „alg“ fehlt.",
    "segment.reason.alg-not-text": "„alg“ ist kein Text.",
    "segment.reason.typ-not-text": "„typ“ ist kein Text.",
    "segment.reason.kid-not-text": "„kid“ ist kein Text.",
    "segment.reason.cty-not-text": "„cty“ ist kein Text.",
    "segment.reason.b64-not-boolean": "„b64“ ist weder true noch false.",
    "segment.reason.crit-list":
      "„crit“ ist keine Liste von Erweiterungen, die im Header stehen, jede einmal.",
    "segment.reason.other": "Es ist nicht das, was ein Token dort hat.",

    // Findings: `finding.*`
    "finding.severity.danger": "Gefährlich",
    "finding.severity.warning": "Warnung",
    "finding.severity.note": "Hinweis",
    "finding.alg-none":
      "Dieses Token ist nicht signiert (alg ist none): Jeder kann ein solches herstellen. Nehmen Sie es nie als Beweis an.",
    "finding.alg-missing":
      "Der Header sagt nicht, wie das Token signiert wurde (alg fehlt). Es muss abgelehnt werden.",
    "finding.unknown-alg":
      "Der Algorithmus „{alg}“ ist für Signaturen nicht registriert. Prüfen Sie die Schreibweise: Groß- und Kleinschreibung zählt.",
    "finding.weak-secret":
      "Das Geheimnis steht in allgemein bekannten Listen oder folgt einem einfachen Muster. Jeder kann es erraten und gültige Token herstellen: Ersetzen Sie es durch zufällige Bytes.",
    "finding.short-secret":
      "Das Geheimnis hat {bits} Bit; {alg} verlangt mindestens {needed}. Kurze Geheimnisse lassen sich durch Probieren finden: Nehmen Sie ein längeres, zufälliges.",
    "finding.short-rsa":
      "Der RSA-Schlüssel hat {bits} Bit; mit weniger als {needed} ist er zu brechen. Nehmen Sie einen größeren.",
    "finding.embedded-key":
      "Das Token bringt einen Schlüssel mit ({names}). Wer das Token hergestellt hat, hat auch ihn gewählt, er beweist also nichts: Prüfen Sie mit einem Schlüssel, den Sie von anderswo haben.",
    "finding.key-by-address":
      "Das Token nennt eine Adresse, von der ein Schlüssel zu holen sei ({names}). Wer das Token hergestellt hat, hat auch sie gewählt: Holen Sie Schlüssel nur von Adressen, die Sie kennen.",
    "finding.kid-suspicious":
      "Die Schlüsselkennung „{kid}“ sieht nach Dateipfad, Adresse oder Befehl aus. Das kann ein Angriff sein: Verwenden Sie sie nie ungeprüft in Pfaden, Abfragen oder Befehlen.",
    "finding.crit-unknown":
      "Der Header verlangt Erweiterungen, die man kennen muss ({names}). Wer sie nicht kennt, muss das Token ablehnen.",
    "finding.unencoded-payload":
      "Der Payload ist als nicht codiert bezeichnet (b64 ist false). Das ist in JSON Web Tokens nicht erlaubt.",
    "finding.zip-in-jws":
      "Der Header enthält „zip“ (Komprimierung), das in einem signierten Token nichts bedeutet. Es gilt nur für verschlüsselte.",
    "finding.typ-missing":
      "Der Header sagt nicht, welche Art Token dies ist (typ fehlt). Damit lassen sich Token verschiedener Zwecke nicht verwechseln.",
    "finding.jwe":
      "Dieses Token ist verschlüsselt (JWE). Der Header ist lesbar; für den Inhalt braucht man den Schlüssel des Empfängers.",
    "finding.nested": "Der Payload ist selbst ein Token. Es muss für sich geprüft werden.",
    "finding.duplicate-names":
      "Ein Name steht mehrfach darin ({names}). Programme können aus demselben Token Verschiedenes lesen: Es muss abgelehnt werden.",
    "finding.not-canonical":
      "Ein Teil ist nicht so geschrieben, wie es allein erlaubt ist (base64url ohne Auffüllung und ohne Überschuss). Strenge Programme lehnen ihn ab.",
    "finding.integer-beyond-2-53":
      "Zahlen darin sind zu groß, um in JavaScript und vielen anderen Sprachen genau zu sein ({names}). Schreiben Sie solche Kennungen als Text.",
    "finding.no-exp":
      "Das Token sagt nicht, wann es endet (exp fehlt). Wird es gestohlen, ist es für immer benutzbar.",
    "finding.long-life":
      "Das Token gilt {days} Tage. Je länger, desto mehr Zeit hat ein Dieb: Kurzlebige Token, die erneuert werden, sind sicherer.",
    "finding.exp-before-iat":
      "Das Token endete, bevor es hergestellt wurde (exp liegt vor iat). Eine Uhr oder eine Berechnung ist falsch.",
    "finding.nbf-after-exp":
      "Das Token beginnt erst, wenn es schon geendet hat (nbf liegt nicht vor exp). Es kann nie gültig sein.",
    "finding.iat-in-future":
      "Das Token wurde {seconds} Sekunden in der Zukunft hergestellt (iat). Eine Uhr geht falsch: die des Ausstellers oder Ihre.",
    "finding.milliseconds":
      "{claim} scheint in Millisekunden angegeben zu sein ({written}); Zeitangaben sind Sekunden. So geschrieben liegt sie Jahrtausende entfernt. Vermutlich gemeint: {corrected}.",
    "finding.date-not-a-number":
      "{claim} ist keine Zeitangabe ({written}). Eine Zeitangabe ist eine Zahl: Sekunden seit 1970.",
    "finding.date-absurd":
      "{claim} ist eine Zeitangabe ohne Sinn ({written}). Eine Zeitangabe ist eine Zahl: Sekunden seit 1970.",
    "finding.missing-aud":
      "Das Token sagt nicht, für wen es ist (aud fehlt). Auch ein anderer Dienst könnte es annehmen.",
    "finding.missing-iss": "Das Token sagt nicht, wer es hergestellt hat (iss fehlt).",
    "finding.password-inside":
      "Im Token scheint ein Passwort oder ein anderes Geheimnis zu stehen ({names}). Jeder, der das Token hat, kann es lesen: Entfernen Sie es, und ändern Sie es, falls dieses Token benutzt wurde.",
    "finding.personal-data":
      "Im Token scheinen Daten über eine Person zu stehen ({names}). Jeder, der das Token hat, kann sie lesen: Lassen Sie weg, was nicht nötig ist.",
    "finding.token-too-large-for-headers":
      "Das Token hat etwa {kilobytes} KiB. Viele Server nehmen höchstens 8 KiB an Headern an und lehnen mehr ab.",
    "finding.token-too-large-for-cookies":
      "Das Token hat etwa {kilobytes} KiB. Browser nehmen Cookies bis 4 KiB an: In eines passt es nicht.",

    // Dictionary: `claim.*`, `member.*`
    "claim.iss":
      "Aussteller: wer das Token gemacht hat; angenommen wird es nur von Ausstellern, deren Schlüssel man hat.",
    "claim.sub":
      "Subjekt: um wen es geht, oft die Kennung eines Benutzers; eindeutig beim selben Aussteller.",
    "claim.aud": "Empfänger: für wen das Token bestimmt ist; alle anderen müssen es ablehnen.",
    "claim.exp": "Ablauf: ab dieser Sekunde muss das Token abgelehnt werden.",
    "claim.nbf": "Nicht vorher: bis zu dieser Sekunde muss das Token abgelehnt werden.",
    "claim.iat": "Ausgestellt: wann das Token gemacht wurde; daraus ergibt sich sein Alter.",
    "claim.jti":
      "Kennung des Tokens: kein anderes hat sie; so lässt es sich wiedererkennen oder widerrufen.",
    "claim.name": "Voller Name der Person, zum Anzeigen.",
    "claim.given_name": "Vorname oder Vornamen der Person.",
    "claim.family_name": "Nachname oder Nachnamen der Person.",
    "claim.middle_name": "Weitere Vornamen (zweiter Vorname) der Person.",
    "claim.nickname": "Rufname oder Spitzname der Person, zum Anzeigen.",
    "claim.preferred_username":
      "Name, unter dem die Person auftreten will; er kann sich ändern, taugt also nicht als Kennung.",
    "claim.profile": "Adresse der Profilseite der Person.",
    "claim.picture": "Adresse des Bildes der Person.",
    "claim.website": "Adresse der Website oder des Blogs der Person.",
    "claim.email":
      "E-Mail-Adresse der Person; sie kann den Besitzer wechseln, taugt also allein nicht als Kennung.",
    "claim.email_verified":
      "Ob der Aussteller geprüft hat, dass die E-Mail-Adresse dieser Person gehört.",
    "claim.gender": "Geschlecht der Person, als Text.",
    "claim.birthdate":
      "Geburtstag der Person, als JJJJ-MM-TT; beim Jahr 0000 ist es nicht angegeben.",
    "claim.zoneinfo": "Zeitzone der Person, etwa Europe/Berlin.",
    "claim.locale": "Sprache und Region der Person, etwa de-AT.",
    "claim.phone_number": "Telefonnummer der Person.",
    "claim.phone_number_verified":
      "Ob der Aussteller geprüft hat, dass die Telefonnummer dieser Person gehört.",
    "claim.address": "Postanschrift der Person, als Objekt mit mehreren Angaben.",
    "claim.updated_at": "Wann die Angaben zur Person zuletzt geändert wurden.",
    "claim.azp":
      "Berechtigter Client: für ihn wurde das Token ausgestellt; der Client vergleicht mit der eigenen Kennung.",
    "claim.nonce":
      "Einmalwert: der Client vergleicht ihn mit dem gesendeten, damit eine alte Antwort auffällt; in DPoP-Nachweisen stammt er vom Server.",
    "claim.auth_time":
      "Wann sich die Person zuletzt angemeldet hat; daran zeigt sich, ob erneut nach dem Passwort zu fragen ist.",
    "claim.at_hash": "Halber Hash des mitgelieferten Access-Tokens: bindet beide aneinander.",
    "claim.acr": "Wie stark die Anmeldung war, als Stufe, die Aussteller und Leser vereinbaren.",
    "claim.amr":
      "Wie sich die Person angemeldet hat, etwa pwd (Passwort), otp oder mfa (RFC 8176).",
    "claim.c_hash": "Halber Hash des mitgelieferten Autorisierungscodes: bindet beide aneinander.",
    "claim.sub_jwk":
      "Öffentlicher Schlüssel einer Person, die ihr ID-Token ohne Aussteller gemacht hat; sub ist dessen Fingerabdruck.",
    "claim._claim_names":
      "Claims, die nicht im Token stehen, und unter welcher Quelle sie zu haben sind; Microsoft Entra sendet dies bei zu vielen Gruppen.",
    "claim._claim_sources":
      "Wo die Claims aus _claim_names zu haben sind; die Adresse gibt das Token selbst vor.",
    "claim.sid":
      "Sitzung: zu welcher Anmeldung das Token gehört, damit das Abmelden sie beenden kann.",
    "claim.cnf":
      "Bestätigung: der Schlüssel, dessen Besitz nachzuweisen ist; ohne den Nachweis ist das Token nichts wert.",
    "claim.sip_from_tag": "Tag des From-Headers der SIP-Nachricht eines Anrufs.",
    "claim.sip_date": "Date-Header der SIP-Nachricht eines Anrufs.",
    "claim.sip_callid": "Call-Id-Header der SIP-Nachricht eines Anrufs.",
    "claim.sip_cseq_num": "Nummer des CSeq-Headers der SIP-Nachricht eines Anrufs.",
    "claim.sip_via_branch": "Branch des Via-Headers der SIP-Nachricht eines Anrufs.",
    "claim.orig": "Wer anruft: Nummer oder Adresse des Anrufers.",
    "claim.dest": "Wer angerufen wird: Nummern oder Adressen.",
    "claim.mky": "Fingerabdrücke der Schlüssel, die die Mediendaten eines Anrufs verschlüsseln.",
    "claim.events":
      "Sicherheitsereignisse, die das Token meldet; damit ist es eine Nachricht, kein Ausweis.",
    "claim.toe": "Wann das gemeldete Ereignis stattfand.",
    "claim.txn": "Vorgang: verbindet Tokens und Protokolleinträge desselben Ereignisses.",
    "claim.rph": "Vorrang, den ein Anruf verlangen darf, etwa bei Notdiensten.",
    "claim.vot": "Vertrauensvektor: wie sicher sich der Aussteller der Person ist, in Kurzzeichen.",
    "claim.vtm": "Adresse, die die Kurzzeichen in vot erklärt.",
    "claim.attest":
      "Wie sicher die Telefongesellschaft ist, dass der Anrufer die Nummer nutzen darf: A ganz, B teilweise, C gar nicht.",
    "claim.origid": "Woher im Telefonnetz ein Anruf kam, zur Rückverfolgung.",
    "claim.act": "Handelnder: wer für das Subjekt handelt; weiter innen stehen frühere.",
    "claim.scope": "Was das Token erlaubt, als Wörter mit Leerzeichen dazwischen.",
    "claim.client_id": "Client, für den das Token ausgestellt wurde.",
    "claim.may_act": "Wer für das Subjekt handeln darf.",
    "claim.jcard": "Kontaktdaten dessen, der einen Anruf gesperrt hat.",
    "claim.at_use_nbr": "Für wie viele Anfragen das Token benutzt werden darf.",
    "claim.div": "Von welcher Nummer ein Anruf umgeleitet wurde.",
    "claim.opt": "Das vollständige ursprüngliche Anruf-Token vor der Umleitung.",
    "claim.vc": "Prüfbarer Nachweis: was der Aussteller über jemanden bescheinigt.",
    "claim.vp": "Vorgelegte Nachweise: was der Inhaber zeigt.",
    "claim.sph": "Vorrang eines Notrufs.",
    "claim.ace_profile":
      "Mit welchem Sicherheitsprotokoll ein Kleingerät das Token verwenden soll.",
    "claim.cnonce": "Einmalwert eines Geräts ohne Uhr, an dem es sieht, dass das Token frisch ist.",
    "claim.exi":
      "Gilt noch: Sekunden ab dem Zeitpunkt, zu dem ein Gerät ohne Uhr das Token zuerst sieht.",
    "claim.roles":
      "Rollen des Benutzers, bei Microsoft Entra auch der App; was sie erlauben, entscheidet der Leser.",
    "claim.groups":
      "Gruppen, in denen der Benutzer ist: Namen oder, bei Microsoft Entra, Kennungen.",
    "claim.entitlements": "Einzelne Berechtigungen des Benutzers.",
    "claim.token_introspection": "Was ein Autorisierungsserver über ein anderes Token sagt.",
    "claim.eat_nonce":
      "Einmalwert des Fragenden, an dem sich zeigt, dass der Gerätebericht frisch ist.",
    "claim.ueid": "Weltweit eindeutige Kennung des Geräts.",
    "claim.sueids": "Kennungen des Geräts, die mit Besitzer oder Zweck wechseln.",
    "claim.oemid": "Hersteller der Hardware.",
    "claim.hwmodel": "Modell der Hardware.",
    "claim.hwversion": "Version der Hardware.",
    "claim.oemboot": "Ob das Gerät mit vom Hersteller freigegebener Software gestartet ist.",
    "claim.dbgstat": "Ob sich das Gerät debuggen lässt, womit es offen wäre.",
    "claim.location": "Wo sich das Gerät befindet.",
    "claim.eat_profile": "Regeln, an die sich der Gerätebericht hält.",
    "claim.submods": "Berichte über Teile des Geräts.",
    "claim.uptime": "Sekunden seit dem Start des Geräts.",
    "claim.bootcount": "Wie oft das Gerät gestartet ist.",
    "claim.bootseed": "Wert, der sich mit jedem Start des Geräts ändert.",
    "claim.dloas": "Zertifizierungen des Geräts und wo sie nachzuschlagen sind.",
    "claim.swname": "Name der Software auf dem Gerät.",
    "claim.swversion": "Version der Software auf dem Gerät.",
    "claim.manifests": "Beschreibungen der Software auf dem Gerät.",
    "claim.measurements": "Messwerte der Software auf dem Gerät, etwa Hashes.",
    "claim.measres": "Ob die gemessene Software die erwartete ist.",
    "claim.intuse": "Wofür der Gerätebericht gedacht ist.",
    "claim.cdniv": "Version der Regeln für Tokens in Adressen von Inhaltenetzen (CDN).",
    "claim.cdnicrit":
      "Claims, die ein Inhaltenetz (CDN) verstehen muss, sonst lehnt es das Token ab.",
    "claim.cdniip": "Netzadresse, die den Inhalt abrufen darf.",
    "claim.cdniuc": "Adressen der Inhalte, für die das Token gilt.",
    "claim.cdniets": "Wie viele Sekunden das nächste Token eines Inhaltenetzes (CDN) gilt.",
    "claim.cdnistt": "Wie ein Inhaltenetz (CDN) das nächste Token übergibt, etwa als Cookie.",
    "claim.cdnistd":
      "Wie viele Teile der Adresse das nächste Token eines Inhaltenetzes (CDN) abdeckt.",
    "claim.sig_val_claims": "Ergebnis der Signaturprüfung eines anderen Dokuments.",
    "claim.authorization_details": "Was das Token im Einzelnen erlaubt, als Liste von Objekten.",
    "claim.verified_claims": "Was über die Person geprüft wurde und mit welchem Nachweis.",
    "claim.place_of_birth": "Wo die Person geboren ist.",
    "claim.nationalities": "Staatsangehörigkeiten der Person, als Länderkürzel.",
    "claim.birth_family_name": "Nachname der Person bei der Geburt.",
    "claim.birth_given_name": "Vorname der Person bei der Geburt.",
    "claim.birth_middle_name": "Weiterer Vorname der Person bei der Geburt.",
    "claim.salutation": "Anrede der Person, etwa Frau.",
    "claim.title": "Titel der Person, etwa Dr.",
    "claim.msisdn": "Mobilfunknummer der Person.",
    "claim.also_known_as": "Künstler-, Ordens- oder sonstiger Name der Person.",
    "claim.htm":
      "HTTP-Methode, für die dieser Nachweis (DPoP) gilt; der Server vergleicht sie mit der Anfrage.",
    "claim.htu":
      "Adresse, für die dieser Nachweis (DPoP) gilt, ohne Query; der Server vergleicht sie mit der Anfrage.",
    "claim.ath": "Hash des Access-Tokens, zu dem dieser Nachweis (DPoP) gehört.",
    "claim.atc":
      "Erlaubnis, ein Zertifikat zu erhalten, für eine automatische Zertifizierungsstelle (ACME).",
    "claim.sub_id": "Um wen es geht, als Objekt, das die Art der Kennung nennt.",
    "claim.rcd": "Name, Logo und Ähnliches eines Anrufers, zum Anzeigen.",
    "claim.rcdi": "Hashes dessen, worauf rcd verweist, damit nichts anderes gezeigt wird.",
    "claim.crn": "Warum jemand anruft.",
    "claim.msgi": "Hash einer Textnachricht, zu der das Token gehört.",
    "claim.rdap_allowed_purposes":
      "Für welche Zwecke der Inhaber nachschlagen darf, wem eine Domain gehört.",
    "claim.rdap_dnt_allowed":
      "Ob der Inhaber verlangen darf, dass das Nachschlagen einer Domain nicht protokolliert wird.",
    "claim.geohash": "Ort auf der Erde als kurzer Code; je länger, desto genauer.",
    "claim._sd": "Hashes von Claims, die der Inhaber offenlegen oder zurückhalten kann.",
    "claim._sd_alg": "Hash-Verfahren der Werte in _sd.",
    "claim.sd_hash": "Hash des Tokens und des Offengelegten, im Nachweis des Inhabers.",
    "claim.vct": "Art eines prüfbaren Nachweises, etwa eines Personalausweises.",
    "claim.status": "Wo nachzuschlagen ist, ob das Token widerrufen wurde.",
    "claim.jwks": "Öffentliche Schlüssel dessen, um den es geht; kein Beweis für das Token selbst.",
    "claim.metadata": "Was ein Mitglied eines Verbunds über seine Dienste sagt.",
    "claim.authority_hints": "Wer für ein Mitglied eines Verbunds bürgt.",
    "claim.trust_marks": "Gütesiegel, die ein Mitglied eines Verbunds erhalten hat.",
    "claim.s_hash":
      "Halber Hash des vom Client gesendeten state: bindet die Antwort an die Anfrage.",
    "claim.token_type":
      "Art des Tokens: access (für Anfragen), refresh (für neue Access-Tokens) oder sliding (beides); anderswo oft Bearer.",
    "claim.refresh_exp":
      "Bis wann ein Sliding-Token gegen ein neues getauscht werden kann; nach exp gilt es nicht mehr für Anfragen.",
    "claim.hash_password":
      "MD5 des gespeicherten Passwort-Hashs, damit ein geändertes Passwort das Token beendet; wer das Token sieht, kann ihn lesen.",
    "claim.user_id":
      "Kennung des Benutzers: bei simplejwt der Primärschlüssel in der Datenbank, bei Firebase dasselbe wie sub.",
    "claim.orig_iat":
      "Wann das erste Token dieser Anmeldung gemacht wurde; begrenzt, wie lange erneuert werden kann.",
    "claim.fresh":
      "Ob der Benutzer eben sein Passwort eingegeben hat; manche Seiten verlangen das.",
    "claim.type": "Art des Tokens: access oder refresh; andere Hersteller meinen anderes.",
    "claim.csrf":
      "Wert, den eine Anfrage in einem Header wiederholen muss, gegen Anfragen fremder Seiten.",
    "claim.gty": "Grant-Typ: wie das Token erlangt wurde, etwa client-credentials oder password.",
    "claim.org_id": "Kennung der Organisation, bei der sich der Benutzer angemeldet hat.",
    "claim.org_name": "Name der Organisation, bei der sich der Benutzer angemeldet hat.",
    "claim.permissions":
      "Was das Token erlaubt, als Liste; andere Hersteller verwenden den Namen für eigene Listen.",
    "claim.oid":
      "Objekt-ID: Benutzer oder App im Mandanten; zusammen mit tid die verlässliche Kennung.",
    "claim.tid":
      "Mandant, bei dem der Benutzer angemeldet ist; Leser nehmen nur Mandanten an, die sie kennen.",
    "claim.upn":
      "Anmeldename, oft wie eine E-Mail-Adresse; er kann sich ändern, taugt also nicht als Kennung.",
    "claim.unique_name": "Name zum Anzeigen des Benutzers; trotz des Namens nicht eindeutig.",
    "claim.appid": "App, die das Token verwendet (Version 1.0; in 2.0 azp).",
    "claim.appidacr":
      "Wie sich die App ausgewiesen hat: 0 gar nicht, 1 Geheimnis, 2 Zertifikat (Version 1.0).",
    "claim.azpacr":
      "Wie sich die App ausgewiesen hat: 0 gar nicht, 1 Geheimnis, 2 Zertifikat (Version 2.0).",
    "claim.app_displayname": "Name der App, die das Token verwendet, zum Anzeigen.",
    "claim.idp":
      "Identitätsanbieter, bei dem sich der Benutzer angemeldet hat, falls nicht beim Aussteller.",
    "claim.wids": "Administratorrollen des Benutzers im ganzen Mandanten, als Kennungen.",
    "claim.idtyp": "Art des Tokens: app ohne Benutzer, sonst user.",
    "claim.hasgroups":
      "Der Benutzer hat Gruppen, zu viele für das Token; sie sind bei Microsoft Graph zu erfragen.",
    "claim.uti": "Kennung des Tokens für die Protokolle des Ausstellers, wie jti.",
    "claim.rh": "Nur für den Aussteller; Leser beachten es nicht.",
    "claim.aio": "Nur für den Aussteller; Leser beachten es nicht.",
    "claim.ipaddr": "Netzadresse, von der aus sich der Benutzer angemeldet hat.",
    "claim.onprem_sid": "Kennung des Benutzers im eigenen Windows-Verzeichnis der Firma.",
    "claim.puid": "Passport-ID: der Benutzer bei Microsoft, unabhängig vom Mandanten.",
    "claim.deviceid": "Gerät, auf dem sich der Benutzer angemeldet hat.",
    "claim.login_hint": "Hinweis, der den Benutzer beim nächsten An- oder Abmelden benennt.",
    "claim.in_corp": "Der Benutzer hat sich aus dem Firmennetz angemeldet.",
    "claim.pwd_exp": "Wann das Passwort abläuft.",
    "claim.pwd_url": "Seite zum Ändern des Passworts.",
    "claim.acct": "Ob der Benutzer Mitglied des Mandanten (0) oder Gast (1) ist.",
    "claim.ctry": "Land des Benutzers.",
    "claim.tenant_ctry": "Land des Mandanten.",
    "claim.tenant_region_scope": "Region des Mandanten, etwa EU oder NA.",
    "claim.xms_cc":
      "Was der Client kann, etwa cp1: er versteht die Aufforderung zur erneuten Anmeldung.",
    "claim.xms_mirid": "Azure-Ressource, deren verwaltete Identität dies ist.",
    "claim.xms_pl": "Bevorzugte Sprache des Benutzers.",
    "claim.xms_tcdt": "Wann der Mandant angelegt wurde.",
    "claim.tfp": "Richtlinie (Benutzerablauf) von Azure AD B2C, die der Benutzer durchlaufen hat.",
    "claim.scp":
      "Scopes: was der Client für den Benutzer tun darf; bei Entra als Wörter, bei Okta als Liste.",
    "claim.ver": "Version des Tokenformats: bei Entra 1.0 oder 2.0, bei Okta 1.",
    "claim.cid": "Client, für den das Token ausgestellt wurde.",
    "claim.uid":
      "Kennung des Benutzers; in Firebase Custom Tokens die vom eigenen Server vergebene.",
    "claim.realm_access": "Rollen des Benutzers im ganzen Realm.",
    "claim.resource_access": "Rollen des Benutzers je Client.",
    "claim.session_state":
      "Anmeldesitzung, zu der das Token gehört; neuere Versionen schreiben sid.",
    "claim.allowed-origins": "Webseiten, die aus dem Browser heraus anfragen dürfen (CORS).",
    "claim.typ":
      "Art des Tokens als Claim: Bearer, ID, Refresh oder Offline; nicht das typ im Header.",
    "claim.cognito:username": "Name des Benutzers im User-Pool.",
    "claim.cognito:groups": "Gruppen des Benutzers im User-Pool.",
    "claim.cognito:roles": "AWS-Rollen zu den Gruppen des Benutzers.",
    "claim.cognito:preferred_role": "AWS-Rolle, die unter denen der Gruppen gilt.",
    "claim.token_use":
      "Art des Tokens: access oder id; Leser müssen mit dem vergleichen, was sie erwarten.",
    "claim.event_id": "Anmeldung, aus der das Token stammt, für Protokolle.",
    "claim.origin_jti":
      "Refresh-Token, aus dem das Token stammt; wird jenes widerrufen, endet auch dieses.",
    "claim.identities": "Konten bei anderen Anbietern, mit denen sich der Benutzer anmeldet.",
    "claim.device_key": "Gerät, das sich der User-Pool gemerkt hat.",
    "claim.username": "Name des Benutzers, zum Anzeigen; verlässlich ist sub.",
    "claim.firebase":
      "Wie sich der Benutzer angemeldet hat, und seine Kennungen bei anderen Anbietern.",
    "claim.hd": "Gehostete Domain: die Domain der Organisation; fehlt bei privaten Konten.",
    "claim.is_private_email": "Ob Apple die E-Mail-Adresse nur weiterleitet.",
    "claim.real_user_status":
      "Wie sicher Apple ist, dass es ein Mensch ist: 0 nicht feststellbar, 1 unbekannt, 2 wahrscheinlich.",
    "claim.nonce_supported": "Ob die Anmeldung einen Einmalwert (nonce) tragen konnte.",
    "claim.role": "Rolle des Benutzers; bei Supabase die Datenbankrolle, etwa authenticated.",
    "claim.aal": "Wie stark die Anmeldung war: aal1 mit einem Faktor, aal2 mit zwei.",
    "claim.session_id": "Anmeldesitzung, zu der das Token gehört.",
    "claim.app_metadata": "Was der Server über den Benutzer festhält; dieser kann es nicht ändern.",
    "claim.user_metadata":
      "Was der Benutzer selbst ändern kann; nie danach über Rechte entscheiden.",
    "claim.is_anonymous": "Ob der Benutzer kein Konto hat.",
    "claim.https://hasura.io/jwt/claims":
      "Rollen und Kennungen, nach denen Hasura über den Zugriff entscheidet.",
    "claim.kubernetes.io": "Namespace, Pod und Dienstkonto, zu denen das Token gehört.",
    "claim.user_name": "Name des Benutzers.",
    "claim.authorities": "Rechte und Rollen des Benutzers, als Liste.",
    "claim.ati": "In einem Refresh-Token: Kennung des zugehörigen Access-Tokens.",
    "claim.http://schemas.microsoft.com/ws/2008/06/identity/claims/role":
      "Rolle des Benutzers, unter dem langen Namen.",
    "claim.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier":
      "Kennung des Benutzers, wie sub, unter dem langen Namen.",
    "claim.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name":
      "Name des Benutzers, unter dem langen Namen.",
    "claim.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress":
      "E-Mail-Adresse des Benutzers, unter dem langen Namen.",
    "claim.repository":
      "Repository, für das der Job läuft; Leser vergleichen es, bevor sie Zugriff geben.",
    "claim.repository_owner": "Besitzer des Repositorys, für das der Job läuft.",
    "claim.job_workflow_ref": "Datei und Version des Workflows, aus dem der Job stammt.",
    "claim.run_id": "Lauf, zu dem der Job gehört.",
    "claim.ref": "Branch oder Tag, für den der Job läuft.",
    "claim.environment": "Umgebung, in die der Job ausliefert.",
    "claim.project_path": "Projekt, für das der Job läuft.",
    "claim.namespace_path": "Gruppe oder Benutzer, zu denen das Projekt gehört.",
    "claim.pipeline_id": "Pipeline, zu der der Job gehört.",
    "member.alg":
      "Algorithmus: wie das Token signiert oder verschlüsselt wurde; welche gelten, legt der Leser vorher fest.",
    "member.jku": "Adresse eines Schlüsselsatzes, vom Token selbst genannt: beweist nichts.",
    "member.jwk": "Ein Schlüssel, den das Token selbst mitbringt: beweist nichts.",
    "member.kid":
      "Schlüsselkennung: welcher Schlüssel des Ausstellers verwendet wurde; nur ein Hinweis zum Nachschlagen.",
    "member.x5u": "Adresse eines Zertifikats, vom Token selbst genannt: beweist nichts.",
    "member.x5c":
      "Zertifikate, die das Token selbst mitbringt: kein Beweis, solange niemand Vertrauter für sie bürgt.",
    "member.x5t":
      "Fingerabdruck (SHA-1) des Zertifikats, dessen Schlüssel verwendet wurde, zum Nachschlagen.",
    "member.x5t#S256":
      "Fingerabdruck (SHA-256) des Zertifikats, dessen Schlüssel verwendet wurde, zum Nachschlagen.",
    "member.typ":
      "Typ: welche Art von Token dies ist, etwa JWT oder at+jwt; wer eine Art erwartet, vergleicht.",
    "member.cty": "Inhaltstyp: was darin steckt; JWT heißt, es ist ein weiteres Token.",
    "member.crit":
      "Kritisch: Erweiterungen, die ein Leser kennen muss, sonst lehnt er das Token ab.",
    "member.enc": "Wie der Inhalt verschlüsselt ist (alg sagt, wie dessen Schlüssel).",
    "member.zip": "Der Inhalt wurde vor dem Verschlüsseln komprimiert; es gibt nur DEF.",
    "member.epk": "Öffentlicher Schlüssel des Absenders, nur für dieses Token gemacht.",
    "member.apu": "Wer verschlüsselt hat, als Teil der Schlüsselvereinbarung.",
    "member.apv": "Für wen verschlüsselt wurde, als Teil der Schlüsselvereinbarung.",
    "member.iv": "Startwert, mit dem der Inhaltsschlüssel verschlüsselt wurde.",
    "member.tag": "Prüfwert des verschlüsselten Inhaltsschlüssels.",
    "member.p2s": "Salz, mit dem aus einem Passwort ein Schlüssel wurde.",
    "member.p2c":
      "In wie vielen Runden aus einem Passwort der Schlüssel wird; eine riesige Zahl hält den Leser nur auf.",
    "member.iss": "Der Claim iss noch einmal, lesbar, wo die Claims verschlüsselt sind.",
    "member.sub": "Der Claim sub noch einmal, lesbar, wo die Claims verschlüsselt sind.",
    "member.aud": "Der Claim aud noch einmal, lesbar, wo die Claims verschlüsselt sind.",
    "member.b64":
      "false: die Nutzdaten sind unverändert signiert, nicht als base64url; kein JSON Web Token darf das.",
    "member.ppt": "Welche Erweiterung der Anruf-Tokens dies ist, etwa shaken.",
    "member.url":
      "Adresse, an die die Anfrage geht; die Zertifizierungsstelle (ACME) vergleicht sie.",
    "member.nonce":
      "Einmalwert der Zertifizierungsstelle (ACME) gegen wiederholte Anfragen; bei Microsoft Entra Zeichen eines Tokens für Microsoft Graph, das andere nicht prüfen können.",
    "member.svt": "Tokens, die sagen, wie eine Signatur früher geprüft wurde.",
    "member.trust_chain":
      "Aussagen, die vom Aussteller zu jemand Vertrautem führen; jede ist einzeln zu prüfen.",
    "member.iheSSId": "Kennung einer Einreichung medizinischer Dokumente.",
    "member.x5t#o":
      "Fingerabdruck des Zertifikats, dessen Schlüssel verwendet wurde, mit Angabe des Hash-Verfahrens.",
    "member.sigT": "Wann der Unterzeichner nach eigener Angabe signiert hat.",
    "member.sigD": "Dokumente außerhalb des Tokens, die mitsigniert sind.",
    "member.sigPId": "Regeln (Policy), nach denen signiert wurde.",
    "member.etsiU": "Zusätze, die nicht mitsigniert sind, etwa Zeitstempel.",

    // Keys, examples, signing, snippets: `example.*`, `signing.*`, `snippet.*`
    "snippet.authorization": "Authorization-Header",
    "snippet.curl": "Befehlszeile (curl)",
    "snippet.fetch": "JavaScript: senden (fetch)",
    "snippet.javascript": "JavaScript: prüfen (wasm-jwt)",
    "snippet.python": "Python: prüfen (PyJWT)",
    "signing.warning.short-secret":
      "Dieses Geheimnis ist kürzer, als der Algorithmus verlangt, und könnte erraten werden. Gut für einen Test, nicht für echte Tokens.",
    "signing.warning.unsecured":
      "Dieses Token signiert niemand: alg ist none. Jeder kann ein solches machen, und kein Server sollte es annehmen.",
    "signing.warning.typ-added": 'Im Header fehlte typ, daher wurde "typ": "JWT" ergänzt.',
    "signing.warning.numbers-rewritten":
      "Eine Zahl ist im signierten Token anders geschrieben, etwa 1 statt 1.0. Der Wert ist derselbe, soweit JavaScript ihn darstellen kann.",
    "signing.refusal.header-empty":
      "Header: Hier steht nichts. Ein Objekt ohne Inhalt ist ein Paar geschweifter Klammern.",
    "signing.refusal.payload-empty":
      "Payload: Hier steht nichts. Ein Objekt ohne Inhalt ist ein Paar geschweifter Klammern.",
    "signing.refusal.header-syntax":
      "Header, Zeile {line}, Spalte {column}: Ab hier ist es kein JSON. Oft fehlt ein Komma, ein Anführungszeichen oder eine Klammer, oder es ist eines zu viel.",
    "signing.refusal.payload-syntax":
      "Payload, Zeile {line}, Spalte {column}: Ab hier ist es kein JSON. Oft fehlt ein Komma, ein Anführungszeichen oder eine Klammer, oder es ist eines zu viel.",
    "signing.refusal.header-duplicate-name":
      "Header, Zeile {line}, Spalte {column}: Der Name „{name}“ steht zweimal da. Leser wären uneins, welcher gilt.",
    "signing.refusal.payload-duplicate-name":
      "Payload, Zeile {line}, Spalte {column}: Der Name „{name}“ steht zweimal da. Leser wären uneins, welcher gilt.",
    "signing.refusal.header-lone-surrogate":
      "Header, Zeile {line}, Spalte {column}: Dieser Text enthält ein halbes Zeichen (einzelnes Surrogat).",
    "signing.refusal.payload-lone-surrogate":
      "Payload, Zeile {line}, Spalte {column}: Dieser Text enthält ein halbes Zeichen (einzelnes Surrogat).",
    "signing.refusal.header-too-deep":
      "Header, Zeile {line}, Spalte {column}: zu tief verschachtelt; möglich sind 128 Ebenen.",
    "signing.refusal.payload-too-deep":
      "Payload, Zeile {line}, Spalte {column}: zu tief verschachtelt; möglich sind 128 Ebenen.",
    "signing.refusal.header-number-too-large":
      "Header, Zeile {line}, Spalte {column}: Diese Zahl ist für die meisten Leser zu groß.",
    "signing.refusal.payload-number-too-large":
      "Payload, Zeile {line}, Spalte {column}: Diese Zahl ist für die meisten Leser zu groß.",
    "signing.refusal.header-not-an-object":
      "Header: Hier muss ein JSON-Objekt stehen, Namen und Werte in geschweiften Klammern.",
    "signing.refusal.payload-not-an-object":
      "Payload: Hier muss ein JSON-Objekt stehen, Namen und Werte in geschweiften Klammern.",
    "signing.refusal.header-too-large": "Der Header ist zu groß; möglich sind 16 KiB.",
    "signing.refusal.payload-too-large": "Die Payload ist zu groß; möglich sind 256 KiB je Token.",
    "signing.refusal.not-text": "„{name}“ muss Text sein.",
    "signing.refusal.not-a-date": "„{name}“ muss ein Datum sein: eine Zahl, Sekunden seit 1970.",
    "signing.refusal.crit-unsupported":
      "Der Header verlangt die Erweiterung „{name}“; diese Seite kann sie nicht herstellen.",
    "signing.refusal.crit-malformed":
      "„crit“ muss eine Liste von Erweiterungen sein, die im Header stehen, jede einmal.",
    "signing.refusal.b64-malformed": "„b64“ muss true oder false sein.",
    "signing.refusal.algorithm-needed":
      "Wählen Sie einen Algorithmus, oder nennen Sie ihn im Header als „alg“.",
    "signing.refusal.unknown-algorithm":
      "Kein Algorithmus heißt „{algorithm}“. Groß- und Kleinschreibung zählt: HS256, nicht hs256.",
    "signing.refusal.key-missing":
      "Zum Signieren braucht es einen Schlüssel: ein Geheimnis oder einen privaten Schlüssel.",
    "signing.refusal.key-is-public":
      "Das ist ein öffentlicher Schlüssel: Er kann Signaturen nur prüfen. Zum Signieren braucht es den privaten.",
    "signing.refusal.key-does-not-fit":
      "Dieser Schlüssel ist nicht für {algorithm}. Wählen Sie einen anderen Algorithmus oder einen anderen Schlüssel.",
    "signing.refusal.key-for-other-work":
      "Dieser Schlüssel sagt von sich (use, key_ops), dass er nicht zum Signieren da ist.",
    "signing.refusal.failed": "Das konnte nicht signiert werden: {reason}.",

    // Comparing and watching: `compare.*`, `watch.*`

    // Offline and versions: `offline.*`
    "offline.version": "Version {version} · {state}",
    "offline.unsupported": "dieser Browser bewahrt die Seite nicht für die Nutzung ohne Netz auf",
    "offline.installing": "wird für die Nutzung ohne Netz aufbewahrt",
    "offline.ready": "funktioniert ohne Netz",
    "offline.failed": "konnte nicht für die Nutzung ohne Netz aufbewahrt werden",
    "offline.update":
      "Eine neue Version liegt bereit: {version}. Wenn Sie sie laden, geht verloren, was hier eingegeben ist.",
    "offline.load": "Neue Version laden",

    // Key sets, the second document: `key-sets.*`
    "key-sets.title": "Einen Schlüsselsatz holen",
    "key-sets.promise":
      "Niemand wird gefragt, bevor Sie die Schaltfläche drücken, die den Host nennt.",
    "key-sets.why-heading": "Fügen Sie hier keine Token ein",
    "key-sets.why":
      "Diese Seite darf andere Hosts fragen. Der Inspektor kann das nicht, und darum sind beide getrennt: Token und Geheimnisse gehören dorthin, nie hierher.",
    "key-sets.inspector": "Den Inspektor öffnen",
    "key-sets.address-heading": "Wer gefragt wird",
    "key-sets.address": "Adresse des Schlüsselsatzes oder des Ausstellers",
    "key-sets.address-hint":
      "Der Aussteller ist, was im Claim iss steht. Der gefragte Host sieht Ihre Netzwerkadresse.",
    "key-sets.ask": "{host} fragen",
    "key-sets.ask-nobody": "Fragen",
    "key-sets.refused.empty": "Die Schaltfläche nennt den Host, sobald eine Adresse da ist.",
    "key-sets.refused.token":
      "Das sieht aus wie ein Token oder enthält eines. Token gehören in den Inspektor.",
    "key-sets.refused.not-an-address": "Das ist keine Adresse wie https://issuer.example.",
    "key-sets.refused.not-https":
      "Schlüssel werden nur über https geholt, damit sie unterwegs niemand ändern kann. Für localhost und 127.0.0.1 genügt http.",
    "key-sets.refused.credentials":
      "Diese Adresse enthält einen Benutzernamen oder ein Passwort. Nehmen Sie beides heraus: Schlüssel sind öffentlich.",
    "key-sets.status": "Was dabei herauskam",
    "key-sets.asking": "{host} wird gefragt …",
    "key-sets.discovered": "Der Aussteller sagt, dass sein Schlüsselsatz hier ist:",
    "key-sets.other-host": "Das ist ein anderer Host. Er wird nur gefragt, wenn Sie es sagen.",
    "key-sets.other-host-named":
      "Die Schlüssel des Ausstellers sind auf einem anderen Host: {host}.",
    "key-sets.fetched": "{host} hat mit einem Schlüsselsatz geantwortet.",
    "key-sets.fault.unreachable":
      "Es gibt keine Antwort von {host}, die diese Seite lesen konnte. Entweder ist der Host nicht erreichbar, oder er lässt Webseiten seine Antworten nicht lesen (CORS): Browser sagen nicht, welches von beidem. Sie können die Adresse in einem eigenen Tab öffnen und den Schlüsselsatz in den Inspektor einfügen.",
    "key-sets.fault.timeout": "{host} hat nicht innerhalb von 5 Sekunden vollständig geantwortet.",
    "key-sets.fault.redirect":
      "{host} hat mit einer Weiterleitung geantwortet. Weiterleitungen wird nicht gefolgt, weil sie zu den Schlüsseln von jemand anderem führen könnten.",
    "key-sets.fault.status": "{host} hat mit dem Status {status} geantwortet statt mit Schlüsseln.",
    "key-sets.fault.too-large":
      "Die Antwort von {host} ist zu groß: mehr als 256 KiB oder mehr als 100 Schlüssel. Mehr davon wurde nicht gelesen.",
    "key-sets.fault.not-a-key-set": "Was {host} geantwortet hat, ist kein Schlüsselsatz (JWKS).",
    "key-sets.fault.no-usable-keys":
      "Der Schlüsselsatz von {host} enthält keinen öffentlichen Schlüssel, der Signaturen prüft.",
    "key-sets.fault.not-discovery":
      "Was {host} geantwortet hat, beschreibt keinen Aussteller (OpenID Connect Discovery). Wenn Sie die Adresse seines Schlüsselsatzes kennen, fragen Sie danach.",
    "key-sets.fault.no-jwks-uri":
      "Was {host} geantwortet hat, nennt keinen Schlüsselsatz: jwks_uri fehlt darin.",
    "key-sets.fault.address":
      "{host} nennt für seinen Schlüsselsatz eine Adresse, die nicht gefragt wird: Sie ist keine https-Adresse, oder ein Benutzername, ein Passwort oder ein Token steht darin.",
    "key-sets.heading": "Schlüsselsatz",
    "key-sets.caption": "Schlüssel von {host}: {count}",
    "key-sets.kid": "Kennung (kid)",
    "key-sets.kty": "Art (kty)",
    "key-sets.alg": "Algorithmus (alg)",
    "key-sets.use": "Verwendung (use)",
    "key-sets.thumbprint": "Fingerabdruck (RFC 7638)",
    "key-sets.here": "Hier",
    "key-sets.usable": "kann verwendet werden",
    "key-sets.reason.private":
      "weggelassen: Das ist ein privater Schlüssel, und wer ihn liest, kann signieren. Der Aussteller sollte wissen, dass er öffentlich ist",
    "key-sets.reason.secret":
      "weggelassen: Das ist ein Geheimnis, und wer es liest, kann signieren. Der Aussteller sollte wissen, dass es öffentlich ist",
    "key-sets.copy": "Den Schlüsselsatz kopieren",
    "key-sets.hand": "Dem Inspektor übergeben",
    "key-sets.handing-status": "Kopieren und Übergeben",
    "key-sets.taken": "Der Inspektor hat ihn übernommen.",
    "key-sets.nobody-open": "In diesem Browser ist kein Inspektor geöffnet.",

    // A session, the third document: `session.*`
    "session.title": "Eine Sitzung ausprobieren",
    "session.promise":
      "Niemand wird gefragt, bevor Sie die Schaltfläche drücken, die den Host nennt.",
    "session.why-heading": "Was diese Seite tut",
    "session.why":
      "Sie meldet sich bei einem Server von Ihnen an, der JSON Web Tokens ausstellt, etwa Django mit simplejwt, erneuert die Token und zeigt sie und alles, was geschieht. Sie sind nur im Speicher dieses Tabs: Wird er geschlossen oder neu geladen, sind sie vergessen. Nehmen Sie besser ein Konto zum Testen.",
    "session.inspector": "Den Inspektor, der niemanden fragt, in einem eigenen Tab öffnen",
    "session.link-why": "Diese Seite meldet sich nirgends an; ihre Regeln verbieten es.",
    "session.link": "Eine Sitzung mit einem Server auf einer eigenen Seite ausprobieren",
    "session.sign-in-heading": "Anmelden",
    "session.field.base": "Adresse des Servers",
    "session.field.obtain": "Pfad zum Anmelden",
    "session.field.refresh": "Pfad zum Erneuern",
    "session.field.verify": "Pfad zum Prüfen",
    "session.field.blacklist": "Pfad zum Abmelden",
    "session.field.scheme": "Wort vor dem Token (AUTH_HEADER_TYPES)",
    "session.field.call": "Geschützte Adresse desselben Hosts",
    "session.base-hint":
      "Worauf sich die Pfade beziehen, etwa https://api.example oder http://localhost:8000.",
    "session.paths": "Pfade",
    "session.paths-hint":
      "Die aus der Anleitung von simplejwt. Lassen Sie den letzten Schrägstrich stehen: Ohne ihn antwortet Django mit einer Weiterleitung, der nicht gefolgt wird.",
    "session.mode": "Art der Token",
    "session.mode-pair": "Access- und Refresh-Token",
    "session.mode-sliding": "Sliding-Token",
    "session.username": "Benutzername",
    "session.password": "Passwort",
    "session.sign-in": "Bei {host} anmelden",
    "session.sign-in-nowhere": "Anmelden",
    "session.goes":
      "Benutzername und Passwort gehen einmal an {address}. Token gehen an denselben Host und an niemanden sonst.",
    "session.wrong.empty": "{field}: Die Schaltfläche nennt den Host, sobald hier etwas steht.",
    "session.wrong.token":
      "{field}: Das sieht aus wie ein Token oder enthält eines. Token gehören in keine Adresse.",
    "session.wrong.not-an-address":
      "{field}: Das ist keine Adresse wie https://api.example oder http://localhost:8000.",
    "session.wrong.not-https":
      "{field}: Passwörter gehen nur über https, damit sie unterwegs niemand lesen kann. Für localhost und 127.0.0.1 genügt http.",
    "session.wrong.credentials":
      "{field}: In dieser Adresse steht ein Benutzername oder ein Passwort. Beide haben eigene Felder.",
    "session.wrong.other-host":
      "{field}: Das führt zu einem anderen Host. Nur der wird gefragt, den die Schaltfläche nennt.",
    "session.wrong.not-a-scheme":
      "{field}: ein Wort, wie es in den Einstellungen des Servers steht. Groß- und Kleinschreibung zählt.",
    "session.status": "Was dabei herauskam",
    "session.signing-in": "Anmeldung bei {host} …",
    "session.asking": "{host} wird gefragt …",
    "session.cors": "Was der Server erlauben muss (CORS)",
    "session.cors-why":
      "Ein Browser lässt diese Seite Antworten eines anderen Hosts nur lesen, wenn dieser es sagt. Mit django-cors-headers, in den Einstellungen von Django, und seine CorsMiddleware über der CommonMiddleware:",
    "session.cors-settings": "Einstellungen von Django",
    "session.cors-date":
      "Die zweite Zeile lässt die Seite sehen, wie spät es beim Server ist und warum eine Anfrage abgelehnt wurde. Die Anmeldung geht auch ohne sie.",
    "session.fault.password":
      "{host} nimmt diesen Benutzernamen mit diesem Passwort nicht an (401).",
    "session.fault.refused": "{host} lehnt das Token ab (401).",
    "session.fault.not-found": "{host} hat nichts unter diesem Pfad (404). Stimmen die Pfade?",
    "session.fault.rejected":
      "{host} will etwas anderes (Status {status}). Passen die Pfade und die Art der Token zum Server?",
    "session.fault.unreachable":
      "Es gibt keine Antwort von {host}, die diese Seite lesen konnte. Entweder ist der Host nicht erreichbar, oder er lässt diese Seite seine Antworten nicht lesen (CORS): Browser sagen nicht, welches von beidem. Unter „Was der Server erlauben muss“ steht, was einzustellen ist.",
    "session.fault.timeout": "{host} hat nicht innerhalb von 10 Sekunden geantwortet.",
    "session.fault.too-many": "{host} wurde zu oft gefragt (429). Versuchen Sie es später wieder.",
    "session.fault.unavailable": "{host} hat selbst eine Störung (Status {status}).",
    "session.fault.malformed":
      "{host} hat ohne Token geantwortet. Passen die Pfade und die Art der Token zum Server?",
    "session.fault.redirect":
      "{host} hat mit einer Weiterleitung geantwortet, der nicht gefolgt wird. Fehlt dem Pfad der letzte Schrägstrich?",
    "session.fault.signed-out": "Die Sitzung mit {host} ist beendet.",
    "session.ended.signed-out":
      "Abgemeldet. {host} nimmt das Access-Token trotzdem an, bis es abläuft; das Refresh-Token ist aufgegeben, wenn der Server die Blacklist von simplejwt hat.",
    "session.ended.sliding":
      "Abgemeldet. {host} nimmt das Sliding-Token trotzdem an, bis es abläuft: Nichts gibt es auf.",
    "session.ended.elsewhere": "Die Sitzung mit {host} wurde anderswo beendet.",
    "session.ended.refused": "{host} hat die Sitzung beendet: Das Refresh-Token wird abgelehnt.",
    "session.ended.expired":
      "Die Sitzung mit {host} ist beendet: Das Token ist abgelaufen und kann nicht erneuert werden.",
    "session.heading": "Sitzung",
    "session.signed-in-at": "Angemeldet bei {host}.",
    "session.renews": "Token werden kurz vor ihrem Ablauf von selbst erneuert.",
    "session.refresh": "Jetzt erneuern",
    "session.verify": "Access-Token prüfen lassen",
    "session.sign-out": "Abmelden",
    "session.call": "GET von {host}",
    "session.called": "{host} hat mit dem Status {status} geantwortet.",
    "session.call-redirect":
      "{host} hat mit einer Weiterleitung geantwortet, der nicht gefolgt wird: Sie könnte zu einem anderen Host führen.",
    "session.refreshed": "Erneuert.",
    "session.too-soon": "Nicht erneuert: Das letzte Mal ist erst ein paar Sekunden her.",
    "session.verified": "{host} nimmt das Access-Token an.",
    "session.not-verified": "{host} lehnt das Access-Token ab.",
    "session.clock": "Uhr des Servers",
    "session.clock.unknown":
      "Nicht bekannt: Der Server lässt diese Seite die Zeit seiner Antworten nicht sehen (Date), und das Token sagt nicht, wann es ausgestellt wurde (iat).",
    "session.clock.same": "Sie stimmt mit der dieses Geräts auf zwei Sekunden überein.",
    "session.clock.ahead":
      "Sie geht der dieses Geräts um {duration} voraus, und ihre Zeit ist es, die hier zählt.",
    "session.clock.behind":
      "Sie geht der dieses Geräts um {duration} nach, und ihre Zeit ist es, die hier zählt.",
    "session.source.date": "Quelle: das Date einer Antwort, die {milliseconds} ms gebraucht hat.",
    "session.source.iat":
      "Quelle: wann ein Token ausgestellt wurde (iat), in einer Antwort, die {milliseconds} ms gebraucht hat. Das Date der Antworten ist hier nicht zu sehen.",
    "session.source.expiry":
      "Eine Vermutung: Der Server hat ein Token abgelehnt, das in Kraft schien.",
    "session.token.access": "Access-Token",
    "session.token.refresh": "Refresh-Token",
    "session.token.sliding": "Sliding-Token",
    "session.renewable":
      "Es kann erneuert werden, solange es in Kraft ist, und bis refresh_exp: {relative}.",
    "session.not-renewable": "Es kann nicht mehr erneuert werden: refresh_exp war {relative}.",
    "session.no-claims": "Das ist kein Token, dessen Claims sich lesen lassen.",
    "session.meanings": "Was die Claims bedeuten",
    "session.copy": "Das Token kopieren",
    "session.hand": "Im Inspektor öffnen",
    "session.taken": "Der Inspektor hat es übernommen.",
    "session.nobody-open":
      "In diesem Browser ist kein Inspektor geöffnet. Öffnen Sie einen in einem anderen Tab und drücken Sie noch einmal.",
    "session.log-heading": "Was geschah",
    "session.log-empty": "Jede Anfrage und jedes Ereignis der Sitzung, ohne Token und Passwörter.",
    "session.clear-log": "Diese Liste leeren",
    "session.log.request": "{method} {path}: Status {status} nach {milliseconds} ms",
    "session.log.redirect":
      "{method} {path}: eine Weiterleitung, der nicht gefolgt wurde, nach {milliseconds} ms",
    "session.log.no-answer":
      "{method} {path}: keine Antwort, die diese Seite lesen konnte, nach {milliseconds} ms",
    "session.log.verified": "der Server nimmt das Access-Token an",
    "session.log.not-verified": "der Server lehnt das Access-Token ab",
    "session.log.signedin": "jemand hat sich angemeldet",
    "session.log.refreshed": "es gibt ein neues Token",
    "session.log.expiring": "das Token läuft gleich ab und konnte noch nicht erneuert werden",
    "session.log.expired": "das Token ist abgelaufen",
    "session.log.refreshfailed":
      "eine Erneuerung misslang ({code}); nächster Versuch nach {seconds} s",
    "session.log.refreshfailed-for-good":
      "eine Erneuerung misslang ({code}) und wird von selbst nicht wiederholt",
    "session.log.signed-out": "hier abgemeldet",
    "session.log.elsewhere": "anderswo abgemeldet",
    "session.log.refused": "der Server hat die Sitzung beendet",
    "session.log.refused-code": "der Server hat die Sitzung beendet ({code})",
    "session.log.expired-session": "die Sitzung ist beendet: Nichts kann das Token erneuern",
    "session.log.skew-ahead":
      "die Uhr des Servers geht dieser um {seconds} s voraus, nach seinem {source}",
    "session.log.skew-behind":
      "die Uhr des Servers geht dieser um {seconds} s nach, nach seinem {source}",
    "session.log.skew-expiry":
      "der Server hat ein Token zu früh abgelehnt: Seine Uhr geht wohl um {seconds} s voraus",
    "session.log.clockchange": "die Uhr dieses Geräts wurde gestellt, oder das Gerät schlief",
    "session.log.clock-suspect":
      "ein Token scheint bei der Ankunft abgelaufen: Die Uhr dieses Geräts geht falsch",
    "session.log.reauth-needed": "das Sliding-Token kann nicht noch einmal erneuert werden",
    "session.log.storageerror": "der Speicher versagte",
  },
};
