/**
 * The worker of part workerd: verifies as often as the request says.
 */
import { peers } from "../peers.mjs";
import { PAYLOAD_BYTES, claimsOf } from "../tokens.mjs";

let made;

export default {
  async fetch(request) {
    made ??= await make();
    const { name, calls } = await request.json();
    const { rows, token } = made;
    if (name === undefined) {
      return Response.json({ names: [...rows.keys()], token: token.length });
    }
    const { run, async: waits } = rows.get(name);
    let seen;
    if (waits) for (let n = 0; n < calls; n++) seen = await run(token);
    else for (let n = 0; n < calls; n++) seen = run(token);
    return Response.json({ seen: typeof seen });
  },
};

async function make() {
  const { verify, encode } = await peers(claimsOf(PAYLOAD_BYTES[0]));
  const token = await encode[0].make()();
  const rows = new Map(verify.map(({ make, ...row }) => [row.name, { ...row, run: make() }]));
  return { rows, token };
}
