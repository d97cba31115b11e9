//! Starts browsers: one driver process for a run, and a fresh session, with a profile
//! of its own, for each tab that a test asks for.

use std::env;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::tab::Tab;

/// How long a driver may take to start.
const READY: Duration = Duration::from_secs(60);

/// A browser that the tests know how to start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
}

impl Browser {
    const ALL: [Browser; 1] = [Browser::Chromium];

    /// The name in `INTERLUDE_BROWSERS` and in the list of tests.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
        }
    }

    /// The browsers that `INTERLUDE_BROWSERS` names, with commas between them.
    pub fn wanted() -> Result<Vec<Browser>, String> {
        let names = env::var("INTERLUDE_BROWSERS").unwrap_or_else(|_| "chromium".into());
        let find = |name: &str| {
            let found = Browser::ALL.into_iter().find(|one| one.name() == name);
            found.ok_or_else(|| format!("INTERLUDE_BROWSERS: no browser is named “{name}” here."))
        };
        names.split(',').map(str::trim).map(find).collect()
    }

    /// The driver's program, and how it is told to take any free port.
    fn driver(self) -> Command {
        match self {
            Browser::Chromium => {
                let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
                let mut command = Command::new(program);
                command.arg("--port=0");
                command
            }
        }
    }

    /// What a session is asked for.
    fn capabilities(self, wish: Wish) -> Result<Value, String> {
        match self {
            Browser::Chromium => chromium(wish),
        }
    }
}

/// What a test needs of a session beyond the usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// The reader has switched scripts off.
    pub no_scripts: bool,
}

fn chromium(wish: Wish) -> Result<Value, String> {
    let mut flags = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1000,900",
    ];
    // Nothing but this machine can be reached, whatever a page asks for.
    flags.push("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    let mut prefs = json!({});
    if wish.no_scripts {
        prefs["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    Ok(json!({
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": { "binary": find_chromium()?, "args": flags, "prefs": prefs },
    }))
}

fn find_chromium() -> Result<PathBuf, String> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file())
        .ok_or_else(|| "No Chromium was found: install it, or name it in CHROMIUM.".into())
}

/// A driver process.
pub struct Driver {
    pub browser: Browser,
    address: String,
    process: Mutex<Child>,
}

impl Driver {
    /// Starts a browser's driver on any free port.
    pub async fn start(browser: Browser) -> Result<Self, String> {
        let mut process = browser
            .driver()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| format!("The driver of {} can’t start: {error}.", browser.name()))?;
        let output = process.stdout.take().ok_or("The driver has no output.")?;
        let mut lines = BufReader::new(output).lines();
        let port = timeout(READY, port(&mut lines)).await.ok().flatten();
        let port = port.ok_or("The driver did not say on which port it listens.")?;
        // It would stop at a full pipe.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Self {
            browser,
            address: format!("http://127.0.0.1:{port}"),
            process: Mutex::new(process),
        })
    }

    async fn open(&self, wish: Wish) -> Result<Client, String> {
        let Value::Object(capabilities) = self.browser.capabilities(wish)? else {
            return Err("Capabilities are an object.".into());
        };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.address)
            .await
            .map_err(|error| format!("{} can’t start: {error}", self.browser.name()))
    }

    /// Ends the driver. Its sessions have been closed; what is left of them goes with it.
    pub async fn stop(&self) {
        let mut process = self.process.lock().await;
        let _ = process.start_kill();
        let _ = timeout(Duration::from_secs(10), process.wait()).await;
    }
}

/// Reads on until the driver says where it listens.
async fn port(lines: &mut Lines<BufReader<ChildStdout>>) -> Option<u16> {
    loop {
        let line = lines.next_line().await.ok()??;
        if let Some(port) = started_on(&line) {
            return Some(port);
        }
    }
}

/// "ChromeDriver was started successfully on port 41234."
fn started_on(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end_matches('.').parse().ok()
}

/// What a test is given: as many tabs as it asks for, all closed at its end.
pub struct Stage {
    driver: Arc<Driver>,
    open: Mutex<Vec<Client>>,
}

impl Stage {
    pub fn new(driver: Arc<Driver>) -> Self {
        Self {
            driver,
            open: Mutex::default(),
        }
    }

    /// A tab in a browser of its own.
    pub async fn tab(&self) -> Tab {
        self.tab_with(Wish::default()).await
    }

    /// A tab in a browser of its own that is set up in another way.
    pub async fn tab_with(&self, wish: Wish) -> Tab {
        let client = self.driver.open(wish).await.unwrap();
        self.open.lock().await.push(client.clone());
        Tab::new(client)
    }

    /// Closes the browsers.
    pub async fn close(&self) {
        for client in self.open.lock().await.drain(..) {
            let closed = client.close();
            let _ = timeout(Duration::from_secs(20), closed).await;
        }
    }
}
