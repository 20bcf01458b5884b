//! `cargo xtask bench`: how fast ours is beside its peers, in every runtime that is at hand.
//!
//! Each part is a script in benches/ that leaves its figures in target/bench; the last one puts
//! them together. Nothing here judges: a figure is no test.

use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;

use crate::browser;
use crate::build;
use crate::command::checked;
use crate::floor;
use crate::npm;
use crate::progress::{Progress, Step};
use crate::project::Project;
use crate::python;
use crate::site;

/// A script that can be run alone.
struct Part {
    name: &'static str,
    title: &'static str,
    /// Whether it measures benches/floor.
    floor: bool,
    /// Whether it measures the site.
    site: bool,
    browser: Browser,
    /// Whether it measures Django too, if there is a Python.
    django: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Browser {
    Unused,
    /// Without one, the part measures less.
    Wanted,
    /// Without one, the part is left out.
    Needed,
}

const PARTS: [Part; 8] = [
    Part {
        name: "node",
        title: "ours, the floor and the peers, in turn, in Node",
        floor: true,
        site: false,
        browser: Browser::Unused,
        django: false,
    },
    Part {
        name: "chromium",
        title: "the same in a Chromium",
        floor: true,
        site: false,
        browser: Browser::Needed,
        django: false,
    },
    Part {
        name: "asymmetric",
        title: "every algorithm with a key pair, in Node and in a Chromium",
        floor: false,
        site: false,
        browser: Browser::Wanted,
        django: false,
    },
    Part {
        name: "workerd",
        title: "requests to a worker, timed by who asks",
        floor: false,
        site: false,
        browser: Browser::Unused,
        django: false,
    },
    Part {
        name: "start",
        title: "from import to the first result, and instantiating the wasm",
        floor: false,
        site: false,
        browser: Browser::Wanted,
        django: false,
    },
    Part {
        name: "memory",
        title: "what a million tokens leave behind",
        floor: false,
        site: false,
        browser: Browser::Unused,
        django: false,
    },
    Part {
        name: "page",
        title: "until the inspector is usable, and how long pasting holds it up",
        floor: false,
        site: true,
        browser: Browser::Needed,
        django: false,
    },
    Part {
        name: "gateway",
        title: "requests through a gateway in workerd, and without one",
        floor: false,
        site: false,
        browser: Browser::Unused,
        django: true,
    },
];

/// The parts, for people.
pub(crate) fn part_names() -> String {
    PARTS.map(|part| part.name).join(", ")
}

/// Builds, measures all parts or the one that is named, and prints tables.
///
/// # Errors
/// The arguments make no sense, the build fails, or a script does.
pub(crate) fn command(mut args: lexopt::Parser) -> Result<ExitCode> {
    let (mut named, mut chart) = (None, false);
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) if named.is_none() => named = Some(name.string()?),
            Long("chart") => chart = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let parts = select(named.as_deref())?;
    ensure!(!chart || named.is_none(), "--chart draws all parts, so none can be named");
    npm::require_node()?;
    let project = Project::find()?;
    let ran = measure(&project, &parts)?;
    let command = named.map_or_else(String::new, |name| format!(" {name}"));
    show(
        &project,
        REPORT,
        &[&[format!("cargo xtask bench{command}").as_str()], &ran[..]].concat(),
    )?;
    if chart {
        show(&project, CHART, &[])?;
    }
    Ok(ExitCode::SUCCESS)
}

fn select(named: Option<&str>) -> Result<Vec<&'static Part>> {
    let Some(name) = named else { return Ok(PARTS.iter().collect()) };
    let part = PARTS.iter().find(|part| part.name == name);
    Ok(vec![part.with_context(|| format!("no part `{name}`: there are {}", part_names()))?])
}

/// The names of those parts that could be measured here.
fn measure(project: &Project, parts: &[&'static Part]) -> Result<Vec<&'static str>> {
    let stands = parts.iter().any(|part| part.floor);
    let floor_steps = if stands { floor::STEPS } else { 0 };
    let shows = parts.iter().any(|part| part.site);
    let site_steps = if shows { site::STEPS } else { 0 };
    let mut progress = Progress::new(build::STEPS + floor_steps + site_steps + parts.len());
    build::run(project, &mut progress)?;
    if stands {
        floor::build(project, &mut progress)?;
    }
    if shows {
        site::run(project, &site::folder(project), &mut progress)?;
    }
    let mut ran = Vec::new();
    for part in parts {
        let title = format!("bench {}: {}", part.name, part.title);
        if progress.step(&title, |step| run(project, part, step))? {
            ran.push(part.name);
        }
    }
    Ok(ran)
}

/// Runs a part's script; `false`: it needs what this machine lacks.
fn run(project: &Project, part: &Part, step: &Step) -> Result<bool> {
    let mut script = npm::script(project, &format!("benches/{}.mjs", part.name));
    script.env_remove("CHROMIUM").env("SITE", site::folder(project));
    if part.browser != Browser::Unused {
        match browser::chromium(step)? {
            Some(browser) => {
                script.env("CHROMIUM", browser);
            }
            None => {
                step.say("no Chromium on this machine; install one or set CHROMIUM to its path");
                if part.browser == Browser::Needed {
                    step.conclude("skipped".to_owned(), false);
                    return Ok(false);
                }
            }
        }
    }
    script.env_remove("PYTHON");
    if part.django {
        match python::SERVERS.interpreter(project, step)? {
            Some(python) => {
                script.env("PYTHON", python);
            }
            None => step.say("no Python with venv on this machine, so no Django"),
        }
    }
    checked(&mut script, |line| {
        // What is left out is always told.
        if line.starts_with("left out: ") { step.say(line) } else { step.show(line) }
    })?;
    Ok(true)
}

/// Runs a script whose output is the result.
fn show(project: &Project, script: &str, args: &[&str]) -> Result<()> {
    let mut node = npm::script(project, script);
    let status = node.args(args).status().with_context(|| format!("cannot run {script}"))?;
    if !status.success() {
        bail!("{script} failed");
    }
    Ok(())
}

const REPORT: &str = "benches/report.mjs";
const CHART: &str = "benches/chart.mjs";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_selects_every_part() {
        assert_eq!(select(None).map(|parts| parts.len()).ok(), Some(PARTS.len()));
    }

    #[test]
    fn a_name_selects_one_part() {
        let parts = select(Some("start")).expect("it exists");
        assert_eq!(parts.iter().map(|part| part.name).collect::<Vec<_>>(), ["start"]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let message = select(Some("nodes")).err().map(|error| error.to_string());
        let list = "node, chromium, asymmetric, workerd, start, memory, page, gateway";
        assert_eq!(message, Some(format!("no part `nodes`: there are {list}")));
    }
}
