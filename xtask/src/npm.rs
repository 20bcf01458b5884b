//! npm: Node, the npm packages of package-lock.json, and their programs.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::{checked, quiet};
use crate::progress::Step;
use crate::project::Project;

/// Makes sure of a Node that can run the tools.
///
/// # Errors
/// There is none, or it is older than [`OLDEST_NODE`].
pub(crate) fn require_node() -> Result<()> {
    let wanted = format!("node {OLDEST_NODE} or newer is needed (https://nodejs.org)");
    let version = quiet(Command::new("node").arg("--version")).with_context(|| wanted.clone())?;
    let major = major_version(&version).with_context(|| format!("unreadable: node {version}"))?;
    ensure!(major >= OLDEST_NODE, "{wanted}, and this is {}", version.trim());
    Ok(())
}

/// Installs the locked packages, unless they are there.
///
/// # Errors
/// npm fails.
pub(crate) fn install(project: &Project, step: &Step) -> Result<()> {
    if is_current(project) {
        step.say("using the npm packages in node_modules");
        return Ok(());
    }
    step.say("fetching the npm packages of package-lock.json");
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // No install scripts: every binary in use comes inside a package.
    npm.args(["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"]);
    checked(npm.current_dir(project.root()), |line| step.show(line))?;
    Ok(())
}

/// Node, about to run a script of this project.
pub(crate) fn script(project: &Project, path: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(path).current_dir(project.root());
    node
}

/// A program that an installed package brings.
pub(crate) fn program(project: &Project, name: &str) -> Command {
    let file = format!("node_modules/.bin/{name}{}", if cfg!(windows) { ".cmd" } else { "" });
    let mut program = Command::new(project.path(&file));
    // CI=true makes some of them colour their output, which is shown as plain text.
    program.current_dir(project.root()).env("NO_COLOR", "1");
    program
}

/// npm writes its hidden lock file last: one that is older than package-lock.json, or missing,
/// tells of another or an unfinished install.
fn is_current(project: &Project) -> bool {
    let time = |path: &str| fs::metadata(project.path(path)).and_then(|data| data.modified()).ok();
    time("node_modules/.package-lock.json") >= time("package-lock.json")
}

fn major_version(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

const OLDEST_NODE: u32 = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_nodes_answer() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("20.20.2"), None);
        assert_eq!(major_version("v"), None);
    }
}
