//! The memory that both sides look at: what JavaScript writes, and where it reads the reply.

use alloc::vec::Vec;
use core::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::{Zeroize, Zeroizing};

use crate::claims::Validity;
use crate::numeric_date::NumericDate;

/// Room for nearly every token: most are below 2 KB, and few servers take a header above 8 KB.
const SMALL: usize = 8 * 1024;

/// From so much room on, output is not kept for the next reply.
const LARGE: usize = 64 * 1024;

thread_local! {
    static INPUT: RefCell<[u8; SMALL]> = const { RefCell::new([0; SMALL]) };
    /// For what is longer, for one call.
    static LARGE_INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static RANDOM: RefCell<[u8; RANDOM_BYTES]> = const { RefCell::new([0; RANDOM_BYTES]) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static FIELDS: RefCell<[f64; FIELDS_COUNT]> = const { RefCell::new([0.0; FIELDS_COUNT]) };
}

/// What a reply consists of; the facade reads these by their place.
#[derive(Clone, Copy, Default)]
pub(super) struct Reply {
    /// How many bytes of the output are header (`verify`, `decode`), before the text.
    pub(super) header_length: usize,
    /// How many are the text: claims, token, header, `kid` or error.
    pub(super) text_length: usize,
    /// How many are signature (`decode`), after the text.
    pub(super) signature_length: usize,
    /// Which key the signature held under (`verify`).
    pub(super) key_index: usize,
    /// Whether integers beyond 2^53 − 1 stand in the text.
    pub(super) big_integers_in_text: bool,
    /// Whether they stand in the header.
    pub(super) big_integers_in_header: bool,
    /// When the token would be taken just the same (`verify`): seconds and nanoseconds of the
    /// beginning and of the end.
    pub(super) validity: Validity,
}

/// As many as any algorithm takes to sign.
const RANDOM_BYTES: usize = 32;

const FIELDS_COUNT: usize = 11;

/// The address of the small input, and how long it is.
#[wasm_bindgen]
pub fn input_address() -> usize {
    INPUT.with_borrow_mut(|input| input.as_mut_ptr().expose_provenance())
}

/// How many bytes the small input holds.
#[wasm_bindgen]
pub fn input_capacity() -> usize {
    SMALL
}

/// The address of an input of `capacity` bytes, for a text longer than the small input holds. 0 if
/// there is no room for it.
#[wasm_bindgen]
pub fn large_input_address(capacity: usize) -> usize {
    LARGE_INPUT.with_borrow_mut(|input| {
        input.clear();
        if input.try_reserve_exact(capacity).is_err() {
            return 0;
        }
        input.resize(capacity, 0);
        input.as_mut_ptr().expose_provenance()
    })
}

/// The address of [`RANDOM_BYTES`] bytes for signing to take its randomness from.
#[wasm_bindgen]
pub fn random_address() -> usize {
    RANDOM.with_borrow_mut(|random| random.as_mut_ptr().expose_provenance())
}

/// The address of the reply's fields, each an `f64`.
#[wasm_bindgen]
pub fn fields_address() -> usize {
    FIELDS.with_borrow_mut(|fields| fields.as_mut_ptr().expose_provenance())
}

/// Hands the first `length` bytes of the input to `read`.
///
/// The length alone says which input it is. A large one that no call has taken (it was refused before
/// it was read) must never be read in the place of what was written since.
pub(super) fn read_input<T>(length: usize, read: impl FnOnce(&[u8]) -> T) -> T {
    if length <= SMALL {
        INPUT.with_borrow(|input| read(input.get(..length).unwrap_or_default()))
    } else {
        let large = LARGE_INPUT.take();
        read(large.get(..length).unwrap_or_default())
    }
}

/// The first `length` bytes of the input, which hold a secret and are wiped there.
pub(super) fn take_secret_input(length: usize) -> Zeroizing<Vec<u8>> {
    if length > SMALL {
        let mut large = LARGE_INPUT.take();
        large.truncate(length);
        return Zeroizing::new(large);
    }
    INPUT.with_borrow_mut(|input| {
        let input = input.get_mut(..length).unwrap_or_default();
        let secret = Zeroizing::new(input.to_vec());
        input.zeroize();
        secret
    })
}

/// Wipes the last reply, and what longer ones before it left.
pub(super) fn wipe_output() {
    OUTPUT.with_borrow_mut(Zeroize::zeroize);
}

/// The random bytes, which serve once; none if nobody has written any.
pub(super) fn take_random() -> Zeroizing<[u8; RANDOM_BYTES]> {
    RANDOM.with_borrow_mut(|random| Zeroizing::new(core::mem::take(random)))
}

/// Leaves the output, made of `parts`, and its description for JavaScript to read.
pub(super) fn reply(parts: &[&[u8]], reply: Reply) {
    let address = OUTPUT.with_borrow_mut(|output| {
        // The room is used again; but what one large token took is given back.
        if output.capacity() > LARGE {
            *output = Vec::new();
        }
        output.clear();
        for part in parts {
            output.extend_from_slice(part);
        }
        output.as_ptr().expose_provenance()
    });
    // Lengths are those of parts of wasm's own 32-bit memory.
    let number = |length: usize| f64::from(u32::try_from(length).unwrap_or(u32::MAX));
    let Validity { from, until } = reply.validity;
    let [from, from_nanos] = from.map_or([f64::NEG_INFINITY, 0.0], NumericDate::to_parts);
    let [until, until_nanos] = until.map_or([f64::INFINITY, 0.0], NumericDate::to_parts);
    FIELDS.set([
        number(address),
        number(reply.header_length),
        number(reply.text_length),
        number(reply.signature_length),
        number(reply.key_index),
        f64::from(u8::from(reply.big_integers_in_text)),
        f64::from(u8::from(reply.big_integers_in_header)),
        from,
        from_nanos,
        until,
        until_nanos,
    ]);
}
