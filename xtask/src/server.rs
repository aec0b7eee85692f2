//! A static file server for the built site. [`Server::bind`] is the entry
//! point. It answers as an ordinary static host does, except that it forbids
//! caching, so that a rebuilt site is what a reloaded page shows.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Method, Request, Response};

/// Threads that answer requests; a browser opens about six connections.
const THREADS: usize = 4;

/// A body with its content type, or nothing where no file has that name.
type Answer = Option<(Vec<u8>, &'static str)>;

/// A running server. It stops when it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    address: SocketAddr,
    threads: Vec<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves `directory` below the path `base` (such as `/` or `/sub/path/`)
    /// on this machine only. Port 0 takes any free one.
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn bind(directory: &Path, base: &str, port: u16) -> io::Result<Self> {
        let site = Arc::new(Site {
            directory: directory.to_path_buf(),
            base: base.to_owned(),
        });
        let http =
            tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map_err(io::Error::other)?;
        let address = http
            .server_addr()
            .to_ip()
            .ok_or_else(|| io::Error::other("the server has no internet address"))?;
        let http = Arc::new(http);
        let threads = (0..THREADS)
            .map(|_| {
                let (http, site) = (Arc::clone(&http), Arc::clone(&site));
                thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        site.respond(request);
                    }
                })
            })
            .collect();
        Ok(Self {
            http,
            address,
            threads,
        })
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // A thread only ends when the server does, and a panic in it has
            // been printed already.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.http.unblock();
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// A directory and the path below which it is served.
struct Site {
    directory: PathBuf,
    base: String,
}

impl Site {
    fn respond(&self, request: Request) {
        let sent = if !matches!(request.method(), Method::Get | Method::Head) {
            request.respond(Response::empty(405))
        } else if let Some((body, content_type)) = self.answer(request.url()) {
            let response = Response::from_data(body)
                .with_header(header("Content-Type", content_type))
                .with_header(header("Cache-Control", "no-store"))
                .with_header(header("X-Content-Type-Options", "nosniff"));
            request.respond(response)
        } else {
            let response = Response::from_string("There is no such file.\n")
                .with_status_code(404)
                .with_header(header("Content-Type", "text/plain; charset=utf-8"));
            request.respond(response)
        };
        // A browser that leaves before its answer is complete is no error.
        drop(sent);
    }

    fn answer(&self, url: &str) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let relative = decode(path.strip_prefix(&self.base)?)?;
        let relative = Path::new(&relative);
        // Nothing outside the directory is ever served, however it is written.
        if !relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
        {
            return None;
        }
        let mut file = self.directory.join(relative);
        if file.is_dir() {
            file.push("index.html");
        }
        let body = fs::read(&file).ok()?;
        Some((body, content_type(&file)))
    }
}

fn header(name: &'static str, value: &'static str) -> Header {
    // Both are constants of this file, and every one of them is ASCII.
    Header::from_bytes(name, value).expect("a constant header is valid")
}

/// Undoes percent-encoding; nothing where it is not valid UTF-8 afterwards.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let (digits, tail) = rest.split_at_checked(2)?;
        let digits = str::from_utf8(digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

/// The content type that a static host sends for `file`, by its extension.
fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("md" | "txt" | "py" | "toml") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (PathBuf, Site) {
        let directory = std::env::temp_dir().join(format!(
            "whats-new-server-{}-{:?}",
            std::process::id(),
            thread::current().id()
        ));
        fs::create_dir_all(directory.join("bundle é")).expect("a temporary directory");
        fs::write(directory.join("index.html"), "page").expect("a file");
        fs::write(directory.join("bundle é/a.wasm"), "wasm").expect("a file");
        let site = Site {
            directory: directory.clone(),
            base: "/sub/".to_owned(),
        };
        (directory, site)
    }

    #[test]
    fn files_are_found_below_the_base_only() {
        let (directory, site) = site();
        let html = Some((b"page".to_vec(), "text/html; charset=utf-8"));
        assert_eq!(site.answer("/sub/"), html);
        assert_eq!(site.answer("/sub/index.html?v=1"), html);
        assert_eq!(
            site.answer("/sub/bundle%20%C3%A9/a.wasm"),
            Some((b"wasm".to_vec(), "application/wasm"))
        );
        assert_eq!(site.answer("/index.html"), None);
        assert_eq!(site.answer("/sub/missing.js"), None);
        fs::remove_dir_all(directory).expect("the temporary directory goes");
    }

    #[test]
    fn nothing_outside_the_directory_is_served() {
        let (directory, site) = site();
        let inside = directory.file_name().expect("a name").to_string_lossy();
        for url in [
            format!("/sub/../{inside}/index.html"),
            format!("/sub/%2e%2e/{inside}/index.html"),
            format!("/sub/{}", directory.join("index.html").display()),
            "/sub/%".to_owned(),
            "/sub/%zz".to_owned(),
            "/sub/%ff".to_owned(),
        ] {
            assert_eq!(site.answer(&url), None, "{url}");
        }
        fs::remove_dir_all(directory).expect("the temporary directory goes");
    }
}
