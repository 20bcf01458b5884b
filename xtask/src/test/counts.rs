//! Counts: of tests that passed, failed or did not run.

use std::fmt;
use std::ops::Add;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub(crate) const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// Parses exactly what [`fmt::Display`] writes.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split(", ");
        let counts = Self {
            passed: fields.next()?.strip_suffix(" passed")?.parse().ok()?,
            failed: fields.next()?.strip_suffix(" failed")?.parse().ok()?,
            skipped: fields.next()?.strip_suffix(" skipped")?.parse().ok()?,
        };
        // Written again, it must be the same: `+1 passed` and a fourth field are refused.
        (counts.to_string() == line).then_some(counts)
    }

    /// Parses a summary of Rust's test harness, `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub(crate) fn parse_cargo(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix("test result: ")?.split_once(". ")?.1.split("; ");
        Some(Self {
            passed: words.next()?.strip_suffix(" passed")?.parse().ok()?,
            failed: words.next()?.strip_suffix(" failed")?.parse().ok()?,
            skipped: words.next()?.strip_suffix(" ignored")?.parse().ok()?,
        })
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_line_is_read_back() {
        let counts = Counts { passed: 12, failed: 3, skipped: 4 };
        assert_eq!(Counts::parse("12 passed, 3 failed, 4 skipped"), Some(counts));
        assert_eq!(Counts::parse(&counts.to_string()), Some(counts));
    }

    #[test]
    fn a_line_that_differs_a_little_is_no_summary() {
        for line in [
            "",
            "12 passed, 3 failed",
            "12 passed, 3 failed, 4 skipped.",
            "12 passed, 3 failed, 4 skipped, 5 todo",
            " 12 passed, 3 failed, 4 skipped",
            "12 passed,3 failed,4 skipped",
            "+12 passed, 3 failed, 4 skipped",
            "012 passed, 3 failed, 4 skipped",
            "-1 passed, 3 failed, 4 skipped",
            "3 failed, 12 passed, 4 skipped",
            "99999999999999999999 passed, 0 failed, 0 skipped",
        ] {
            assert_eq!(Counts::parse(line), None, "{line}");
        }
    }

    #[test]
    fn a_summary_of_rusts_harness_is_read() {
        let rest = "0 measured; 5 filtered out; finished in 0.31s";
        let line = format!("test result: FAILED. 7 passed; 2 failed; 1 ignored; {rest}");
        let counts = Counts { passed: 7, failed: 2, skipped: 1 };
        assert_eq!(Counts::parse_cargo(&line), Some(counts));
    }

    #[test]
    fn a_test_that_prints_something_like_it_is_not() {
        for line in [
            "test result ok. 7 passed; 2 failed; 1 ignored",
            " test result: ok. 7 passed; 2 failed; 1 ignored",
            "test result: ok. 7 passed; 2 failed",
            "test result: ok. x passed; 2 failed; 1 ignored",
        ] {
            assert_eq!(Counts::parse_cargo(line), None, "{line}");
        }
    }
}
