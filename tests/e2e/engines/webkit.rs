//! WebKit, as WebKitGTK has it: a driver, a browser and a display of its own for each
//! tab. It starts in under a second, wants a display, and two windows on one display
//! would take the focus from each other.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use fantoccini::Client;
use serde_json::json;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use super::{READY, connect, find, missing, start};
use crate::browser::Wish;
use crate::tab::Tab;

/// Takes the room out of the browser's tool bar, which a window is never narrower than.
const NARROW: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }
image { margin: -8px; }
";

/// What the browser would keep, and its settings. It is gone with this value.
pub struct Folder(PathBuf);

impl Folder {
    fn new(wish: Wish) -> Result<Self, String> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("webkit-{}-{number}", std::process::id());
        let folder = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        let settings = folder.0.join("gtk-3.0");
        let text = format!(
            "[Settings]\ngtk-theme-name=Adwaita\ngtk-application-prefer-dark-theme={}\ngtk-enable-animations={}\n",
            wish.dark, !wish.still
        );
        fs::create_dir_all(&settings)
            .and_then(|()| fs::write(settings.join("settings.ini"), text))
            .and_then(|()| fs::write(settings.join("gtk.css"), NARROW))
            .map_err(|error| format!("{} can’t be written: {error}.", settings.display()))?;
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A browser with the processes that it needs.
pub struct Started {
    pub client: Client,
    pub processes: Vec<Child>,
    pub folder: Folder,
}

pub async fn open(proxy: u16, wish: Wish) -> Result<Started, String> {
    let folder = Folder::new(wish)?;
    let (screen, display) = display().await?;
    let program = find("WEBKIT_DRIVER", &["WebKitWebDriver"]);
    let program = program.ok_or_else(|| missing("WebKitWebDriver", "WEBKIT_DRIVER"))?;
    let port = free_port()?;
    let mut command = Command::new(program);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{display}"))
        .env("GDK_BACKEND", "x11")
        .envs(["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"].map(|name| (name, &folder.0)))
        // Media plugins are not looked for anew at each start.
        .env("GST_PLUGIN_SYSTEM_PATH_1_0", &folder.0)
        // No bus of the desktop's accessibility is there to be waited for.
        .env("NO_AT_BRIDGE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let driver = command.spawn();
    let driver = driver.map_err(|error| format!("WebKitWebDriver can’t start: {error}."))?;
    answers(port).await?;
    let mut flags = vec![
        "--automation".to_string(),
        format!("--proxy=http://127.0.0.1:{proxy}"),
        "--ignore-host=127.0.0.1".to_string(),
    ];
    if wish.no_scripts {
        // The driver's own scripts still run then.
        flags.push("--enable-javascript-markup=false".into());
    }
    let mut options = json!({ "args": flags });
    if let Some(binary) = std::env::var_os("MINIBROWSER") {
        options["binary"] = json!(binary);
    }
    let client = connect(port, json!({ "webkitgtk:browserOptions": options })).await?;
    let sized = client.set_window_size(1000, 900).await;
    sized.map_err(|error| error.to_string())?;
    Ok(Started {
        client,
        processes: vec![driver, screen],
        folder,
    })
}

/// Starts a display that nobody sees, and gives its number.
async fn display() -> Result<(Child, u16), String> {
    let program = find("XVFB", &["Xvfb"]).ok_or_else(|| missing("Xvfb", "XVFB"))?;
    let mut command = Command::new(program);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x1024x24",
        "-nolisten",
        "tcp",
    ]);
    start(command, |line| line.trim().parse().ok()).await
}

/// The driver cannot be told to take any free port, and to say which.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok(address.port())
}

/// Waits until somebody listens at a port.
async fn answers(port: u16) -> Result<(), String> {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if start.elapsed() > READY {
            return Err("WebKitWebDriver did not say that it is ready.".into());
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    Ok(())
}

/// Nothing tells the browser to show a page as on paper. So the rules for paper are made
/// rules for everything in the page and its exercises, and those for the screen for nothing.
pub async fn paper(tab: &Tab, on: bool) {
    let script = "const sheets = [document, ...[...document.querySelectorAll('*')].map((el) => el.shadowRoot)]
          .filter(Boolean).flatMap((tree) => [...tree.styleSheets, ...tree.adoptedStyleSheets]);
        window.onPaper ??= new Map();
        for (const { media } of new Set(sheets).values().flatMap((sheet) => [...sheet.cssRules])) {
          if (!media || !/print|screen/.test(onPaper.get(media) ?? media.mediaText)) continue;
          if (!onPaper.has(media)) onPaper.set(media, media.mediaText);
          const was = onPaper.get(media);
          media.mediaText = arguments[0] ? (/print/.test(was) ? 'all' : 'not all') : was;
        }";
    tab.js(script, json!([on])).await;
}

pub async fn width(tab: &Tab, width: u32) {
    tab.client.set_window_size(width, 900).await.unwrap();
}
