//! `NumericDate`: seconds since 1970-01-01T00:00:00Z (RFC 7519 §2), fractions kept.
//!
//! Held as whole seconds and nanoseconds, so that sums and comparisons are exact and reading one
//! needs no floating point. The nearest nanosecond is finer than a double can tell at today's dates.

use alloc::string::String;
use core::time::Duration;

const NANOS: u32 = 1_000_000_000;
/// 2^53 − 1 seconds: the integers up to it are those that every JSON reader agrees on (RFC 8259 §6).
const LIMIT: i64 = (1 << 53) - 1;

/// A point in time, at most 2^53 − 1 seconds from the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumericDate {
    /// The whole second that it lies in, rounded down.
    seconds: i64,
    /// Below a second.
    nanos: u32,
}

impl NumericDate {
    /// From seconds since the epoch. `None` if not finite or beyond ±(2^53 − 1).
    #[must_use]
    pub fn from_seconds(seconds: f64) -> Option<Self> {
        let whole = seconds.floor();
        let fraction = ((seconds - whole) * 1e9 + 0.5).floor();
        if !seconds.is_finite() {
            return None;
        }
        #[expect(clippy::as_conversions, reason = "both are whole; saturation is caught by LIMIT")]
        let (whole, fraction) = (whole as i64, fraction as u32);
        Self::new(whole, fraction)
    }

    /// From a JSON number's text, exactly but for what lies below half a nanosecond.
    #[must_use]
    pub fn from_json(number: &str) -> Option<Self> {
        let (negative, number) = match number.as_bytes() {
            [b'-', rest @ ..] => (true, rest),
            number => (false, number),
        };
        let (seconds, nanos) = match read_integer(number) {
            Some(seconds) => (seconds, 0),
            None => read_decimal(number)?,
        };
        match (negative, nanos) {
            (false, _) => Self::new(seconds, nanos),
            (true, 0) => Self::new(-seconds, 0),
            (true, _) => Self::new(-seconds - 1, NANOS - nanos),
        }
    }

    /// `nanos` is at most a full second.
    fn new(seconds: i64, nanos: u32) -> Option<Self> {
        let (seconds, nanos) =
            if nanos >= NANOS { (seconds.checked_add(1)?, 0) } else { (seconds, nanos) };
        let after_limit = seconds == LIMIT && nanos > 0;
        ((-LIMIT..=LIMIT).contains(&seconds) && !after_limit).then_some(Self { seconds, nanos })
    }

    /// Seconds since the epoch, as the nearest double.
    #[must_use]
    pub fn seconds(self) -> f64 {
        #[expect(clippy::as_conversions, reason = "exact: below 2^53")]
        let whole = self.seconds as f64;
        whole + f64::from(self.nanos) / 1e9
    }

    /// The whole second that it lies in.
    #[must_use]
    pub fn floor(self) -> Self {
        Self { nanos: 0, ..self }
    }

    /// So much later. `None` beyond 2^53 − 1 seconds.
    #[must_use]
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        let sum = self.later(duration);
        Self::new(sum.seconds, sum.nanos)
    }

    /// So much later, even beyond the range of dates.
    pub(crate) fn later(self, duration: Duration) -> Self {
        let nanos = self.nanos + duration.subsec_nanos();
        let (carry, nanos) = if nanos >= NANOS { (1, nanos - NANOS) } else { (0, nanos) };
        let whole = i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        Self { seconds: self.seconds.saturating_add(whole).saturating_add(carry), nanos }
    }

    /// So much earlier, even beyond the range of dates.
    pub(crate) fn earlier(self, duration: Duration) -> Self {
        let less = duration.subsec_nanos();
        let (borrow, nanos) =
            if self.nanos < less { (1, self.nanos + NANOS - less) } else { (0, self.nanos - less) };
        let whole = i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        Self { seconds: self.seconds.saturating_sub(whole).saturating_sub(borrow), nanos }
    }

    /// Whole seconds and nanoseconds, exactly as doubles.
    #[cfg(feature = "wasm")]
    #[expect(clippy::as_conversions, reason = "exact: below 2^53, or as good as infinite")]
    pub(crate) fn to_parts(self) -> [f64; 2] {
        [self.seconds as f64, self.nanos.into()]
    }

    /// From what [`Self::to_parts`] gave, or from an infinite number of seconds.
    #[cfg(feature = "wasm")]
    #[expect(clippy::as_conversions, reason = "saturates, on purpose")]
    pub(crate) fn from_parts([seconds, nanos]: [f64; 2]) -> Self {
        Self { seconds: seconds as i64, nanos: nanos as u32 }
    }

    /// Appends it to `text` as a JSON number.
    pub(crate) fn write_onto(self, text: &mut String) {
        if self.seconds >= 0 {
            write_decimal_onto(self.seconds.unsigned_abs(), self.nanos, text);
            return;
        }
        text.push('-');
        let (seconds, nanos) = if self.nanos == 0 {
            (self.seconds, 0)
        } else {
            (self.seconds + 1, NANOS - self.nanos)
        };
        write_decimal_onto(seconds.unsigned_abs(), nanos, text);
    }
}

