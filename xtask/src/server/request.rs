//! Reads HTTP requests. [`read_request`] is the entry point.

use std::io::{self, BufRead, BufReader, Read};
use std::net::TcpStream;

/// The maximum length of a request in bytes. Browsers send about one kilobyte.
const MAX_REQUEST_BYTES: u64 = 64 * 1024;

/// The parts of a request that the server needs.
pub(super) struct Request {
    /// The request line, such as `GET /sub/path/ HTTP/1.1`.
    pub line: String,
    /// Whether the client accepts Brotli compression.
    pub accepts_brotli: bool,
    /// Whether the browser will show the response in a tab or frame.
    pub opens_page: bool,
}

impl Request {
    /// The path with query, percent-encoded.
    pub fn url(&self) -> &str {
        self.line
            .split_ascii_whitespace()
            .nth(1)
            .unwrap_or_default()
    }
}

/// Reads a request up to the end of its head. `None` if the client closes the connection
/// without a request.
pub(super) fn read_request(connection: &TcpStream) -> io::Result<Option<Request>> {
    let mut lines = BufReader::new(connection.take(MAX_REQUEST_BYTES)).lines();
    let Some(line) = lines.next().transpose()? else {
        return Ok(None);
    };
    let (mut accepts_brotli, mut opens_page) = (false, false);
    for header in lines {
        let header = header?.to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(accepted) = header.strip_prefix("accept-encoding:") {
            accepts_brotli = accepted.split(',').any(|coding| coding.trim() == "br");
        }
        if let Some(destination) = header.strip_prefix("sec-fetch-dest:") {
            opens_page = matches!(destination.trim(), "document" | "iframe" | "frame");
        }
    }
    Ok(Some(Request {
        line,
        accepts_brotli,
        opens_page,
    }))
}

/// Decodes percent-encoding. `None` if it is malformed or the result is not valid UTF-8.
pub(super) fn percent_decode(path: &str) -> Option<String> {
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
