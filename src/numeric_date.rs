//! `NumericDate`: seconds since 1970-01-01T00:00:00Z (RFC 7519 §2), fractions kept.
//!
//! Held as whole nanoseconds, so that sums and comparisons are exact and reading one needs no
//! floating point. The nearest nanosecond is finer than a double can tell at today's dates.

use alloc::string::String;
use core::time::Duration;

const NANOS: i128 = 1_000_000_000;
/// ±(2^53 − 1) seconds, the integers that every JSON reader agrees on (RFC 8259 §6).
const LIMIT: i128 = ((1 << 53) - 1) * NANOS;

/// A point in time, at most 2^53 − 1 seconds from the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumericDate {
    nanos: i128,
}

impl NumericDate {
    /// From seconds since the epoch. `None` if not finite or beyond ±(2^53 − 1).
    #[must_use]
    pub fn from_seconds(seconds: f64) -> Option<Self> {
        let whole = seconds.floor();
        let fraction = ((seconds - whole) * 1e9).round();
        // Casts saturate, and the bounds are checked after them; NaN fails the first check.
        if !seconds.is_finite() {
            return None;
        }
        #[expect(clippy::as_conversions, reason = "both are whole; saturation is caught by LIMIT")]
        let (whole, fraction) = (whole as i64, fraction as i64);
        Self::from_nanos(i128::from(whole) * NANOS + i128::from(fraction))
    }

    /// From a JSON number's text, exactly but for what lies below half a nanosecond.
    #[must_use]
    pub fn from_json(number: &str) -> Option<Self> {
        Self::from_nanos(decimal_nanos(number)?)
    }

    fn from_nanos(nanos: i128) -> Option<Self> {
        (-LIMIT..=LIMIT).contains(&nanos).then_some(Self { nanos })
    }

    /// Seconds since the epoch, as the nearest double.
    #[must_use]
    pub fn seconds(self) -> f64 {
        #[expect(
            clippy::as_conversions,
            reason = "rounding to the nearest double is what is asked"
        )]
        let (whole, fraction) =
            (self.nanos.div_euclid(NANOS) as f64, self.nanos.rem_euclid(NANOS) as f64);
        whole + fraction / 1e9
    }

    /// The whole second that it lies in.
    #[must_use]
    pub fn floor(self) -> Self {
        Self { nanos: self.nanos.div_euclid(NANOS) * NANOS }
    }

    /// So much later. `None` beyond 2^53 − 1 seconds.
    #[must_use]
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        Self::from_nanos(self.nanos.checked_add(nanos(duration))?)
    }

    /// Whether `self >= date + duration`. The sum may lie beyond the range of dates.
    pub(crate) fn has_reached(self, date: Self, duration: Duration) -> bool {
        self.nanos >= date.nanos.saturating_add(nanos(duration))
    }

    /// Whether `self >= date - duration`.
    pub(crate) fn has_reached_within(self, date: Self, duration: Duration) -> bool {
        self.nanos.saturating_add(nanos(duration)) >= date.nanos
    }

    /// Appends it to `text` as a JSON number.
    pub(crate) fn write_onto(self, text: &mut String) {
        if self.nanos < 0 {
            text.push('-');
        }
        write_nanos_onto(self.nanos.unsigned_abs(), text);
    }
}

/// Appends `duration` to `text` as a JSON number of seconds.
#[cfg(feature = "wasm")]
pub(crate) fn write_duration_onto(duration: Duration, text: &mut String) {
    write_nanos_onto(duration.as_nanos(), text);
}

fn write_nanos_onto(nanos: u128, text: &mut String) {
    let unit = NANOS.unsigned_abs();
    push_digits(nanos / unit, 1, text);
    if !nanos.is_multiple_of(unit) {
        text.push('.');
        push_digits(nanos % unit, 9, text);
        text.truncate(text.trim_end_matches('0').len());
    }
}

/// The JSON number `text`, in seconds. `None` if negative or beyond 2^53 − 1.
#[cfg(any(feature = "wasm", test))]
pub(crate) fn duration_from_json(text: &str) -> Option<Duration> {
    let nanos = u128::try_from(NumericDate::from_json(text)?.nanos).ok()?;
    let seconds = u64::try_from(nanos / NANOS.unsigned_abs()).ok()?;
    let fraction = u32::try_from(nanos % NANOS.unsigned_abs()).ok()?;
    Some(Duration::new(seconds, fraction))
}

fn nanos(duration: Duration) -> i128 {
    i128::try_from(duration.as_nanos()).unwrap_or(i128::MAX)
}