/// The JSON number `text`, in seconds. `None` if negative or beyond 2^53 − 1.
#[cfg(any(feature = "wasm", test))]
pub(crate) fn duration_from_json(text: &str) -> Option<Duration> {
    let date = NumericDate::from_json(text)?;
    Some(Duration::new(u64::try_from(date.seconds).ok()?, date.nanos))
}

/// Appends `duration` to `text` as a JSON number of seconds.
#[cfg(feature = "wasm")]
pub(crate) fn write_duration_onto(duration: Duration, text: &mut String) {
    write_decimal_onto(duration.as_secs(), duration.subsec_nanos(), text);
}

/// The value of nearly every date: digits, and so few that nothing can overflow.
fn read_integer(digits: &[u8]) -> Option<i64> {
    if digits.len() > 15 {
        return None;
    }
    digits.iter().try_fold(0, |value, digit| {
        digit.is_ascii_digit().then(|| value * 10 + i64::from(digit & 15))
    })
}

/// The value of a JSON number without sign: seconds, and nanoseconds (up to a full second) rounded
/// half up. `None` beyond 2^53 − 1.
fn read_decimal(number: &[u8]) -> Option<(i64, u32)> {
    let end = number.iter().position(|byte| matches!(byte, b'e' | b'E')).unwrap_or(number.len());
    let (mantissa, exponent) = number.split_at_checked(end)?;
    let whole = mantissa.iter().position(|byte| *byte == b'.').unwrap_or(end);
    // The place of the next digit: 1 for ones, 0 for tenths.
    let mut place = read_exponent(exponent).saturating_add_unsigned(u64::try_from(whole).ok()?);
    let mut digits = mantissa.iter().filter(|byte| **byte != b'.').map(|byte| byte & 15);
    let (mut seconds, mut nanos) = (0, 0);
    loop {
        let digit = match digits.next() {
            Some(digit) => digit,
            // However large the exponent, these zeros end: each makes the value tenfold.
            None if place > 0 && seconds > 0 => 0,
            None => return Some((seconds, nanos)),
        };
        match place {
            1.. => seconds = seconds * 10 + i64::from(digit),
            -8..=0 => nanos += u32::from(digit) * 10_u32.pow(place.abs_diff(-8).try_into().ok()?),
            -9 => nanos += u32::from(digit >= 5),
            _ => {}
        }
        if seconds > LIMIT {
            return None;
        }
        place = place.saturating_sub(1);
    }
}

/// The exponent with its `e` and sign, or nothing: what is too long to matter may be inexact.
fn read_exponent(exponent: &[u8]) -> i64 {
    let digits = exponent.iter().filter(|byte| byte.is_ascii_digit());
    let size = digits
        .fold(0_i64, |size, digit| size.saturating_mul(10).saturating_add(i64::from(digit & 15)));
    if exponent.contains(&b'-') { -size } else { size }
}

/// Appends a number of seconds in decimal, without trailing zeros.
fn write_decimal_onto(seconds: u64, nanos: u32, text: &mut String) {
    write_digits_onto(seconds, 1, text);
    if nanos > 0 {
        text.push('.');
        write_digits_onto(nanos.into(), 9, text);
        while text.ends_with('0') {
            text.pop();
        }
    }
}

/// Appends `value` in decimal, with leading zeros up to `width`.
pub(crate) fn write_digits_onto(value: u64, width: usize, text: &mut String) {
    let mut digits = [b'0'; 20];
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
    for digit in digits.iter().skip(20 - length) {
        text.push(char::from(*digit));
    }
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
            ("0.9999999996", "1"),
            ("-0.9999999996", "-1"),
            ("0.00000000004e1", "0"),
            ("0.00000000005e1", "0.000000001"),
            ("12e-1", "1.2"),
            ("12e-3", "0.012"),
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
            "-9007199254740991.1",
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
    fn later_and_earlier_are_exact_and_never_wrap() {
        let date = |text| NumericDate::from_json(text).unwrap();
        let millis = Duration::from_millis;
        assert_eq!(date("100.9").later(millis(200)), date("101.1"));
        assert_eq!(date("100.1").earlier(millis(200)), date("99.9"));
        assert_eq!(date("0").earlier(millis(1)), date("-0.001"));
        assert!(date("0").later(Duration::MAX) > date("9007199254740991"));
        assert!(date("0").earlier(Duration::MAX) < date("-9007199254740991"));
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
