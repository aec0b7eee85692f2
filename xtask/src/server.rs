//! A static file server for the built site. [`Server::bind`] is the entry
//! point. It answers as an ordinary static host does, except that it forbids
//! caching unless asked, so that a rebuilt site is what a reloaded page shows.
//! Pages of other origins may read its files, as embedding takes.
//!
//! [`Oversight`] is how a test looks over its shoulder, and [`Changes`] how open pages
//! hear that the site was built anew.
//!
//! Every connection has a thread of its own and carries one request. A pool of
//! threads with connections that stay open is what servers usually have; with a
//! browser that opens more connections than there are threads, some requests
//! would wait for ever.

mod changes;
mod oversight;
mod request;
#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

pub use changes::Changes;
pub use oversight::Oversight;
use request::{Request, decode};

/// How long a connection may stay silent. Browsers open some that they might
/// need, and use them later or never.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is sent of a file; nothing where no file has that name.
type Answer = Option<Sent>;

/// A body, its content type, and whether it is compressed with Brotli.
type Sent = (Vec<u8>, &'static str, bool);

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    oversight: Arc<Oversight>,
    stopped: Arc<AtomicBool>,
    listening: Option<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves `directory` below the path `base` (such as `/` or `/sub/path/`)
    /// on this machine only. Port 0 takes any free one.
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn bind(directory: &Path, base: &str, port: u16) -> io::Result<Self> {
        Self::start(directory, base, port, "no-store", None)
    }

    /// As [`Server::bind`] for a whole host, and pages that are open are reloaded at
    /// each change.
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn bind_live(directory: &Path, port: u16, changes: Arc<Changes>) -> io::Result<Self> {
        Self::start(directory, "/", port, "no-store", Some(changes))
    }

    /// As [`Server::bind`], but browsers may keep what they have loaded: what a
    /// measurement of a second visit needs.
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn bind_cached(directory: &Path, base: &str, port: u16) -> io::Result<Self> {
        Self::start(directory, base, port, "max-age=86400", None)
    }

    fn start(
        directory: &Path,
        base: &str,
        port: u16,
        caching: &'static str,
        changes: Option<Arc<Changes>>,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let oversight = Arc::<Oversight>::default();
        let site = Arc::new(Site {
            directory: directory.to_path_buf(),
            base: base.to_owned(),
            caching,
            oversight: Arc::clone(&oversight),
            changes,
        });
        let listening = {
            let stopped = Arc::clone(&stopped);
            thread::spawn(move || listen(&listener, &site, &stopped))
        };
        Ok(Self {
            address,
            oversight,
            stopped,
            listening: Some(listening),
        })
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What is asked of this server while it runs.
    pub fn oversight(&self) -> &Arc<Oversight> {
        &self.oversight
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            // The thread only ends when the server does, and a panic in it has
            // been printed already.
            let _ = listening.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // A last connection wakes the thread that waits for one.
        let woken = TcpStream::connect(self.address).is_ok();
        if let (true, Some(listening)) = (woken, self.listening.take()) {
            let _ = listening.join();
        }
    }
}

fn listen(listener: &TcpListener, site: &Arc<Site>, stopped: &AtomicBool) {
    for connection in listener.incoming() {
        if stopped.load(Ordering::Acquire) {
            return;
        }
        let Ok(connection) = connection else { continue };
        let site = Arc::clone(site);
        thread::spawn(move || {
            // A browser that leaves before its answer is complete is no error.
            let _ = site.serve(connection);
        });
    }
}

/// A directory and the path below which it is served.
struct Site {
    directory: PathBuf,
    base: String,
    /// What browsers are told about keeping an answer.
    caching: &'static str,
    oversight: Arc<Oversight>,
    changes: Option<Arc<Changes>>,
}

impl Site {
    /// Reads one request and answers it.
    fn serve(&self, mut connection: TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(PATIENCE))?;
        let Some(request) = request::read(&connection)? else {
            return Ok(());
        };
        if request.opens_page {
            thread::sleep(self.oversight.delay());
        }
        self.oversight.wait_for(request.url());
        connection.write_all(&self.respond(&request))
    }

    /// The whole response to a request.
    fn respond(&self, request: &Request) -> Vec<u8> {
        let method = request.line.split_ascii_whitespace().next();
        let url = request.url();
        if let Some(folder) = self.folder_meant(url) {
            let head = format!(
                "HTTP/1.1 301 Moved Permanently\r\nLocation: {folder}\r\nContent-Length: 0\r\n\
                 Connection: close\r\n\r\n"
            );
            return head.into_bytes();
        }
        let found = self.answer(url, request.takes_brotli);
        let (status, (mut body, content_type, compressed)) = match (method, found) {
            (Some("GET" | "HEAD"), Some(answer)) => ("200 OK", answer),
            (Some("GET" | "HEAD"), None) => {
                if url.starts_with(&self.base) {
                    self.oversight.miss(url);
                }
                ("404 Not Found", text("There is no such file.\n"))
            }
            _ => (
                "405 Method Not Allowed",
                text("Only reading is possible.\n"),
            ),
        };
        let is_page = content_type.starts_with("text/html");
        if is_page && request.opens_page && !compressed {
            if let Some(changes) = &self.changes {
                body = oversight::begun(body, &changes.script());
            }
            body = self.oversight.begun(body);
        }
        let policy = match is_page {
            true => self.oversight.header(),
            false => String::new(),
        };
        let encoding = if compressed {
            "Content-Encoding: br\r\n"
        } else {
            ""
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n{encoding}{policy}\
             Cache-Control: {}\r\nX-Content-Type-Options: nosniff\r\n\
             Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
            body.len(),
            self.caching
        );
        let mut response = head.into_bytes();
        if method != Some("HEAD") {
            response.extend(body);
        }
        response
    }

    /// The address of the folder that one without a slash at its end means: what
    /// a page refers to is relative to its folder.
    fn folder_meant(&self, url: &str) -> Option<String> {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let is_meant = !path.ends_with('/') && self.place(path)?.is_dir();
        is_meant.then(|| format!("{path}/"))
    }

    /// Where the file at a path lies, if it may be served.
    fn place(&self, path: &str) -> Option<PathBuf> {
        let relative = decode(path.strip_prefix(&self.base)?)?;
        let relative = Path::new(&relative);
        // Nothing outside the directory is ever served, however it is written.
        let is_inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        is_inside.then(|| self.directory.join(relative))
    }

    /// What a page is answered that asks whether anything has changed.
    fn next_change(&self, url: &str) -> Option<String> {
        let asked = url.strip_prefix(&self.base)?.strip_prefix(changes::PATH)?;
        let known = asked.strip_prefix("?since=").unwrap_or_default();
        Some(self.changes.as_ref()?.after(known))
    }

    /// The file at an address, or what was kept of it compressed: a static host
    /// sends that where there is one and the browser reads it.
    fn answer(&self, url: &str, takes_brotli: bool) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if let Some(number) = self.next_change(url) {
            return Some(text(&number));
        }
        let mut file = self.place(path)?;
        if file.is_dir() {
            file.push("index.html");
        }
        let content_type = content_type(&file);
        let mut kept = file.clone().into_os_string();
        kept.push(".br");
        if takes_brotli && let Ok(body) = fs::read(kept) {
            return Some((body, content_type, true));
        }
        Some((fs::read(&file).ok()?, content_type, false))
    }
}

fn text(text: &str) -> Sent {
    (text.into(), "text/plain; charset=utf-8", false)
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
        // A feed; static hosts know no better by its extension.
        Some("xml") => "text/xml",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("md" | "txt" | "py" | "toml") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
