//! Handles: what JavaScript holds by number.

use alloc::vec::Vec;
use core::cell::RefCell;

use crate::error::{Error, Part, Reason};
use crate::jwt::{Signer, Verifier};
use crate::key::KeySet;

/// What a number can stand for.
pub(super) enum Handle {
    Keys(KeySet),
    Verifier(Verifier),
    Signer(Signer),
}

/// The facade never passes a number that it was not given, so this says that the facade is wrong.
pub(super) fn unknown() -> Error {
    Error::malformed(Part::Option, Reason::UnknownHandle)
}

thread_local! {
    /// At each number less one, what it stands for. Numbers that were freed are given out again.
    static HANDLES: RefCell<Vec<Option<Handle>>> = const { RefCell::new(Vec::new()) };
}

impl Handle {
    pub(super) fn keys(&mut self) -> Result<&mut KeySet, Error> {
        if let Self::Keys(keys) = self { Ok(keys) } else { Err(unknown()) }
    }

    pub(super) fn verifier(&mut self) -> Result<&mut Verifier, Error> {
        if let Self::Verifier(verifier) = self { Ok(verifier) } else { Err(unknown()) }
    }

    pub(super) fn signer(&mut self) -> Result<&mut Signer, Error> {
        if let Self::Signer(signer) = self { Ok(signer) } else { Err(unknown()) }
    }
}

pub(super) fn add(handle: Handle) -> u32 {
    HANDLES.with_borrow_mut(|handles| {
        let index = handles.iter().position(Option::is_none).unwrap_or(handles.len());
        match handles.get_mut(index) {
            Some(place) => *place = Some(handle),
            None => handles.push(Some(handle)),
        }
        u32::try_from(index + 1).unwrap_or_default()
    })
}

pub(super) fn with<T>(
    number: u32,
    act: impl FnOnce(&mut Handle) -> Result<T, Error>,
) -> Result<T, Error> {
    HANDLES.with_borrow_mut(|handles| {
        act(place(handles, number).and_then(Option::as_mut).ok_or_else(unknown)?)
    })
}

/// The keys that `number` stands for; clones share what is secret.
pub(super) fn keys(number: u32) -> Result<KeySet, Error> {
    with(number, |handle| handle.keys().cloned())
}

pub(super) fn remove(number: u32) {
    HANDLES.with_borrow_mut(|handles| {
        if let Some(place) = place(handles, number) {
            *place = None;
        }
    });
}

fn place(handles: &mut [Option<Handle>], number: u32) -> Option<&mut Option<Handle>> {
    handles.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
}
