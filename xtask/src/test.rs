//! `cargo xtask test`: every test of the project, and how many of them passed.
//!
//! A failing part does not keep the others from running. What cannot run on this machine is
//! counted as skipped and said, so that the numbers never look better than they are.

mod check;
mod counts;
mod node;
mod rust;
mod table;
mod web;

use std::io::{Write, stdout};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use self::check::Check;
use self::counts::Counts;
use self::table::Row;
use crate::build;
use crate::npm;
use crate::progress::Progress;
use crate::project::Project;
use crate::site;

/// A group of checks that can be run alone.
struct Part {
    name: &'static str,
    /// Whether it looks at what `cargo xtask build` makes.
    needs_build: bool,
    checks: Checks,
}

enum Checks {
    Own(fn(&Project) -> Vec<Check>),
    /// The one that runs tests/run.mjs with the part's name, and what that needs.
    Runner(fn(&'static str, Extent) -> Check),
}

/// How much of a part is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    EveryDay,
    /// Also what takes long and changes seldom.
    All,
}

impl Part {
    const fn runs(name: &'static str, check: fn(&'static str, Extent) -> Check) -> Self {
        Self { name, needs_build: true, checks: Checks::Runner(check) }
    }

    fn checks(&self, project: &Project, extent: Extent) -> Vec<Check> {
        match self.checks {
            Checks::Own(checks) => checks(project),
            Checks::Runner(check) => vec![check(self.name, extent)],
        }
    }
}

const PARTS: [Part; 18] = [
    Part { name: "rust", needs_build: false, checks: Checks::Own(rust::checks) },
    Part { name: "web", needs_build: true, checks: Checks::Own(web::checks) },
    Part::runs("node", node::plain),
    Part::runs("programs", node::plain),
    Part::runs("workerd", node::plain),
    Part::runs("chromium", node::in_browser),
    Part::runs("firefox", node::in_firefox),
    Part::runs("webkit", node::in_webkit),
    Part::runs("bundlers", node::in_browser),
    Part::runs("jwks", node::in_browser),
    Part::runs("session", node::in_browsers),
    Part::runs("edge", node::plain),
    Part::runs("packaging", node::in_browser),
    Part::runs("interop", node::with_python),
    Part::runs("servers", node::with_servers),
    Part::runs("gateway", node::with_django),
    Part::runs("page", node::in_browser),
    Part::runs("benches", node::plain),
];

/// Parts that go by one name together.
const GROUPS: [(&str, &[&str]); 1] =
    [("runtimes", &["node", "programs", "workerd", "chromium", "firefox", "webkit", "bundlers"])];

/// The package, and the site with it, which the parts in browsers look at.
const BUILD_STEPS: usize = build::STEPS + site::STEPS;

/// The parts and groups, for people.
pub(crate) fn part_names() -> String {
    let groups = GROUPS.map(|(name, parts)| format!("{name} ({})", parts.join(" ")));
    format!("{}; {}", PARTS.map(|part| part.name).join(", "), groups.join(", "))
}

/// Runs all parts, or those that are named; with `--all` more of them.
///
/// # Errors
/// The named part does not exist, or Node is missing. A failed test is no error: it is counted.
pub(crate) fn command(mut args: lexopt::Parser) -> Result<ExitCode> {
    let (mut named, mut extent) = (None, Extent::EveryDay);
    while let Some(arg) = args.next()? {
        match arg {
            Long("all") => extent = Extent::All,
            Value(name) if named.is_none() => named = Some(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let parts = select(named.as_deref())?;
    let builds = parts.iter().any(|part| part.needs_build);
    if builds {
        npm::require_node()?;
    }
    let rows = run(&Project::find()?, &parts, extent, builds);
    let total = rows.iter().fold(Counts::default(), |sum, row| sum + row.counts);
    print!("{}\n{total}\n", table::format(&rows));
    stdout().flush().context("cannot write to stdout")?;
    // No test at all is no success either.
    let good = total.failed == 0 && total.passed > 0;
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn select(named: Option<&str>) -> Result<Vec<&'static Part>> {
    let Some(name) = named else { return Ok(PARTS.iter().collect()) };
    let group = GROUPS.iter().find(|(group, _)| *group == name);
    let is_named = |part: &Part| group.map_or(part.name == name, |(_, of)| of.contains(&part.name));
    let parts: Vec<_> = PARTS.iter().filter(|part| is_named(part)).collect();
    if parts.is_empty() {
        bail!("no part `{name}`: there are {}", part_names());
    }
    Ok(parts)
}

fn run(project: &Project, parts: &[&'static Part], extent: Extent, builds: bool) -> Vec<Row> {
    let checks: Vec<_> = parts.iter().map(|part| part.checks(project, extent)).collect();
    let steps = checks.iter().map(Vec::len).sum::<usize>() + if builds { BUILD_STEPS } else { 0 };
    let mut progress = Progress::new(steps);
    let mut rows = Vec::new();
    let mut built = false;
    if builds {
        let since = Instant::now();
        match build::run(project, &mut progress)
            .and_then(|()| site::run(project, &site::folder(project), &mut progress))
        {
            Ok(()) => built = true,
            Err(error) => {
                eprintln!("failed: {error:#}");
                rows.push(Row { name: "build", counts: Counts::FAILED, time: since.elapsed() });
            }
        }
    }
    for (part, checks) in parts.iter().zip(checks) {
        let since = Instant::now();
        let counts = if part.needs_build && !built {
            eprintln!("skipped: {}: there is no build to test", part.name);
            Counts::SKIPPED
        } else {
            let counts = checks.iter().map(|check| check.run(project, part.name, &mut progress));
            counts.fold(Counts::default(), |sum, counts| sum + counts)
        };
        rows.push(Row { name: part.name, counts, time: since.elapsed() });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_selects_every_part() {
        assert_eq!(select(None).map(|parts| parts.len()).ok(), Some(PARTS.len()));
    }

    #[test]
    fn a_name_selects_one_part() {
        let parts = select(Some("interop")).expect("it exists");
        assert_eq!(parts.iter().map(|part| part.name).collect::<Vec<_>>(), ["interop"]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let message = select(Some("nodes")).err().map(|error| error.to_string());
        let list = "rust, web, node, programs, workerd, chromium, firefox, webkit, bundlers, jwks, \
                    session, edge, packaging, interop, servers, gateway, page, benches; runtimes (node programs \
                    workerd chromium firefox webkit bundlers)";
        assert_eq!(message, Some(format!("no part `nodes`: there are {list}")));
    }

    #[test]
    fn a_group_selects_its_parts_each_of_which_exists() {
        for (name, of) in GROUPS {
            let parts = select(Some(name)).expect("it exists");
            assert_eq!(parts.iter().map(|part| part.name).collect::<Vec<_>>(), of);
            assert!(PARTS.iter().all(|part| part.name != name));
        }
    }
}
