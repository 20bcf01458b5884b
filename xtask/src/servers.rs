//! Servers: those in front of Django that a distribution has, and pip has not.

use anyhow::Result;

use crate::debian;
use crate::progress::Step;

/// Installs those that are missing, where that is possible; the tests say which they miss.
///
/// # Errors
/// apt-get fails.
pub(crate) fn install(step: &Step) -> Result<()> {
    let installed = debian::installed(&PACKAGES);
    let missing = PACKAGES.into_iter().filter(|name| !installed.iter().any(|found| found == name));
    let missing: Vec<_> = missing.map(str::to_owned).collect();
    if missing.is_empty() || !debian::can_install() {
        return Ok(());
    }
    // Not started: debian.rs sees to that.
    debian::install(&missing, step)
}

const PACKAGES: [&str; 3] = ["nginx-light", "apache2", "libapache2-mod-wsgi-py3"];
