//! The part `web`: form and types of everything that is not Rust.

use super::check::Check;
use crate::npm;
use crate::project::Project;

pub(crate) fn checks(project: &Project) -> Vec<Check> {
    let mut checks = vec![
        Check::command("format", |project| {
            let mut prettier = npm::program(project, "prettier");
            prettier.args(["--check", "."]);
            prettier
        }),
        Check::command("types of the package", |project| {
            let mut tsc = npm::program(project, "tsc");
            tsc.args(["-p", "pkg", "--noEmit"]);
            tsc
        }),
    ];
    if project.path("tests/tsconfig.json").is_file() {
        checks.push(Check::command("types of the tests", |project| {
            let mut tsc = npm::program(project, "tsc");
            tsc.args(["-p", "tests", "--noEmit"]);
            tsc
        }));
    }
    checks
}
