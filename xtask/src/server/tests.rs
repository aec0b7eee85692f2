//! Tests of the server, most of them without a connection.

use std::io::Read;

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
        cache_control: "no-store",
        test_hooks: Arc::default(),
        changes: None,
    };
    (directory, site)
}

fn resource(body: &str, content_type: &'static str, is_compressed: bool) -> Option<Resource> {
    Some(Resource {
        body: body.into(),
        content_type,
        is_compressed,
    })
}

#[test]
fn only_files_below_the_base_are_found() {
    let (directory, site) = site();
    let html = resource("page", "text/html; charset=utf-8", false);
    assert_eq!(site.resource("/sub/", false), html);
    assert_eq!(site.resource("/sub/index.html?v=1", true), html);
    assert_eq!(
        site.resource("/sub/bundle%20%C3%A9/a.wasm", false),
        resource("wasm", "application/wasm", false)
    );
    assert_eq!(site.resource("/index.html", false), None);
    assert_eq!(site.resource("/sub/missing.js", false), None);
    fs::remove_dir_all(directory).expect("the temporary directory is removed");
}

#[test]
fn compressed_files_are_sent_to_clients_that_accept_them() {
    let (directory, site) = site();
    fs::write(directory.join("index.html.br"), "small").expect("a file");
    let compressed = resource("small", "text/html; charset=utf-8", true);
    assert_eq!(site.resource("/sub/", true), compressed);
    let plain = resource("page", "text/html; charset=utf-8", false);
    assert_eq!(site.resource("/sub/", false), plain);
    let request = Request {
        line: "GET /sub/ HTTP/1.1".to_owned(),
        accepts_brotli: true,
        opens_page: false,
    };
    let response = String::from_utf8(site.respond(&request)).expect("a text");
    assert!(
        response.contains("Content-Encoding: br\r\n") && response.ends_with("small"),
        "{response}"
    );
    fs::remove_dir_all(directory).expect("the temporary directory is removed");
}

#[test]
fn test_hooks_change_pages_and_record_missing_files() {
    let (directory, site) = site();
    site.test_hooks.inject_script("look()");
    site.test_hooks.send_policy("sandbox");
    let ask = |path: &str, opens_page: bool| {
        let request = Request {
            line: format!("GET {path} HTTP/1.1"),
            accepts_brotli: true,
            opens_page,
        };
        String::from_utf8(site.respond(&request)).expect("a text")
    };
    let opened = ask("/sub/", true);
    assert!(
        opened.contains("Content-Security-Policy: sandbox\r\n"),
        "{opened}"
    );
    assert!(opened.ends_with("<script>look()</script>page"), "{opened}");
    assert!(ask("/sub/", false).ends_with("\r\n\r\npage"));
    for path in ["/sub/missing.js", "/elsewhere"] {
        ask(path, false);
    }
    assert_eq!(site.test_hooks.take_not_found(), ["/sub/missing.js"]);
    assert_eq!(site.test_hooks.take_not_found(), [""; 0]);
    fs::remove_dir_all(directory).expect("the temporary directory is removed");
}

#[test]
fn open_pages_are_notified_of_changes() {
    let (directory, mut site) = site();
    assert_eq!(site.resource("/sub/__changes?since=1", false), None);
    let changes = Arc::<Changes>::default();
    site.changes = Some(Arc::clone(&changes));
    let number = site.resource("/sub/__changes", false).expect("a number");
    changes.announce();
    let known = String::from_utf8(number.body).expect("a text");
    let later = site
        .resource(&format!("/sub/__changes?since={known}"), false)
        .expect("a number");
    assert_ne!(known.as_bytes(), later.body);
    let request = |opens_page| Request {
        line: "GET /sub/ HTTP/1.1".to_owned(),
        accepts_brotli: true,
        opens_page,
    };
    let response = |opens_page| {
        let response = site.respond(&request(opens_page));
        String::from_utf8(response).expect("a text")
    };
    assert!(response(true).contains("<script>(async"), "{known}");
    assert!(response(false).ends_with("\r\n\r\npage"));
    fs::remove_dir_all(directory).expect("the temporary directory is removed");
}

#[test]
fn idle_connections_do_not_block_others() {
    let (directory, _) = site();
    let server = Server::bind(&directory, "/sub/", 0).expect("a free port");
    let connect = || TcpStream::connect(server.address()).expect("a connection");
    let silent: Vec<TcpStream> = (0..32).map(|_| connect()).collect();
    let ask = |request: &str| {
        let mut connection = connect();
        connection
            .write_all(format!("{request} HTTP/1.1\r\nHost: here\r\n\r\n").as_bytes())
            .expect("a request");
        let mut response = String::new();
        connection
            .read_to_string(&mut response)
            .expect("a response");
        response
    };
    let page = ask("GET /sub/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(
        page.contains("Content-Type: text/html; charset=utf-8\r\n"),
        "{page}"
    );
    assert!(page.ends_with("\r\n\r\npage"), "{page}");
    let moved = ask("GET /sub/bundle%20%C3%A9");
    assert!(
        moved.contains("301") && moved.contains("Location: /sub/bundle%20%C3%A9/\r\n"),
        "{moved}"
    );
    let head = ask("HEAD /sub/");
    assert!(
        head.contains("Content-Length: 4\r\n") && !head.ends_with("page"),
        "{head}"
    );
    assert!(ask("GET /elsewhere").starts_with("HTTP/1.1 404 "));
    assert!(ask("POST /sub/").starts_with("HTTP/1.1 405 "));
    drop((silent, server));
    fs::remove_dir_all(directory).expect("the temporary directory is removed");
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
        assert_eq!(site.resource(&url, false), None, "{url}");
    }
    fs::remove_dir_all(directory).expect("the temporary directory is removed");
}