/// The value of a JSON number in nanoseconds, rounded half away from zero; `None` far out of range.
fn decimal_nanos(number: &str) -> Option<i128> {
    let (negative, number) = match number.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, number),
    };
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = || whole.bytes().chain(fraction.bytes()).map(|byte| byte.wrapping_sub(b'0'));
    if digits().all(|digit| digit == 0) {
        return Some(0);
    }
    // How many of the digits make whole nanoseconds. An exponent too long for i64 is out of range
    // or, if negative, as good as zero.
    let exponent = match exponent.parse::<i64>() {
        Ok(exponent) => exponent,
        Err(_) if exponent.starts_with('-') => return Some(0),
        Err(_) => return None,
    };
    let kept = i64::try_from(whole.len()).ok()?.checked_add(9)?.checked_add(exponent);
    let Some(kept) = kept else { return if exponent < 0 { Some(0) } else { None } };
    let Ok(kept) = usize::try_from(kept) else { return Some(0) };

    let mut nanos: i128 = 0;
    let padded = digits().chain(core::iter::repeat(0));
    for digit in padded.take(kept) {
        nanos = nanos * 10 + i128::from(digit);
        // Ends a hostile exponent's loop: a value that is not zero grows tenfold each turn.
        if nanos > LIMIT {
            return None;
        }
    }
    if digits().nth(kept).is_some_and(|digit| digit >= 5) {
        nanos += 1;
    }
    Some(if negative { -nanos } else { nanos })
}

/// Appends `value` in decimal, with leading zeros up to `width`.
fn push_digits(value: u128, width: usize, text: &mut String) {
    let mut digits = [b'0'; 39];
    let mut rest = value;
    let mut length = 0;
    for digit in digits.iter_mut().rev() {
        if rest == 0 && length >= width {
            break;
        }
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        length += 1;
    }
    text.extend(digits.iter().skip(39 - length).map(|digit| char::from(*digit)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::ToOwned;

    fn written(number: &str) -> Option<String> {
        let mut text = String::new();
        NumericDate::from_json(number)?.write_onto(&mut text);
        Some(text)
    }

    #[test]
    fn json_numbers_are_read_exactly() {
        for (number, text) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.0e5", "0"),
            ("1795368810", "1795368810"),
            ("1.79536881e9", "1795368810"),
            ("17953688105E-1", "1795368810.5"),
            ("1795368810.500", "1795368810.5"),
            ("-1.25", "-1.25"),
            ("0.0000000004", "0"),
            ("0.0000000005", "0.000000001"),
            ("1e-400", "0"),
            ("1e-99999999999999999999", "0"),
            ("0e99999999999999999999", "0"),
            ("9007199254740991", "9007199254740991"),
            ("-9007199254740991", "-9007199254740991"),
            ("9007199254740991.0", "9007199254740991"),
        ] {
            assert_eq!(written(number), Some(text.to_owned()), "{number}");
        }
    }

    #[test]
    fn numbers_out_of_range_are_refused() {
        for number in [
            "9007199254740992",
            "-9007199254740992",
            "9007199254740991.1",
            "1e16",
            "1e400",
            "1e99999999999999999999",
            "123456789012345678901234567890123456789012345678901234567890",
        ] {
            assert_eq!(NumericDate::from_json(number), None, "{number}");
        }
    }

    #[test]
    fn seconds_come_back_as_they_went_in() {
        for seconds in [0.0, 1.5, -1.25, 1_795_368_810.123, 9_007_199_254_740_991.0] {
            assert_eq!(NumericDate::from_seconds(seconds).map(NumericDate::seconds), Some(seconds));
        }
        for seconds in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 9_007_199_254_740_992.0, 1e300]
        {
            assert_eq!(NumericDate::from_seconds(seconds), None, "{seconds}");
        }
    }

    #[test]
    fn a_date_is_reached_at_the_second_itself_and_not_before() {
        let date = |text| NumericDate::from_json(text).unwrap();
        let none = Duration::ZERO;
        assert!(date("100").has_reached(date("100"), none));
        assert!(!date("99.999999999").has_reached(date("100"), none));
        assert!(date("100.3").has_reached(date("100.1"), Duration::from_millis(200)));
        assert!(!date("100.3").has_reached(date("100.1"), Duration::from_millis(201)));
        assert!(!date("100").has_reached(date("0"), Duration::MAX));
    }

    #[test]
    fn durations_are_not_negative() {
        assert_eq!(duration_from_json("1.5"), Some(Duration::from_millis(1500)));
        assert_eq!(duration_from_json("-1.5"), None);
    }

    proptest::proptest! {
        #[test]
        fn text_and_double_agree(seconds in -9e15..9e15f64) {
            let text = alloc::format!("{seconds}");
            let read = NumericDate::from_json(&text).unwrap();
            proptest::prop_assert_eq!(read.seconds(), seconds);
        }
    }
}
