//! Tests of `whatsnew mcp` without a client; tests/scripts has those with the official one.

use crate::command_line::{Folder, whatsnew};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// What the server does with these lines, somewhere outside of the project.
#[track_caller]
fn served(lines: &[Value]) -> Output {
    let mut server = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .arg("mcp")
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = server.stdin.take().expect("its input");
    for line in lines {
        writeln!(input, "{line}").expect("the server reads");
    }
    drop(input);
    server.wait_with_output().expect("the server ends")
}

#[test]
fn the_server_answers_in_any_folder_until_its_input_ends() {
    let output = served(&[
        json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        }}),
        json!({"jsonrpc": "2.0", "method": "notifications/initialized"}),
        json!({"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {
            "name": "change",
            "arguments": {"slug": "pep-758"},
        }}),
    ]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), &*errors), (Some(0), ""));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let replies: Vec<Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).expect("only messages of the protocol"))
        .collect();
    let [about, change] = replies.as_slice() else {
        panic!("not two replies: {printed}");
    };
    assert_eq!(about["result"]["serverInfo"]["name"], "whatsnew");
    assert_eq!(about["result"]["protocolVersion"], "2025-06-18");
    assert_eq!(change["id"], 2);
    assert_eq!(change["result"]["structuredContent"]["series"], "3.14");
}

#[test]
fn what_is_no_client_is_told_so() {
    let output = served(&[json!("hello")]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("no client has connected"), "{errors}");
}

#[test]
fn missing_assets_are_named_before_a_client_connects() {
    let folder = Folder::new("no-assets");
    whatsnew(&["mcp", "--assets", folder.text()]).fails_naming(&["check that the folder"]);
}
