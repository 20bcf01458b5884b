//! Browser: a Chromium for the tests.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::command::find_program;
use crate::debian;
use crate::progress::Step;

/// Finds a Chromium, or installs it where that is possible.
///
/// # Errors
/// `CHROMIUM` names no file, or apt-get fails.
pub(crate) fn chromium(step: &Step) -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let path = PathBuf::from(named);
        if !path.is_file() {
            bail!("CHROMIUM is {}, which is no file", path.display());
        }
        return Ok(Some(path));
    }
    if let Some(path) = installed() {
        step.say(&format!("using the browser at {}", path.display()));
        return Ok(Some(path));
    }
    if !debian::can_install() || debian::offered("^chromium$", step)?.is_empty() {
        return Ok(None);
    }
    debian::install(&["chromium".to_owned()], step)?;
    Ok(installed())
}

fn installed() -> Option<PathBuf> {
    let elsewhere = || Some(Path::new(MACOS_CHROME)).filter(|path| path.is_file());
    NAMES.into_iter().find_map(find_program).or_else(|| elsewhere().map(Path::to_owned))
}

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MACOS_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
