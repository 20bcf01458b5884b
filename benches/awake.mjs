/**
 * Awake: keeps the other cores from sleeping while something is measured.
 *
 * WebCrypto in Node computes on another thread. If the core of that thread sleeps, waking it costs more
 * than the work: on a virtual machine of two cores, jose took 100 us where the other core was idle and
 * 50 us where it was busy. A server in use has no sleeping cores, and what stays on one thread takes
 * as long either way, so a quiet machine would only make ours look better than it is.
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";

/** What `work` resolves to. */
export async function awake(work) {
  const others = availableParallelism() - 1;
  const children = Array.from({ length: others }, () => fork("benches/children/awake.mjs"));
  try {
    return await work();
  } finally {
    for (const child of children) child.kill();
  }
}
