//! Randomness: a stream of it, from a seed that the host has made.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;

use crate::error::Reason;

/// The `ChaCha20` key stream of the first 32 bytes of `seed`; an error if there are fewer. The same
/// seed gives the same stream, so a seed is for one use. Wiped on drop.
pub(crate) fn stream(seed: &[u8]) -> Result<ChaCha20Rng, Reason> {
    let seed = seed.first_chunk().ok_or(Reason::NoRandomness)?;
    Ok(ChaCha20Rng::from_seed(*seed))
}
