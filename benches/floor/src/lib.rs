//! The bare parts of verifying an HS256 token that have to be done in wasm: SHA-256 blocks and
//! base64url. The first is the crate that ours uses, the second the one that ours is tested against;
//! both are compiled by the same compiler, with the same CPU features.
//!
//! Raw exports and static buffers: a floor has no allocator, no glue and no checks.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::block_api::compress256;

/// Where the token is written.
#[unsafe(no_mangle)]
pub extern "C" fn input() -> *mut u8 {
    (&raw mut INPUT).cast()
}

/// Where the decoded payload is.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    (&raw const OUTPUT).cast()
}

/// How many bytes the input holds.
#[unsafe(no_mangle)]
pub extern "C" fn capacity() -> usize {
    BLOCKS * 64
}

/// Does the blocks of an HMAC whose key was absorbed beforehand: `inner` of the signing input with
/// its padding, and the outer one. The padding is not written: any 64 bytes take the same time.
#[unsafe(no_mangle)]
pub extern "C" fn hmac_blocks(inner: usize) -> u32 {
    // SAFETY: wasm without threads; nobody else holds a reference while an export runs.
    let input = unsafe { &*(&raw const INPUT) };
    let mut state = INNER;
    compress256(&mut state, &input[..inner]);
    let mut block = [0; 64];
    for (bytes, word) in block.chunks_exact_mut(4).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    let mut state = OUTER;
    compress256(&mut state, &[block]);
    state[0]
}

/// Decodes `length` bytes of the input from `start` on; returns how many bytes that gave.
#[unsafe(no_mangle)]
pub extern "C" fn decode_base64url(start: usize, length: usize) -> usize {
    // SAFETY: as above, and the two are apart.
    let (input, output) = unsafe { (&*(&raw const INPUT), &mut *(&raw mut OUTPUT)) };
    let text = &input.as_flattened()[start..start + length];
    URL_SAFE_NO_PAD.decode_slice(text, output).unwrap_or(0)
}

const BLOCKS: usize = 128;

static mut INPUT: [[u8; 64]; BLOCKS] = [[0; 64]; BLOCKS];
static mut OUTPUT: [u8; BLOCKS * 64] = [0; BLOCKS * 64];

/// Stand for the states after the two blocks of the key.
const INNER: [u32; 8] = [0x3636_3636; 8];
const OUTER: [u32; 8] = [0x5c5c_5c5c; 8];
