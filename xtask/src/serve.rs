//! Serve: the site over HTTP, with the headers that its folder asks for.

use std::convert::Infallible;
use std::fs::File;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::site::{Folder, Headers, media_type};

/// What is served.
pub(crate) struct Site {
    pub(crate) folder: Folder,
    pub(crate) headers: Headers,
}

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

fn answer(request: Request, Site { folder, headers }: &Site) -> io::Result<()> {
    // What is no file has the headers of any file.
    let others = || headers.for_file("");
    if !matches!(request.method(), Method::Get | Method::Head) {
        let refusal = with_headers(Response::empty(405), "text/plain", others());
        return request.respond(refusal.with_header(header("Allow", "GET, HEAD")));
    }
    let found = folder.find(request.url());
    match found.and_then(|found| Some((File::open(&found.file).ok()?, found))) {
        // A length instead of chunks, for HEAD too.
        Some((file, found)) => request.respond(
            with_headers(
                Response::from_file(file),
                media_type(&found.file),
                headers.for_file(&found.path),
            )
            .with_chunked_threshold(usize::MAX),
        ),
        None => request.respond(with_headers(
            Response::from_string("not found\n").with_status_code(404),
            "text/plain; charset=utf-8",
            others(),
        )),
    }
}

fn with_headers<'a, R: io::Read>(
    mut response: Response<R>,
    media_type: &str,
    headers: impl Iterator<Item = (&'a str, &'a str)>,
) -> Response<R> {
    response.add_header(header("Content-Type", media_type));
    for (name, value) in headers {
        response.add_header(header(name, value));
    }
    response
}

fn header(name: &str, value: &str) -> Header {
    // tiny_http refuses what is not ASCII; all of ours is.
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("header {name} is not ASCII"))
}

const WORKERS: usize = 4;

#[cfg(test)]
mod tests {
    use std::env;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::process;

    use super::*;

    /// The whole answer to one request, from a folder with a page and headers for it.
    fn answer_to(test: &str, request: &str) -> String {
        let root = env::temp_dir().join(format!("wasm-jwt-serve-{}-{test}", process::id()));
        fs::create_dir_all(&root).expect("it is made");
        fs::write(root.join("index.html"), "page").expect("it is written");
        let headers = "/*\n  Referrer-Policy: no-referrer\n/index.html\n  X-Only: page\n";
        fs::write(root.join("_headers"), headers).expect("it is written");
        let headers = Headers::read(&root.join("_headers")).expect("it has the form");
        let site = Site { folder: Folder::new(&root).expect("it exists"), headers };
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
        let mut client =
            TcpStream::connect(listener.local_addr().expect("it is bound")).expect("it listens");
        let server = start(listener).expect("it is usable");
        write!(client, "{request}\r\nHost: a\r\nConnection: close\r\n\r\n").expect("it is sent");
        let received = server.recv().expect("there is a request");
        answer(received, &site).expect("it is answered");
        let mut text = String::new();
        client.read_to_string(&mut text).expect("it ends");
        let _ = fs::remove_dir_all(&root);
        text
    }

    #[test]
    fn a_file_comes_with_its_headers_however_it_is_asked_for() {
        for (test, path) in [("root", "/"), ("name", "/index.html"), ("escaped", "/%69ndex.html")] {
            let text = answer_to(test, &format!("GET {path} HTTP/1.1"));
            assert!(
                text.starts_with("HTTP/1.1 200 OK\r\n") && text.ends_with("\r\n\r\npage"),
                "{text}"
            );
            for header in
                ["X-Only: page", "Referrer-Policy: no-referrer", "Content-Type: text/html"]
            {
                assert!(text.contains(&format!("\r\n{header}")), "{path}: {header}: {text}");
            }
        }
    }

    #[test]
    fn what_is_not_there_has_the_general_headers_only() {
        for (test, request, status) in
            [("gone", "GET /gone HTTP/1.1", "404"), ("post", "POST / HTTP/1.1", "405")]
        {
            let text = answer_to(test, request);
            assert!(text.starts_with(&format!("HTTP/1.1 {status} ")), "{text}");
            assert!(text.contains("\r\nReferrer-Policy: no-referrer"), "{text}");
            assert!(!text.contains("X-Only"), "{text}");
        }
    }
}
