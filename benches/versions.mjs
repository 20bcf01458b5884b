/**
 * Versions: of the packages that are measured.
 */
import { createRequire } from "node:module";

const PACKAGES = [
  "wasm-jwt",
  "jose",
  "fast-jwt",
  "jsonwebtoken",
  "hono",
  "@tsndr/cloudflare-worker-jwt",
  "jwt-decode",
];

/** `{ package: version }`, ours first. */
export function versions() {
  const require = createRequire(import.meta.url);
  return Object.fromEntries(PACKAGES.map((name) => [name, version(name)]));

  // By path: most packages do not export their package.json.
  function version(name) {
    for (const folder of require.resolve.paths(name)) {
      try {
        return require(`${folder}/${name}/package.json`).version;
      } catch {
        // The next folder up may have it.
      }
    }
    return "unknown";
  }
}
