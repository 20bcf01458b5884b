/**
 * Clocks: tokens of an issuer whose clock is five minutes off, and of one that is so within tolerance.
 */
import { equal } from "node:assert/strict";
import { AUDIENCE, GATEWAY_SECRET, SECRET, hs256 } from "./identity.mjs";
import { startOrigin } from "./scripted-origin.mjs";

const OFF = 300;

export default async function (test, start) {
  const host = await startOrigin();
  const now = Math.floor(Date.now() / 1_000);
  const tokens = {
    "exp five minutes ago": await hs256({ exp: now - OFF }),
    "nbf in five minutes": await hs256({ nbf: now + OFF, exp: now + 2 * OFF }),
    "iat in five minutes": await hs256({ iat: now + OFF, exp: now + 2 * OFF }),
  };
  const answers = {
    "": [401, 401, 200],
    // Minutes on both sides, so that no pause of the machine decides.
    150: [401, 401, 200],
    900: [200, 200, 200],
  };
  try {
    for (const [CLOCK_TOLERANCE, expected] of Object.entries(answers)) {
      const own = { ORIGIN: host.origin, SECRET, GATEWAY_SECRET, AUDIENCE, CLOCK_TOLERANCE };
      const gateway = await start(own);
      try {
        for (const [index, [name, token]] of Object.entries(tokens).entries()) {
          await test(`tolerance "${CLOCK_TOLERANCE}": ${name}: ${expected[index]}`, async () => {
            const headers = { authorization: `Bearer ${token}` };
            equal((await fetch(gateway.origin, { headers })).status, expected[index]);
          });
        }
      } finally {
        await gateway.stop();
      }
    }
  } finally {
    host.close();
  }
}
