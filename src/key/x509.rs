//! Certificates, as far as they are an envelope of a key: RFC 5280 §4.1.
//!
//! Nothing is verified or trusted here: no signature, no name, no extension. Who gives a
//! certificate as a key vouches for it as for any other key.

use super::Inside;
use super::der::{BIT_STRING, GENERALIZED_TIME, Reader, UTC_TIME};
use super::spki;
use crate::error::Reason;
use crate::numeric_date::NumericDate;

/// Reads the key and the validity of the Certificate that fills `der`.
pub(super) fn read(der: &[u8]) -> Result<Inside, Reason> {
    let mut certificate = Reader::sequence_filling(der)?;
    let mut to_be_signed = certificate.sequence()?;
    certificate.sequence()?;
    certificate.content(BIT_STRING)?;
    certificate.end()?;
    // Version, serial number, signature algorithm, issuer.
    to_be_signed.optional(0xa0)?;
    to_be_signed.any()?;
    to_be_signed.sequence()?;
    to_be_signed.sequence()?;
    let mut validity = to_be_signed.sequence()?;
    let dates = (read_time(&mut validity)?, read_time(&mut validity)?);
    validity.end()?;
    // The subject.
    to_be_signed.sequence()?;
    let inside = spki::read_fields(&mut to_be_signed.sequence()?)?;
    // Unique identifiers, extensions.
    while !to_be_signed.is_empty() {
        to_be_signed.any()?;
    }
    Ok(Inside { validity: Some(dates), ..inside })
}

/// A Time, in UTC and to the second (RFC 5280 §4.1.2.5.1, §4.1.2.5.2).
fn read_time(reader: &mut Reader<'_>) -> Result<NumericDate, Reason> {
    let (tag, text) = reader.any()?;
    seconds_of(tag, text).and_then(NumericDate::from_seconds).ok_or(Reason::NotDer)
}

fn seconds_of(tag: u8, text: &[u8]) -> Option<f64> {
    let digits = text.strip_suffix(b"Z")?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number =
        |pair: &[u8; 2]| pair.iter().fold(0, |sum, digit| sum * 10 + i32::from(digit & 15));
    let (year, rest) = match (tag, digits.as_chunks()) {
        (UTC_TIME, ([year, rest @ ..], [])) => match number(year) {
            year @ 50.. => (1900 + year, rest),
            year => (2000 + year, rest),
        },
        (GENERALIZED_TIME, ([century, year, rest @ ..], [])) => {
            (number(century) * 100 + number(year), rest)
        }
        _ => return None,
    };
    let [month, day, hour, minute, second] = rest else { return None };
    let (month, day) = (number(month), number(day));
    let (hour, minute, second) = (number(hour), number(minute), number(second));
    let in_month = (1..=12).contains(&month)
        && day >= 1
        && days_before(year, month) + day <= days_before(year, month + 1);
    if !in_month || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let days = days_before(year, month) + day - 1;
    Some(f64::from(days) * 86400.0 + f64::from((hour * 60 + minute) * 60 + second))
}

/// The days from the epoch to the month's first day; the month after December is the 13th.
///
/// Years here begin with March: a leap day is then the last of its year, and the lengths of the
/// months repeat every five, 153 days.
fn days_before(year: i32, month: i32) -> i32 {
    let months = year * 12 + month - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // 719468 days from 0000-03-01 to the epoch.
    year * 365 + leap_days + (153 * month + 2) / 5 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_seconds_since_the_epoch() {
        // As `date -u +%s` gives them.
        let rows: [(u8, &[u8], f64); 10] = [
            (UTC_TIME, b"700101000000Z", 0.0),
            (UTC_TIME, b"500101000000Z", -631_152_000.0),
            (UTC_TIME, b"491231235959Z", 2_524_607_999.0),
            (UTC_TIME, b"240229120000Z", 1_709_208_000.0),
            (GENERALIZED_TIME, b"20000229000000Z", 951_782_400.0),
            (GENERALIZED_TIME, b"20240301000000Z", 1_709_251_200.0),
            (GENERALIZED_TIME, b"20261231235959Z", 1_798_761_599.0),
            (GENERALIZED_TIME, b"99991231235959Z", 253_402_300_799.0),
            (GENERALIZED_TIME, b"21000228235959Z", 4_107_542_399.0),
            (GENERALIZED_TIME, b"00000101000000Z", -62_167_219_200.0),
        ];
        for (tag, text, seconds) in rows {
            assert_eq!(seconds_of(tag, text), Some(seconds), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn times_that_are_none_are_refused() {
        let rows: [(u8, &[u8]); 16] = [
            (UTC_TIME, b"700101000000"),
            (UTC_TIME, b"7001010000Z"),
            (UTC_TIME, b"700101000000+0000"),
            (UTC_TIME, b"19700101000000Z"),
            (UTC_TIME, b"70010100000aZ"),
            (GENERALIZED_TIME, b"700101000000Z"),
            (GENERALIZED_TIME, b"19700101000000.5Z"),
            (GENERALIZED_TIME, b"19700001000000Z"),
            (GENERALIZED_TIME, b"19701301000000Z"),
            (GENERALIZED_TIME, b"19700100000000Z"),
            (GENERALIZED_TIME, b"19700431000000Z"),
            (GENERALIZED_TIME, b"20230229000000Z"),
            (GENERALIZED_TIME, b"21000229000000Z"),
            (GENERALIZED_TIME, b"19700101240000Z"),
            (GENERALIZED_TIME, b"19700101006000Z"),
            (0x16, b"700101000000Z"),
        ];
        for (tag, text) in rows {
            assert_eq!(seconds_of(tag, text), None, "{}", text.escape_ascii());
        }
    }
}
