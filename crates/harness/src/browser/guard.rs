//! Ends browsers however the tests end. [`Guard::over`] is the entry point.
//!
//! Idle browsers in the pool are never dropped: a test program ends without
//! dropping statics, or is killed. So a watchdog process ends them. It reads
//! from a pipe, which closes when this program ends.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Waits for the end of its input, then kills process groups and removes their
/// directory.
const END: &str = "
directory=$1
shift
read -r _
for group; do kill -s KILL -- \"-$group\"; done
rm -rf -- \"$directory\"
";

/// A watchdog process that ends others when this is dropped or this program
/// ends.
pub(crate) struct Guard(Child);

impl Guard {
    /// Guards process groups, identified by their leaders, and the directory of
    /// their temporary files.
    #[track_caller]
    pub(crate) fn over(groups: &[u32], directory: &Path) -> Self {
        let guard = Command::new("sh")
            .args(["-c", END, "sh"])
            .arg(directory)
            .args(groups.iter().map(u32::to_string))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl+C in the terminal must not end the watchdog.
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
