/**
 * Display: where a browser that cannot do without a window gets one that nobody sees.
 */
import { onLeash } from "./leash.mjs";
import { within } from "../runtimes/time-limit.mjs";

/** Starts an X server on a number that is free; resolves to `{ env, close }`. */
export async function startDisplay() {
  let server;
  const number = new Promise((resolve, reject) => {
    const onLine = (line) => /^\d+$/.test(line) && resolve(line);
    // -displayfd 1: it picks the number, and prints it once it is ready.
    server = onLeash(["Xvfb", "-displayfd", "1", "-nolisten", "tcp", ...SCREEN], { onLine });
    server.ended.then(() => reject(new Error(`Xvfb ended: ${server.lastLines()}`)));
  });
  try {
    const env = { DISPLAY: `:${await within(SECONDS, number)}`, GDK_BACKEND: "x11" };
    return { env, close: () => server.release() };
  } catch (error) {
    await server.release();
    throw error;
  }
}

const SCREEN = ["-screen", "0", "1280x1024x24"];
const SECONDS = 30;
