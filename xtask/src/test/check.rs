//! Check: one step of a part, which yields counts.

use std::process::Command;

use anyhow::Result;

use super::counts::Counts;
use crate::command::checked;
use crate::progress::{Progress, Step};
use crate::project::Project;

type Work = dyn Fn(&Project, &Step) -> Result<Counts>;

pub(crate) struct Check {
    title: String,
    work: Box<Work>,
}

impl Check {
    pub(crate) fn new(
        title: &str,
        work: impl Fn(&Project, &Step) -> Result<Counts> + 'static,
    ) -> Self {
        Self { title: title.to_owned(), work: Box::new(work) }
    }

    /// A command that passes or fails as a whole.
    pub(crate) fn command(title: &str, command: fn(&Project) -> Command) -> Self {
        Self::new(title, move |project, step| {
            checked(&mut command(project), |line| step.show(line))?;
            Ok(Counts::PASSED)
        })
    }

    /// Runs it as a step. An error is a failed test, told at once.
    pub(crate) fn run(&self, project: &Project, part: &str, progress: &mut Progress) -> Counts {
        let result = progress.step(&format!("test {part}: {}", self.title), |step| {
            let counts = (self.work)(project, step).unwrap_or_else(|error| {
                step.say(&format!("failed: {error:#}"));
                Counts::FAILED
            });
            step.conclude(counts.to_string(), counts.failed > 0);
            Ok(counts)
        });
        result.unwrap_or(Counts::FAILED)
    }
}
