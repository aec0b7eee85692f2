//! A static file server for the built site. [`Server::bind`] is the entry point. It
//! behaves like an ordinary static host, except that it forbids caching by default, so
//! that a reloaded page shows a rebuilt site. Pages of other origins may read its files,
//! which embedding needs.
//!
//! [`TestHooks`] lets a test observe and delay responses, and [`Changes`] reloads open
//! pages when the site was rebuilt.
//!
//! Each connection has its own thread and carries a single request. With a thread pool
//! and keep-alive, requests would wait forever once a browser opens more connections than
//! there are threads.

mod changes;
mod request;
mod test_hooks;
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
use request::{Request, percent_decode};
pub use test_hooks::TestHooks;

/// How long a connection may be idle. Browsers open connections in advance and use them
/// later or never.
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);

/// A resource to send.
#[derive(Debug, PartialEq, Eq)]
struct Resource {
    body: Vec<u8>,
    content_type: &'static str,
    /// Whether the body is compressed with Brotli.
    is_compressed: bool,
}

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    test_hooks: Arc<TestHooks>,
    stopped: Arc<AtomicBool>,
    listening: Option<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves `directory` below the path `base` (such as `/` or `/sub/path/`) on the
    /// loopback interface. Port 0 means any free port.
    ///
    /// # Errors
    ///
    /// If the port cannot be used.
    pub fn bind(directory: &Path, base: &str, port: u16) -> io::Result<Self> {
        Self::start(directory, base, port, "no-store", None)
    }

    /// As [`Server::bind`] with the base `/`, and with open pages being reloaded after
    /// each change.
    ///
    /// # Errors
    ///
    /// If the port cannot be used.
    pub fn bind_live(directory: &Path, port: u16, changes: Arc<Changes>) -> io::Result<Self> {
        Self::start(directory, "/", port, "no-store", Some(changes))
    }

    /// As [`Server::bind`], but browsers may cache files, to measure a second visit.
    ///
    /// # Errors
    ///
    /// If the port cannot be used.
    pub fn bind_cached(directory: &Path, base: &str, port: u16) -> io::Result<Self> {
        Self::start(directory, base, port, "max-age=86400", None)
    }

    fn start(
        directory: &Path,
        base: &str,
        port: u16,
        cache_control: &'static str,
        changes: Option<Arc<Changes>>,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let test_hooks = Arc::<TestHooks>::default();
        let site = Arc::new(Site {
            directory: directory.to_path_buf(),
            base: base.to_owned(),
            cache_control,
            test_hooks: Arc::clone(&test_hooks),
            changes,
        });
        let listening = {
            let stopped = Arc::clone(&stopped);
            thread::spawn(move || listen(&listener, &site, &stopped))
        };
        Ok(Self {
            address,
            test_hooks,
            stopped,
            listening: Some(listening),
        })
    }

    /// The address that the server listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The hooks for tests, which can be changed while the server runs.
    pub fn test_hooks(&self) -> &Arc<TestHooks> {
        &self.test_hooks
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            // The thread ends only with the server, and a panic in it was already printed.
            let _ = listening.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // Wake the thread that waits for a connection.
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
            // It is not an error if a browser closes the connection early.
            let _ = site.serve(connection);
        });
    }
}

/// A directory and the path below which it is served.
struct Site {
    directory: PathBuf,
    base: String,
    /// The value of the header `Cache-Control`.
    cache_control: &'static str,
    test_hooks: Arc<TestHooks>,
    changes: Option<Arc<Changes>>,
}

