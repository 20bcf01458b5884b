/**
 * Witness: the first script of the page under test. It keeps what went wrong, and the clock.
 *
 * A classic script, so that it runs before every module. WebDriver can neither run a script ahead of
 * the page's own nor tell what is on the console.
 */
globalThis.witness = {
  /** @type {string[]} */
  faults: [],
  /** Milliseconds; the clock stands until this is changed. Timers go on as they do. */
  now: Number(document.currentScript.dataset.now),
};

for (const level of ["debug", "log", "info", "warn", "error"]) {
  const real = console[level];
  console[level] = (...said) => {
    witness.faults.push(`console: ${said.join(" ")}`);
    real.apply(console, said);
  };
}
addEventListener(
  "error",
  ({ target, message }) => {
    const { src, href } = /** @type {any} */ (target);
    witness.faults.push(message ? `thrown: ${message}` : `not loaded: ${src ?? href}`);
  },
  true,
);
addEventListener("unhandledrejection", ({ reason }) => {
  witness.faults.push(`rejected: ${reason}`);
});
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  witness.faults.push(`policy: ${violatedDirective}: ${blockedURI}`);
});

globalThis.Date = new Proxy(Date, {
  apply: (date) => new date(witness.now).toString(),
  construct: (date, given, asked) =>
    Reflect.construct(date, given.length === 0 ? [witness.now] : given, asked),
  get: (date, name) => (name === "now" ? () => witness.now : date[name]),
});
