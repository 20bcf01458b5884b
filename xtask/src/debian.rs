//! Debian: packages by apt-get, where this process may install them.

use std::process::Command;
use std::sync::OnceLock;

use anyhow::Result;

use crate::command::{checked, find_program, quiet, watched};
use crate::progress::Step;

/// Whether apt-get exists and would obey.
pub(crate) fn can_install() -> bool {
    let root = || quiet(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    find_program("apt-get").is_some() && root()
}

/// The names of those installed packages that match one of `patterns`.
pub(crate) fn installed(patterns: &[&str]) -> Vec<String> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status} ${Package}\\n"]).args(patterns);
    // It fails where one pattern matches nothing, and still lists what the others match.
    let Ok(outcome) = watched(&mut query, |_| ()) else { return Vec::new() };
    let present = |line: &String| line.strip_prefix("installed ").map(str::to_owned);
    outcome.stdout.iter().filter_map(present).collect()
}

/// The names of the packages that apt can fetch and that match `pattern`, a regular expression.
///
/// # Errors
/// apt-cache fails.
pub(crate) fn offered(pattern: &str, step: &Step) -> Result<Vec<String>> {
    update_once(step);
    let list = quiet(Command::new("apt-cache").args(["search", "--names-only", pattern]))?;
    Ok(list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect())
}

/// Installs `packages`, and says so.
///
/// # Errors
/// apt-get fails.
pub(crate) fn install(packages: &[String], step: &Step) -> Result<()> {
    update_once(step);
    step.say(&format!("installing from Debian: {}", packages.join(" ")));
    let mut install = apt_get();
    install.args(["install", "-y", "--no-install-recommends"]).args(packages);
    checked(&mut install, |line| step.show(line))?;
    Ok(())
}

/// A fresh container has no package lists, and old lists name packages that are gone.
///
/// A failure is only said: the lists at hand may still do, and the install says if not.
fn update_once(step: &Step) {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        step.say("fetching Debian's package lists");
        if let Err(error) = checked(apt_get().arg("update"), |line| step.show(line)) {
            step.say(&format!("going on with the old lists: {error:#}"));
        }
    });
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    // RUNLEVEL=1 keeps server packages from starting their servers.
    command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
    command.args(["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]);
    command
}