impl Site {
    /// Reads one request and answers it.
    fn serve(&self, mut connection: TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(IDLE_TIMEOUT))?;
        let Some(request) = request::read_request(&connection)? else {
            return Ok(());
        };
        if request.opens_page {
            thread::sleep(self.test_hooks.delay());
        }
        self.test_hooks.wait_while_held(request.url());
        connection.write_all(&self.respond(&request))
    }

    /// The response to a request, head and body.
    fn respond(&self, request: &Request) -> Vec<u8> {
        let method = request.line.split_ascii_whitespace().next();
        let url = request.url();
        if let Some(folder) = self.redirect_to_folder(url) {
            let head = format!(
                "HTTP/1.1 301 Moved Permanently\r\nLocation: {folder}\r\nContent-Length: 0\r\n\
                 Connection: close\r\n\r\n"
            );
            return head.into_bytes();
        }
        let resource = self.resource(url, request.accepts_brotli);
        let (status, resource) = match (method, resource) {
            (Some("GET" | "HEAD"), Some(resource)) => ("200 OK", resource),
            (Some("GET" | "HEAD"), None) => {
                if url.starts_with(&self.base) {
                    self.test_hooks.record_not_found(url);
                }
                ("404 Not Found", text("There is no such file.\n"))
            }
            _ => (
                "405 Method Not Allowed",
                text("Only GET and HEAD are allowed.\n"),
            ),
        };
        let Resource {
            mut body,
            content_type,
            is_compressed,
        } = resource;
        let is_page = content_type.starts_with("text/html");
        if is_page && request.opens_page && !is_compressed {
            if let Some(changes) = &self.changes {
                body = test_hooks::with_script(body, &changes.script());
            }
            body = self.test_hooks.with_script(body);
        }
        let policy = match is_page {
            true => self.test_hooks.policy_header(),
            false => String::new(),
        };
        let encoding = if is_compressed {
            "Content-Encoding: br\r\n"
        } else {
            ""
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n{encoding}{policy}\
             Cache-Control: {}\r\nX-Content-Type-Options: nosniff\r\n\
             Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
            body.len(),
            self.cache_control
        );
        let mut response = head.into_bytes();
        if method != Some("HEAD") {
            response.extend(body);
        }
        response
    }

    /// The address of a folder if `url` is one without a slash at the end. The redirect is
    /// necessary because a page's references are relative to its folder.
    fn redirect_to_folder(&self, url: &str) -> Option<String> {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let is_folder = !path.ends_with('/') && self.file_path(path)?.is_dir();
        is_folder.then(|| format!("{path}/"))
    }

    /// The file or folder at the path of a URL, whether it exists or not. `None` if it is
    /// outside of the directory.
    fn file_path(&self, path: &str) -> Option<PathBuf> {
        let relative = percent_decode(path.strip_prefix(&self.base)?)?;
        let relative = Path::new(&relative);
        let is_inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        is_inside.then(|| self.directory.join(relative))
    }

    /// The answer to a page that polls for changes; `None` for all other requests.
    fn next_change(&self, url: &str) -> Option<String> {
        let query = url.strip_prefix(&self.base)?.strip_prefix(changes::PATH)?;
        let known = query.strip_prefix("?since=").unwrap_or_default();
        Some(self.changes.as_ref()?.wait_for_change(known))
    }

    /// The resource at an address. If there is a compressed file beside the requested one,
    /// and the browser accepts Brotli, it is that.
    fn resource(&self, url: &str, accepts_brotli: bool) -> Option<Resource> {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if let Some(number) = self.next_change(url) {
            return Some(text(&number));
        }
        let mut file = self.file_path(path)?;
        if file.is_dir() {
            file.push("index.html");
        }
        let content_type = content_type(&file);
        let mut compressed = file.clone().into_os_string();
        compressed.push(".br");
        if accepts_brotli && let Ok(body) = fs::read(compressed) {
            return Some(Resource {
                body,
                content_type,
                is_compressed: true,
            });
        }
        Some(Resource {
            body: fs::read(&file).ok()?,
            content_type,
            is_compressed: false,
        })
    }
}

fn text(text: &str) -> Resource {
    Resource {
        body: text.into(),
        content_type: "text/plain; charset=utf-8",
        is_compressed: false,
    }
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
        // Feeds; static hosts do not know a more specific type either.
        Some("xml") => "text/xml",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("md") => "text/markdown; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "py" | "toml") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
