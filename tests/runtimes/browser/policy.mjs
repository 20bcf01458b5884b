/**
 * A page that tells what a Content Security Policy leaves of the package: importing, the first
 * call, `init`, a call after that, and the plain decode.
 */
const TOKEN =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.3j4WH5i22lEllFV_Jt6zVpFGtH0cGvgloqUhcy_Bdy0";
const DIST = "/node_modules/wasm-jwt/dist";

globalThis.outcome = (async () => {
  const { Key, JwtError, decode, init, verify } = await import(`${DIST}/index.js`);
  const plain = await import(`${DIST}/decode.js`);
  const attempt = async (act) => {
    try {
      await act();
      return "works";
    } catch (error) {
      return error instanceof JwtError && error.message.includes("'wasm-unsafe-eval'")
        ? error.code
        : String(error);
    }
  };
  const secret = "a secret of thirty-two bytes: ok";
  return {
    verify: await attempt(() => verify(TOKEN, secret)),
    decode: await attempt(() => decode(TOKEN)),
    key: await attempt(() => Key.fromSecret(secret)),
    init: await attempt(() => init()),
    again: await attempt(() => verify(TOKEN, secret)),
    plain: await attempt(() => plain.decode(TOKEN)),
  };
})();
