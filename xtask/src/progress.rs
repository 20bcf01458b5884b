//! Progress: which step is running, out of how many, and for how long.
//!
//! A spinner on a terminal; plain lines where nobody watches (CI, a pipe), since escape codes
//! would spoil a log. Everything goes to stderr: stdout is for results.

use std::cell::{Cell, RefCell};
use std::env;
use std::io::{IsTerminal, stderr, stdout};
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

pub(crate) struct Progress {
    total: usize,
    started: usize,
    spins: bool,
}

impl Progress {
    pub(crate) fn new(total: usize) -> Self {
        let watched = stderr().is_terminal() && stdout().is_terminal();
        Self { total, started: 0, spins: watched && env::var_os("CI").is_none() }
    }

    /// Runs one step under its title, and says how long it took.
    ///
    /// # Errors
    /// Those of `work`.
    pub(crate) fn step<T>(
        &mut self,
        title: &str,
        work: impl FnOnce(&Step) -> Result<T>,
    ) -> Result<T> {
        self.started += 1;
        let title = format!("[{}/{}] {title}", self.started, self.total);
        let step = Step::start(&title, self.spins);
        let result = work(&step);
        step.end(&title, result.is_ok());
        result
    }
}

/// The running step's voice.
pub(crate) struct Step {
    spinner: Option<ProgressBar>,
    since: Instant,
    result: RefCell<Option<String>>,
    failed: Cell<bool>,
}

impl Step {
    fn start(title: &str, spins: bool) -> Self {
        let spinner = if spins {
            let spinner = ProgressBar::new_spinner().with_prefix(title.to_owned());
            if let Ok(style) = ProgressStyle::with_template(SPINNER) {
                spinner.set_style(style);
            }
            spinner.enable_steady_tick(TICK);
            Some(spinner)
        } else {
            eprintln!("{title}");
            None
        };
        Self { spinner, since: Instant::now(), result: RefCell::default(), failed: Cell::default() }
    }

    /// Says a line that stays.
    pub(crate) fn say(&self, line: &str) {
        match &self.spinner {
            Some(spinner) => spinner.suspend(|| eprintln!("{line}")),
            None => eprintln!("{line}"),
        }
    }

    /// Shows what a child is busy with, until the next such line; on a terminal only.
    pub(crate) fn show(&self, line: &str) {
        if let Some(spinner) = &self.spinner {
            spinner.set_message(line.trim().to_owned());
        }
    }

    /// Puts a short result into the step's last line.
    pub(crate) fn conclude(&self, result: String, failed: bool) {
        self.result.replace(Some(result));
        self.failed.set(failed);
    }

    fn end(self, title: &str, ok: bool) {
        let seconds = self.since.elapsed().as_secs_f64();
        let word = if ok && !self.failed.get() { "done" } else { "failed" };
        let result = self.result.take().map_or_else(String::new, |result| format!("{result}, "));
        match self.spinner {
            Some(spinner) => {
                spinner.finish_and_clear();
                eprintln!("{title}: {word}, {result}{seconds:.1} s");
            }
            None => eprintln!("  {word}, {result}{seconds:.1} s"),
        }
    }
}

const SPINNER: &str = "{spinner} {prefix} {elapsed} {wide_msg:.dim}";
const TICK: Duration = Duration::from_millis(120);
