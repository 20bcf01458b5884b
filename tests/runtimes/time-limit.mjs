/**
 * Time limit: nothing that hangs may hold up the rest. Generous, so that it decides nothing else.
 */

/** What `promise` gives, if it gives it in time. */
export async function within(seconds, promise) {
  let timer;
  const limit = new Promise((_, reject) => {
    const late = () => reject(new Error(`not done after ${seconds} s`));
    timer = setTimeout(late, seconds * 1_000);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
