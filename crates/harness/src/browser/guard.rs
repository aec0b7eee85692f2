//! What ends a browser however the tests end. [`Guard::over`] is the entry point.
//!
//! Browsers that wait for another test are never dropped: a test program ends without
//! that, or is stopped by whoever started it. So another program looks after them. It
//! reads from a pipe, which closes when this program ends.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Waits for the end of its input, and then ends groups of programs and takes their
/// directory away.
const END: &str = "
directory=$1
shift
read -r _
for group; do kill -s KILL -- \"-$group\"; done
rm -rf -- \"$directory\"
";

/// A program that ends others when this is dropped, or when the program that has it ends.
pub(crate) struct Guard(Child);

impl Guard {
    /// Looks after groups of programs, each named by its first, and after the directory
    /// in which they keep what they need while they run.
    #[track_caller]
    pub(crate) fn over(groups: &[u32], directory: &Path) -> Self {
        let guard = Command::new("sh")
            .args(["-c", END, "sh"])
            .arg(directory)
            .args(groups.iter().map(u32::to_string))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // What stops the tests at the keyboard must not stop this.
            .process_group(0)
            .spawn();
        Self(guard.unwrap_or_else(|error| panic!("sh did not start: {error}")))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
