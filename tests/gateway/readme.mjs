/**
 * README: what examples/edge-gateway tells its readers to write, word for word.
 */
import { equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";

const README = new URL("../../examples/edge-gateway/README.md", import.meta.url);

/** The middleware for Django, as a module. */
export async function gatewayMiddleware() {
  const blocks = [...(await readFile(README, "utf8")).matchAll(/^```python\n(.*?)^```$/gms)];
  equal(blocks.length, 1);
  return blocks[0][1];
}
