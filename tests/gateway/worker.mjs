/**
 * Worker: the example as it is deployed, bundled for workerd, in an isolate that ends when it is told.
 */
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { project, root } from "../packed.mjs";
import { bundle } from "../runtimes/bundle.mjs";
import { compiled } from "../runtimes/workerd.mjs";

/** Where the example is in the packed project, so that it imports the package as installed. */
export const EXAMPLE = "examples/edge-gateway";

const ON_WORKERD = { conditions: ["workerd", "worker", "browser"], external: ["*.wasm"] };

export async function copyExample() {
  const isCode = (path) => !path.endsWith("package.json") && !path.includes("node_modules");
  await cp(join(root, EXAMPLE), join(project, EXAMPLE), { recursive: true, filter: isCode });
}

/**
 * Resolves to `start(bindings, places)`, which starts an isolate and resolves to
 * `{ origin, port, kv, cache, stop }`.
 *
 * `places`: `{ cache, kv, port }`: folders that outlive the isolate, and without one there is no such
 * store; and where to listen, if not anywhere.
 */
export async function prepareWorker() {
  const { code } = await bundle(`${EXAMPLE}/gateway.mjs`, ON_WORKERD);
  const wasm = await compiled("wasm_jwt_bg.wasm");
  const configuration = await readFile(join(root, EXAMPLE, "wrangler.jsonc"), "utf8");
  const [, compatibilityDate] = /"compatibility_date": "([0-9-]+)"/.exec(configuration);
  return async (bindings, { cache, kv, port: wanted } = {}) => {
    const miniflare = new Miniflare({
      compatibilityDate,
      modules: [{ type: "ESModule", path: "worker.mjs", contents: code }, wasm],
      bindings,
      port: wanted,
      ...(cache ? { cachePersist: cache } : { cache: false }),
      ...(kv && { kvNamespaces: { KEYS: "keys" }, kvPersist: kv }),
    });
    const { port } = await miniflare.ready;
    return {
      origin: `http://127.0.0.1:${port}`,
      port,
      kv: kv && (await miniflare.getKVNamespace("KEYS")),
      cache: cache && (await (await miniflare.getCaches()).open("edge-gateway")),
      stop: () => miniflare.dispose(),
    };
  };
}
