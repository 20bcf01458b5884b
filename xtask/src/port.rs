//! Port: a free one on the loopback address.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

/// Binds the port that was asked for, or else the first free one from [`DEFAULT_PORT`] on.
///
/// # Errors
/// The port that was asked for is taken, or all of them are.
pub(crate) fn listen(asked: Option<u16>) -> Result<TcpListener> {
    // The loopback address only: a demo is nobody else's business on the network.
    choose(asked, |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
}

fn choose<T>(asked: Option<u16>, mut bind: impl FnMut(u16) -> io::Result<T>) -> Result<T> {
    if let Some(port) = asked {
        return bind(port).with_context(|| format!("port {port} cannot be used"));
    }
    for port in DEFAULT_PORT..DEFAULT_PORT + TRIES {
        match bind(port) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("port {port} cannot be used")),
        }
    }
    bail!("the ports from {DEFAULT_PORT} on are taken: name another with --port");
}

pub(crate) const DEFAULT_PORT: u16 = 8080;
const TRIES: u16 = 100;

#[cfg(test)]
mod tests {
    use super::*;

    fn bind_except(taken: &[u16]) -> impl FnMut(u16) -> io::Result<u16> + '_ {
        |port| if taken.contains(&port) { Err(ErrorKind::AddrInUse.into()) } else { Ok(port) }
    }

    #[test]
    fn a_free_default_port_is_used() {
        assert_eq!(choose(None, bind_except(&[])).ok(), Some(8080));
    }

    #[test]
    fn a_taken_default_port_gives_way_to_the_next() {
        assert_eq!(choose(None, bind_except(&[8080, 8081])).ok(), Some(8082));
    }

    #[test]
    fn a_taken_port_that_was_asked_for_is_an_error() {
        assert!(choose(Some(8080), bind_except(&[8080])).is_err());
        assert_eq!(choose(Some(8081), bind_except(&[8080])).ok(), Some(8081));
    }

    #[test]
    fn no_other_port_is_tried_when_binding_is_forbidden() {
        assert!(choose::<u16>(None, |_| Err(ErrorKind::PermissionDenied.into())).is_err());
    }

    #[test]
    fn a_port_in_real_use_is_refused() {
        let first = listen(Some(0)).expect("the system gives a free port");
        let port = first.local_addr().expect("it is bound").port();
        assert!(listen(Some(port)).is_err());
    }
}
