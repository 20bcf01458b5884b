//! Command: a child process whose output is kept, and shown only when it matters.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What a finished child left behind.
pub(crate) struct Outcome {
    /// `None`: it ran into [`TIME_LIMIT`] and was ended.
    pub(crate) status: Option<ExitStatus>,
    pub(crate) stdout: Vec<String>,
    /// stdout and stderr, in the order in which they arrived.
    pub(crate) lines: Vec<String>,
    line: String,
}

impl Outcome {
    pub(crate) fn succeeded(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }

    /// How it ended, its command line, and the last of what it said.
    pub(crate) fn report(&self) -> String {
        let end = match self.status {
            Some(status) => status.to_string(),
            None => format!("ended after {} s without an end", TIME_LIMIT.as_secs()),
        };
        let skipped = self.lines.len().saturating_sub(SHOWN_LINES);
        let mut report = format!("{} ({end})", self.line);
        if skipped > 0 {
            report.push_str(&format!("\n  … {skipped} lines before"));
        }
        for line in self.lines.iter().skip(skipped) {
            report.push_str("\n  ");
            report.push_str(line);
        }
        report
    }
}

/// Runs `command` and returns its stdout.
///
/// # Errors
/// It cannot be started, or it fails: then the error shows the end of its output.
pub(crate) fn quiet(command: &mut Command) -> Result<String> {
    checked(command, |_| ()).map(|outcome| outcome.stdout.join("\n"))
}

/// Like [`quiet`], and hands on each line as it comes.
///
/// # Errors
/// As those of [`quiet`].
pub(crate) fn checked(command: &mut Command, on_line: impl FnMut(&str)) -> Result<Outcome> {
    let outcome = watched(command, on_line)?;
    if !outcome.succeeded() {
        bail!("this command failed: {}", outcome.report());
    }
    Ok(outcome)
}

/// Runs `command` to its end, well or not, and hands on each line as it comes.
///
/// Stdin is empty, so that nothing waits for an answer that cannot come.
///
/// # Errors
/// It cannot be started.
pub(crate) fn watched(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<Outcome> {
    let line = command_line(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {line}"))?;
    let arriving = read(&mut child);
    let started = Instant::now();
    let (mut stdout, mut lines) = (Vec::new(), Vec::new());
    loop {
        match arriving.recv_timeout(POLL) {
            Ok((source, text)) => {
                on_line(&text);
                if source == Source::Stdout {
                    stdout.push(text.clone());
                }
                lines.push(text);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            // A daemon that the child left behind can hold its pipes open for ever.
            Err(RecvTimeoutError::Timeout) if child.try_wait()?.is_some() => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if started.elapsed() > TIME_LIMIT {
            child.kill()?;
            child.wait()?;
            return Ok(Outcome { status: None, stdout, lines, line });
        }
    }
    Ok(Outcome { status: Some(child.wait()?), stdout, lines, line })
}

/// The first program of this name on PATH.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&file)).find(|path| path.is_file())
}

fn read(child: &mut Child) -> Receiver<(Source, String)> {
    let (sender, receiver) = channel();
    if let Some(stdout) = child.stdout.take() {
        forward(stdout, Source::Stdout, sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        forward(stderr, Source::Stderr, sender);
    }
    receiver
}

fn forward(stream: impl Read + Send + 'static, source: Source, sender: Sender<(Source, String)>) {
    thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut bytes = Vec::new();
        // Bytes, not `lines()`: output that is not UTF-8 must not end the reading.
        while stream.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
            let text = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
            if sender.send((source, text)).is_err() {
                return;
            }
            bytes.clear();
        }
    });
}

fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Stdout,
    Stderr,
}

/// Enough for the compiler's longest complaint, little enough to scroll through.
const SHOWN_LINES: usize = 200;
const POLL: Duration = Duration::from_millis(200);
/// No child takes a third of it on two cores; CI as a whole has 90 minutes.
const TIME_LIMIT: Duration = Duration::from_secs(30 * 60);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_childs_report_has_its_command_line_and_output() {
        let mut command = Command::new("cargo");
        let error = quiet(command.arg("--no-such-flag")).expect_err("cargo refuses the flag");
        let message = error.to_string();
        assert!(message.contains("cargo --no-such-flag (exit status: 1)"), "{message}");
        assert!(message.contains("unexpected argument"), "{message}");
    }

    #[test]
    fn a_well_ended_child_hands_over_its_stdout() {
        let mut command = Command::new("cargo");
        assert!(quiet(command.arg("--version")).expect("cargo runs").starts_with("cargo 1."));
    }

    #[test]
    fn a_program_that_is_not_on_path_is_not_found() {
        assert!(find_program("cargo").is_some());
        assert!(find_program("cargo-of-another-name").is_none());
    }
}
