//! The part `rust`: the crate on this machine's own target, its form and its documentation.

use std::env;
use std::process::Command;

use anyhow::Result;

use super::check::Check;
use super::counts::Counts;
use crate::command::{Outcome, quiet, watched};
use crate::progress::Step;
use crate::project::Project;

pub(crate) fn checks(_: &Project) -> Vec<Check> {
    vec![
        component("format", "fmt", &["--all", "--check"]),
        component(
            "clippy",
            "clippy",
            &["--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
        ),
        component(
            "clippy of the wasm boundary",
            "clippy",
            &["--locked", "--lib", "--features", "wasm", "--", "-D", "warnings"],
        ),
        component(
            "clippy of a build without algorithms",
            "clippy",
            &["--locked", "--lib", "--no-default-features", "--", "-D", "warnings"],
        ),
        component(
            "clippy of the full build",
            "clippy",
            &["--locked", "--all-targets", "--features", FULL, "--", "-D", "warnings"],
        ),
        Check::command("documentation", |project| {
            let mut doc = cargo(project);
            doc.args(["doc", "--no-deps", "--locked", "--features", "full"]);
            doc.env("RUSTDOCFLAGS", "-Dwarnings");
            doc
        }),
        Check::new("cargo test", |project, step| tests(project, step, &["--workspace"])),
        Check::new("cargo test of the full build", |project, step| {
            tests(project, step, &["--features", FULL])
        }),
    ]
}

/// A check by a component of the toolchain, which minimal installations lack.
fn component(title: &str, name: &'static str, args: &'static [&'static str]) -> Check {
    Check::new(title, move |project, step| {
        if quiet(cargo(project).args([name, "--version"])).is_err() {
            step.say(&format!("skipped: `cargo {name}` is not installed: `rustup component add`"));
            return Ok(Counts::SKIPPED);
        }
        quiet(cargo(project).arg(name).args(args)).map(|_| Counts::PASSED)
    })
}

/// What has every algorithm, and the boundary.
const FULL: &str = "full,wasm";

fn tests(project: &Project, step: &Step, args: &[&str]) -> Result<Counts> {
    let mut cargo = cargo(project);
    // All of them, although one failed; without colour, which would hide the summaries.
    cargo.args(["test", "--locked", "--no-fail-fast"]).args(args);
    let outcome = watched(cargo.env("CARGO_TERM_COLOR", "never"), |line| step.show(line))?;
    let counts = count(&outcome.stdout, outcome.succeeded());
    if counts.failed > 0 {
        step.say(&Outcome::report(&outcome));
    }
    Ok(counts)
}

/// Sums the summaries. A run that failed without a failed test did not compile.
fn count(stdout: &[String], succeeded: bool) -> Counts {
    let summaries = stdout.iter().filter_map(|line| Counts::parse_cargo(line));
    let mut counts = summaries.fold(Counts::default(), |sum, counts| sum + counts);
    if !succeeded {
        counts.failed = counts.failed.max(1);
    }
    counts
}

/// The cargo that runs xtask.
fn cargo(project: &Project) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(project.root());
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    const OUTPUT: &str = "
running 2 tests
test json::tests::a_duplicate_name_is_rejected ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

running 3 tests
test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
";

    #[test]
    fn the_summaries_of_all_targets_are_added() {
        let counts = Counts { passed: 4, failed: 0, skipped: 1 };
        assert_eq!(count(&lines(OUTPUT), true), counts);
    }

    #[test]
    fn a_run_that_does_not_compile_has_failed() {
        assert_eq!(count(&lines(OUTPUT), false), Counts { passed: 4, failed: 1, skipped: 1 });
        assert_eq!(count(&[], false), Counts::FAILED);
    }

    #[test]
    fn a_failed_test_is_counted_once() {
        let line = "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(count(&lines(line), false), Counts { passed: 1, failed: 1, skipped: 0 });
    }
}
