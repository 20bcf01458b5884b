/**
 * Computes nothing, for as long as its parent is there.
 */

/** So often it looks for its parent. */
const TURN_MS = 100;

process.on("disconnect", () => process.exit());
spin();

function spin() {
  const end = performance.now() + TURN_MS;
  while (performance.now() < end);
  setImmediate(spin);
}
