//! Long tracebacks, which the benches explain natively and in a browser. The entry point is
//! [`tracebacks`].

/// The errors at the end of tracebacks: of a name, of a message and of the syntax.
const ERRORS: [&str; 3] = [
    "AttributeError: module 'collections' has no attribute 'MutableMapping'",
    "TypeError: Passing coroutines is forbidden, use tasks explicitly.",
    "SyntaxError: multiple exception types must be parenthesized",
];

/// The lines of a traceback.
const LINES: usize = 100;

/// A traceback for each of the errors.
pub(crate) fn tracebacks() -> [String; 3] {
    ERRORS.map(traceback)
}

fn traceback(error: &str) -> String {
    let mut text = "Traceback (most recent call last):\n".to_owned();
    for line in 0..(LINES - 2) / 2 {
        text.push_str(&format!(
            "  File \"/srv/app/.venv/lib/python3.12/site-packages/framework/part_{line}.py\", \
             line {line}, in handle\n    return self.next(request, **options)\n"
        ));
    }
    text + error + "\n"
}
