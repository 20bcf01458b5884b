//! Table: one line a part.

use std::time::Duration;

use super::counts::Counts;

pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) counts: Counts,
    pub(crate) time: Duration,
}

/// The rows under a head, in columns.
pub(crate) fn format(rows: &[Row]) -> String {
    let mut table = line("part", "passed", "failed", "skipped", "seconds");
    for Row { name, counts, time } in rows {
        let Counts { passed, failed, skipped } = counts;
        table.push_str(&line(name, passed, failed, skipped, format!("{:.1}", time.as_secs_f64())));
    }
    table
}

fn line(
    name: &str,
    passed: impl ToString,
    failed: impl ToString,
    skipped: impl ToString,
    seconds: impl ToString,
) -> String {
    let numbers = [passed.to_string(), failed.to_string(), skipped.to_string()];
    let numbers = numbers.map(|number| format!("{number:>9}")).concat();
    format!("{name:<10}{numbers}{:>10}\n", seconds.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_their_heads() {
        let counts = Counts { passed: 120, failed: 0, skipped: 3 };
        let rows = [Row { name: "packaging", counts, time: Duration::from_millis(61_250) }];
        let expected = "\
part         passed   failed  skipped   seconds
packaging       120        0        3      61.2
";
        assert_eq!(format(&rows), expected);
    }
}
