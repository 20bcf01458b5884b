//! DER: X.690 §8 and §10, as much as keys are made of.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::rsa::stripped;
use crate::error::Reason;

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OID: u8 = 0x06;
pub(super) const UTC_TIME: u8 = 0x17;
pub(super) const GENERALIZED_TIME: u8 = 0x18;
pub(super) const SEQUENCE: u8 = 0x30;

/// The element that `bytes` begins with: tag, content, and what follows. Takes lengths that are not
/// minimal, as BER does.
pub(super) fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (octets, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
        if octets.is_empty() || octets.len() > 4 {
            return None;
        }
        (octets.iter().fold(0, |length, octet| length << 8 | usize::from(*octet)), rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

/// Elements one after the other, each in its one encoding (X.690 §10.1).
///
/// Called from many places, none of them hot: hence nothing is inlined.
#[derive(Clone, Copy)]
pub(super) struct Reader<'d>(&'d [u8]);

impl<'d> Reader<'d> {
    /// The elements of the SEQUENCE that fills `der`.
    pub(super) fn sequence_filling(der: &'d [u8]) -> Result<Self, Reason> {
        content_filling(der, SEQUENCE).map(Self)
    }

    /// The next element, whatever it is: tag and content.
    #[inline(never)]
    pub(super) fn any(&mut self) -> Result<(u8, &'d [u8]), Reason> {
        let (tag, content, rest) = element(self.0).ok_or(Reason::NotDer)?;
        let header = self.0.len() - content.len() - rest.len();
        // Nothing in a key has a tag of several octets.
        if header != header_bytes(content.len()) || tag & 0x1f == 0x1f {
            return Err(Reason::NotDer);
        }
        self.0 = rest;
        Ok((tag, content))
    }

    /// The content of the next element, which has to have this tag.
    #[inline(never)]
    pub(super) fn content(&mut self, tag: u8) -> Result<&'d [u8], Reason> {
        self.optional(tag)?.ok_or(Reason::NotDer)
    }

    /// The content of the next element, if it has this tag.
    #[inline(never)]
    pub(super) fn optional(&mut self, tag: u8) -> Result<Option<&'d [u8]>, Reason> {
        if self.0.first() == Some(&tag) {
            self.any().map(|(_, content)| Some(content))
        } else {
            Ok(None)
        }
    }

    /// The elements of the next one, a SEQUENCE.
    #[inline(never)]
    pub(super) fn sequence(&mut self) -> Result<Self, Reason> {
        self.content(SEQUENCE).map(Self)
    }

    /// The elements of the next one, if it is constructed with this tag.
    #[inline(never)]
    pub(super) fn tagged(&mut self, tag: u8) -> Result<Option<Self>, Reason> {
        Ok(self.optional(tag)?.map(Self))
    }

    /// An INTEGER that is not negative, big-endian, without the zero that only keeps it positive.
    #[inline(never)]
    pub(super) fn natural(&mut self) -> Result<&'d [u8], Reason> {
        match self.content(INTEGER)? {
            [0, number @ ..] if number.first() >= Some(&0x80) => Ok(number),
            number @ ([0] | [1..0x80, ..]) => Ok(number),
            _ => Err(Reason::NotDer),
        }
    }

    /// An INTEGER that is not negative and has at most 32 bits.
    pub(super) fn small_natural(&mut self) -> Result<u32, Reason> {
        let number = self.natural()?;
        if number.len() > 4 {
            return Err(Reason::NotDer);
        }
        Ok(number.iter().fold(0, |value, byte| value << 8 | u32::from(*byte)))
    }

    /// A BIT STRING of whole octets.
    #[inline(never)]
    pub(super) fn bits(&mut self) -> Result<&'d [u8], Reason> {
        whole_octets(self.content(BIT_STRING)?)
    }

    /// Whether nothing follows.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes sure that nothing follows.
    #[inline(never)]
    pub(super) fn end(&self) -> Result<(), Reason> {
        if self.is_empty() { Ok(()) } else { Err(Reason::NotDer) }
    }

    /// The encoding of what follows.
    pub(super) fn rest(&self) -> &'d [u8] {
        self.0
    }
}

/// The content of the element that fills `der` and has this tag.
pub(super) fn content_filling(der: &[u8], tag: u8) -> Result<&[u8], Reason> {
    let mut reader = Reader(der);
    let content = reader.content(tag)?;
    reader.end()?;
    Ok(content)
}

/// The octets of a BIT STRING's content, which begins with the number of bits unused at its end.
pub(super) fn whole_octets(content: &[u8]) -> Result<&[u8], Reason> {
    match content {
        [0, octets @ ..] => Ok(octets),
        _ => Err(Reason::NotDer),
    }
}

/// DER under construction, from its end: an element's header comes after its content is known.
/// Wiped on drop, for it may be secret.
pub(super) struct Writer(
    /// Back to front.
    Zeroizing<Vec<u8>>,
);

impl Writer {
    /// Longer than any key's: a buffer that grows leaves a copy behind.
    const CAPACITY: usize = 8 * 1024;

    pub(super) fn new() -> Self {
        Self(Zeroizing::new(Vec::with_capacity(Self::CAPACITY)))
    }

    /// How much is written already: what [`Self::close`] leaves outside.
    pub(super) fn mark(&self) -> usize {
        self.0.len()
    }

