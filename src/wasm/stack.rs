//! The stack: what calls leave behind on it.
//!
//! Wiping on drop reaches a value where it is dropped. Values that were moved on the way there, and
//! registers that were spilt, leave copies below the stack pointer, and in wasm that is ordinary
//! memory. Exports are entered at the same depth, so one sweep below it reaches the remains of all.

use core::hint::black_box;

use zeroize::Zeroize;

/// Deeper than any export reaches while it holds something secret; the tests look at all of memory.
const WORDS: usize = 1024;

/// Wipes what earlier calls left below the stack pointer.
#[inline(never)]
pub(super) fn wipe() {
    let mut space = [0_u64; WORDS];
    space.zeroize();
    black_box(&mut space);
}
