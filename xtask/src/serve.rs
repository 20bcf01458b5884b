//! Serve: the site over HTTP, with the headers that the page must live with everywhere.

use std::convert::Infallible;
use std::fs::File;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::site::{Site, media_type};

/// Takes connections from now on; [`run`] answers them.
///
/// # Errors
/// The listener is unusable.
pub(crate) fn start(listener: TcpListener) -> Result<Server> {
    Server::from_listener(listener, None).map_err(|error| anyhow!("cannot listen: {error}"))
}

/// Answers requests for as long as it can.
///
/// # Errors
/// Always, in the end: no more connections can be taken.
pub(crate) fn run(server: Server, site: Site) -> Result<Infallible> {
    let shared = Arc::new((server, site));
    let (stopped, first) = channel();
    // More than one, so that a client that does not read holds up nobody else.
    for _ in 0..WORKERS {
        let (shared, stopped) = (Arc::clone(&shared), stopped.clone());
        thread::spawn(move || {
            let (server, site) = &*shared;
            loop {
                match server.recv() {
                    // An error here is a client that went away.
                    Ok(request) => drop(answer(request, site)),
                    Err(error) => return stopped.send(error),
                }
            }
        });
    }
    Err(first.recv()?).context("the server has stopped")
}

fn answer(request: Request, site: &Site) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let refusal = with_headers(Response::empty(405), "text/plain");
        return request.respond(refusal.with_header(header("Allow", "GET, HEAD")));
    }
    let found = site.file(request.url()).and_then(|path| Some((File::open(&path).ok()?, path)));
    match found {
        // A length instead of chunks, for HEAD too.
        Some((file, path)) => request.respond(
            with_headers(Response::from_file(file), media_type(&path))
                .with_chunked_threshold(usize::MAX),
        ),
        None => request.respond(with_headers(
            Response::from_string("not found\n").with_status_code(404),
            "text/plain; charset=utf-8",
        )),
    }
}

fn with_headers<R: io::Read>(mut response: Response<R>, media_type: &str) -> Response<R> {
    response.add_header(header("Content-Type", media_type));
    for (name, value) in HEADERS {
        response.add_header(header(name, value));
    }
    response
}

fn header(name: &str, value: &str) -> Header {
    // tiny_http refuses what is not ASCII; all of ours is constant and is.
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("header {name} is not ASCII"))
}

const WORKERS: usize = 4;

const HEADERS: [(&str, &str); 4] = [
    ("Cache-Control", "no-cache"),
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types wasm-jwt",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];