    /// Puts bytes before what is written already.
    #[inline(never)]
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend(bytes.iter().rev());
    }

    /// Makes an element of what was written since `mark`.
    #[inline(never)]
    pub(super) fn close(&mut self, tag: u8, mark: usize) {
        let length = (self.0.len() - mark).to_be_bytes();
        let octets = stripped(&length);
        let count = u8::try_from(octets.len()).unwrap_or_default();
        match octets {
            [] => self.bytes(&[tag, 0]),
            [short @ ..0x80] => self.bytes(&[tag, *short]),
            _ => {
                self.bytes(octets);
                self.bytes(&[tag, 0x80 | count]);
            }
        }
    }

    /// An element.
    pub(super) fn element(&mut self, tag: u8, content: &[u8]) {
        let mark = self.mark();
        self.bytes(content);
        self.close(tag, mark);
    }

    /// A BIT STRING of whole octets.
    pub(super) fn bits(&mut self, octets: &[u8]) {
        let mark = self.mark();
        self.bytes(octets);
        self.bytes(&[0]);
        self.close(BIT_STRING, mark);
    }

    /// The INTEGER of a big-endian number.
    #[inline(never)]
    pub(super) fn natural(&mut self, number: &[u8]) {
        let (mark, number) = (self.mark(), stripped(number));
        self.bytes(number);
        if number.first().is_none_or(|first| *first >= 0x80) {
            self.bytes(&[0]);
        }
        self.close(INTEGER, mark);
    }

    /// What was written.
    pub(super) fn finish(mut self) -> Zeroizing<Vec<u8>> {
        self.0.reverse();
        self.0
    }
}

/// How many bytes tag and length take, with the fewest octets of length possible (X.690 §10.1).
fn header_bytes(length: usize) -> usize {
    if length < 0x80 { 2 } else { 2 + stripped(&length.to_be_bytes()).len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn any(der: &[u8]) -> Result<(u8, &[u8]), Reason> {
        Reader(der).any()
    }

    fn written(write: impl Fn(&mut Writer)) -> Zeroizing<Vec<u8>> {
        let mut der = Writer::new();
        write(&mut der);
        der.finish()
    }

    #[test]
    fn what_is_written_is_read_again() {
        for length in [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000] {
            let content = alloc::vec![7; length];
            let der = written(|der| der.element(OCTET_STRING, &content));
            assert_eq!(content_filling(&der, OCTET_STRING), Ok(&*content), "{length}");
        }
    }

    #[test]
    fn lengths_have_one_encoding() {
        assert_eq!(any(b"\x04\x01a"), Ok((OCTET_STRING, &b"a"[..])));
        let long = [b"\x04\x81\x80".as_slice(), &[0; 128]].concat();
        assert!(any(&long).is_ok());
        for der in [
            b"\x04\x81\x01a".as_slice(),
            b"\x04\x82\x00\x01a",
            // Indefinite (X.690 §8.1.3.6), and more octets of length than anything needs.
            b"\x04\x80a\0\0",
            b"\x04\x85\0\0\0\0\x01a",
            b"\x04\xff",
            b"\x04\x84\xff\xff\xff\xffa",
            b"\x04\x02a",
            b"\x04",
            b"",
            // A tag of several octets.
            b"\x1f\x01a",
        ] {
            assert_eq!(any(der), Err(Reason::NotDer), "{der:?}");
        }
    }

    #[test]
    fn integers_have_one_encoding_and_no_sign() {
        let natural = |content: &[u8]| {
            let der = written(|der| der.element(INTEGER, content));
            Reader(&der).natural().map(<[u8]>::to_vec)
        };
        assert_eq!(natural(&[0]), Ok(Vec::from([0])));
        assert_eq!(natural(&[0x7f]), Ok(Vec::from([0x7f])));
        assert_eq!(natural(&[0, 0x80]), Ok(Vec::from([0x80])));
        for content in [&[][..], &[0, 0], &[0, 0x7f], &[0x80], &[0xff, 0xff]] {
            assert_eq!(natural(content), Err(Reason::NotDer), "{content:?}");
        }
        for number in [&[0][..], &[1], &[0x80], &[1, 0]] {
            let der = written(|der| der.natural(number));
            assert_eq!(Reader(&der).natural(), Ok(number));
        }
        assert_eq!(*written(|der| der.natural(&[])), [INTEGER, 1, 0]);
        assert_eq!(*written(|der| der.natural(&[0, 0])), [INTEGER, 1, 0]);
    }

    #[test]
    fn bit_strings_are_of_whole_octets() {
        assert_eq!(Reader(b"\x03\x02\0a").bits(), Ok(&b"a"[..]));
        for der in [b"\x03\x02\x01\x60".as_slice(), b"\x03\0", b"\x23\x02\0a"] {
            assert_eq!(Reader(der).bits(), Err(Reason::NotDer), "{der:?}");
        }
    }

    #[test]
    fn nothing_follows_what_fills() {
        assert!(content_filling(b"\x04\x01a", OCTET_STRING).is_ok());
        assert!(content_filling(b"\x04\x01aa", OCTET_STRING).is_err());
        assert!(content_filling(b"\x04\x01a", SEQUENCE).is_err());
    }
}
