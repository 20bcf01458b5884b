/**
 * Report: the counts of a part, and a line for each test that failed or did not run.
 */
import { within } from "./time-limit.mjs";

/** The lines must stay lines, and of a length that can be read. */
const MAX_REASON_LENGTH = 500;

export function createReport(print = console.log) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const places = [];
  const count = (outcome, number) => {
    counts[outcome] += number;
    const place = places.at(-1);
    if (place) place[outcome] += number;
  };

  const report = {
    /** Where tests ran: `{ name, version, way, passed, failed, skipped }`, see `at`. */
    places,

    /** What is told from here on is of this runtime or tool, and how the package got into it. */
    at(name, version, way) {
      print(`${name}: ${version}`);
      places.push({ name, version, way, passed: 0, failed: 0, skipped: 0 });
    },

    /** A line that is no result, such as a version. */
    say: print,

    pass(number = 1) {
      count("passed", number);
    },

    fail(name, error, number = 1) {
      count("failed", number);
      print(`failed: ${name}: ${reasonOf(error)}`);
    },

    skip(name, reason, number = 1) {
      count("skipped", number);
      print(`skipped: ${name}: ${reason}`);
    },

    /** One test: passes if `fn` ends within the limit and does not throw. */
    async test(name, seconds, fn) {
      try {
        await within(seconds, fn());
        report.pass();
      } catch (error) {
        report.fail(name, error);
      }
    },

    /**
     * Many tests, which ran elsewhere: `fn` gives `{ passed, failed: [{ name, message }] }`, as
     * tests/js/harness.mjs does. If it does not, or gives none at all, that is one failed test.
     */
    async tests(name, seconds, fn) {
      try {
        const { passed, failed } = await within(seconds, fn());
        if (passed + failed.length === 0) throw new Error("no test ran");
        report.pass(passed);
        for (const one of failed) report.fail(`${name}: ${one.name}`, one.message);
      } catch (error) {
        report.fail(name, error);
      }
    },

    /** Prints the counts and ends the process, whatever is still open. */
    conclude() {
      const { passed, failed, skipped } = counts;
      const line = `${passed} passed, ${failed} failed, ${skipped} skipped\n`;
      process.stdout.write(line, () => process.exit(failed > 0 ? 1 : 0));
    },
  };
  return report;
}

function reasonOf(error) {
  const text = error instanceof Error ? `${error.stack}` : String(error);
  const line = text.trim().replace(/\s*\n\s*/g, " | ");
  return line.length > MAX_REASON_LENGTH ? `${line.slice(0, MAX_REASON_LENGTH)}…` : line;
}
