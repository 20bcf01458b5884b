/**
 * Ticker: calls back at every full second, because that is when dates come.
 */

/**
 * @param {(now: number) => void} onTick takes seconds since 1970
 * @returns {() => void} calls back at once, and goes on from there
 */
export function createTicker(onTick) {
  let timer;
  const tick = () => {
    clearTimeout(timer);
    onTick(Date.now() / 1000);
    timer = setTimeout(tick, 1000 - (Date.now() % 1000));
  };
  // In the background timers are held back; whoever returns is to see the present.
  document.addEventListener("visibilitychange", tick);
  return tick;
}
