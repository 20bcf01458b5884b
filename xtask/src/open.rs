//! Open: an address in the person's browser.

use std::env;
use std::process::{Command, Stdio};
use std::thread;

/// Opens `address`, if there is a display to show it on. Whether it worked does not matter:
/// the address is printed too.
pub(crate) fn in_browser(address: &str) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else if ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some()) {
        Command::new("xdg-open")
    } else {
        return;
    };
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut child) = command.spawn() {
        // Waited for elsewhere, so that it leaves no zombie while the server runs.
        thread::spawn(move || child.wait());
    }
}
