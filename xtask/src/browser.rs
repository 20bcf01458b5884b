//! Browser: a Chromium, a Firefox and a WebKit for the tests.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::command::find_program;
use crate::debian;
use crate::progress::Step;

/// Finds a Chromium, or installs it where that is possible.
///
/// # Errors
/// `CHROMIUM` names no file, or apt-get fails.
pub(crate) fn chromium(step: &Step) -> Result<Option<PathBuf>> {
    find(&CHROMIUM, step)
}

/// Finds a Firefox, or installs it where that is possible.
///
/// # Errors
/// `FIREFOX` names no file, or apt-get fails.
pub(crate) fn firefox(step: &Step) -> Result<Option<PathBuf>> {
    find(&FIREFOX, step)
}

/// Finds the WebDriver of a WebKitGTK, or installs it where that is possible. It needs a display,
/// which the tests start with Xvfb.
///
/// # Errors
/// `WEBKIT_DRIVER` names no file, or apt-get fails.
pub(crate) fn webkit(step: &Step) -> Result<Option<PathBuf>> {
    find(&WEBKIT, step)
}

struct Browser {
    /// The environment variable that may name it.
    variable: &'static str,
    /// Where it is found by itself: on PATH, else as a file.
    names: &'static [&'static str],
    file: Option<&'static str>,
    /// What it cannot do without: programs on PATH.
    beside: &'static [&'static str],
    /// Of Debian, the browser's own first.
    packages: &'static [&'static str],
}

impl Browser {
    fn installed(&self) -> Option<PathBuf> {
        if self.beside.iter().any(|name| find_program(name).is_none()) {
            return None;
        }
        let elsewhere = || self.file.map(PathBuf::from).filter(|path| path.is_file());
        self.names.iter().find_map(|name| find_program(name)).or_else(elsewhere)
    }
}

fn find(browser: &Browser, step: &Step) -> Result<Option<PathBuf>> {
    let variable = browser.variable;
    if let Some(named) = env::var_os(variable) {
        let path = PathBuf::from(named);
        if !path.is_file() {
            bail!("{variable} is {}, which is no file", path.display());
        }
        return Ok(Some(path));
    }
    if let Some(path) = browser.installed() {
        step.say(&format!("using the browser at {}", path.display()));
        return Ok(Some(path));
    }
    if !debian::can_install() {
        return Ok(None);
    }
    for package in browser.packages {
        if debian::offered(&format!("^{package}$"), step)?.is_empty() {
            return Ok(None);
        }
    }
    let packages: Vec<_> = browser.packages.iter().map(|&name| name.to_owned()).collect();
    debian::install(&packages, step)?;
    Ok(browser.installed())
}

const CHROMIUM: Browser = Browser {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    file: Some("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    beside: &[],
    packages: &["chromium"],
};
const FIREFOX: Browser = Browser {
    variable: "FIREFOX",
    names: &["firefox", "firefox-esr"],
    file: Some("/Applications/Firefox.app/Contents/MacOS/firefox"),
    beside: &[],
    packages: &["firefox-esr"],
};
const WEBKIT: Browser = Browser {
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    file: None,
    beside: &["Xvfb"],
    packages: &["webkit2gtk-driver", "xvfb"],
};
