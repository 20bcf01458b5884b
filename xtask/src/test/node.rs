//! The parts that tests/run.mjs runs: the built package, where it will be used.

use std::process::Command;

use anyhow::Result;

use super::Extent;
use super::check::Check;
use super::counts::Counts;
use crate::browser;
use crate::command::watched;
use crate::npm;
use crate::progress::Step;
use crate::project::Project;
use crate::python;
use crate::servers;
use crate::site;

/// A part that Node and the npm packages suffice for.
pub(crate) fn plain(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| run(&mut runner(project, part, extent), step))
}

/// A part that needs a Chromium.
pub(crate) fn in_browser(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| {
        let Some(browser) = browser::chromium(step)? else {
            step.say(&format!(
                "skipped: {part}: no Chromium on this machine; install one or set CHROMIUM to its path"
            ));
            return Ok(Counts::SKIPPED);
        };
        run(runner(project, part, extent).env("CHROMIUM", browser), step)
    })
}

/// A part that needs a Firefox.
pub(crate) fn in_firefox(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| {
        let Some(browser) = browser::firefox(step)? else {
            step.say(&format!(
                "skipped: {part}: no Firefox on this machine; install one or set FIREFOX to its path"
            ));
            return Ok(Counts::SKIPPED);
        };
        run(runner(project, part, extent).env("FIREFOX", browser), step)
    })
}

/// A part that needs a WebKit.
pub(crate) fn in_webkit(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| {
        let Some(driver) = browser::webkit(step)? else {
            step.say(&format!(
                "skipped: {part}: no WebKitWebDriver with Xvfb on this machine; install webkit2gtk-driver \
                 and xvfb, or set WEBKIT_DRIVER to its path"
            ));
            return Ok(Counts::SKIPPED);
        };
        run(runner(project, part, extent).env("WEBKIT_DRIVER", driver), step)
    })
}

/// A part that needs Python libraries.
pub(crate) fn with_python(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| {
        let Some(python) = python::INTEROP.interpreter(project, step)? else {
            return Ok(without_python(part, step));
        };
        run(runner(project, part, extent).env("PYTHON", python), step)
    })
}

/// A part that needs Django and the servers in front of it, and if possible a Chromium and a Firefox.
pub(crate) fn with_servers(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| {
        let Some(python) = python::SERVERS.interpreter(project, step)? else {
            return Ok(without_python(part, step));
        };
        servers::install(step)?;
        let mut runner = runner(project, part, extent);
        name_browsers(runner.env("PYTHON", python), step)?;
        run(&mut runner, step)
    })
}

/// A part that needs Django.
pub(crate) fn with_django(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| {
        let Some(python) = python::SERVERS.interpreter(project, step)? else {
            return Ok(without_python(part, step));
        };
        run(runner(project, part, extent).env("PYTHON", python), step)
    })
}

/// A part that runs in tabs, if possible in those of a Chromium and of a Firefox.
pub(crate) fn in_browsers(part: &'static str, extent: Extent) -> Check {
    Check::new(RUNNER, move |project, step| {
        let mut runner = runner(project, part, extent);
        name_browsers(&mut runner, step)?;
        run(&mut runner, step)
    })
}

/// Without one of them the part itself says what it leaves out.
fn name_browsers(runner: &mut Command, step: &Step) -> Result<()> {
    if let Some(browser) = browser::chromium(step)? {
        runner.env("CHROMIUM", browser);
    }
    if let Some(browser) = browser::firefox(step)? {
        runner.env("FIREFOX", browser);
    }
    Ok(())
}

fn without_python(part: &str, step: &Step) -> Counts {
    step.say(&format!(
        "skipped: {part}: no Python with venv on this machine; install python3 and python3-venv"
    ));
    Counts::SKIPPED
}

fn runner(project: &Project, part: &str, extent: Extent) -> Command {
    let mut runner = npm::script(project, RUNNER);
    runner.arg(part).env("SITE", site::folder(project));
    if extent == Extent::All {
        runner.env("ALL", "1");
    }
    runner
}

fn run(runner: &mut Command, step: &Step) -> Result<Counts> {
    let outcome = watched(runner, |line| {
        // What did not run is always told.
        if line.starts_with("skipped: ") { step.say(line) } else { step.show(line) }
    })?;
    let last = outcome.stdout.last().map(String::as_str);
    let counts = count(last, outcome.succeeded());
    if counts.failed > 0 {
        step.say(&outcome.report());
    }
    Ok(counts)
}

/// What the runner's last line and end amount to. A runner that fell over, or ran nothing,
/// counts as a failed test: the line alone could come from a run that broke off.
fn count(last_line: Option<&str>, succeeded: bool) -> Counts {
    let Some(mut counts) = last_line.and_then(Counts::parse) else { return Counts::FAILED };
    if !succeeded || counts == Counts::default() {
        counts.failed = counts.failed.max(1);
    }
    counts
}

const RUNNER: &str = "tests/run.mjs";

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Option<&str> = Some("5 passed, 0 failed, 1 skipped");

    #[test]
    fn a_good_run_is_counted_as_it_says() {
        assert_eq!(count(GOOD, true), Counts { passed: 5, failed: 0, skipped: 1 });
    }

    #[test]
    fn failures_are_counted_as_they_are() {
        let counts = Counts { passed: 5, failed: 2, skipped: 0 };
        assert_eq!(count(Some("5 passed, 2 failed, 0 skipped"), false), counts);
        assert_eq!(count(Some("5 passed, 2 failed, 0 skipped"), true), counts);
    }

    #[test]
    fn a_runner_that_falls_over_after_its_summary_has_failed() {
        assert_eq!(count(GOOD, false), Counts { passed: 5, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_runner_without_a_summary_has_failed() {
        assert_eq!(count(None, true), Counts::FAILED);
        assert_eq!(count(Some("5 passed"), true), Counts::FAILED);
    }

    #[test]
    fn a_runner_that_ran_nothing_has_failed() {
        assert_eq!(count(Some("0 passed, 0 failed, 0 skipped"), true), Counts::FAILED);
        assert_eq!(count(Some("0 passed, 0 failed, 1 skipped"), true), Counts::SKIPPED);
    }
}
