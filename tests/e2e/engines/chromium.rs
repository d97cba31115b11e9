//! Chromium: one ChromeDriver for a run, a browser with a new profile for each tab.

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use super::{connect, find, missing, start, tell};
use crate::browser::Wish;
use crate::tab::Tab;

const FLAGS: [&str; 9] = [
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

/// Whether the browser asks for an address by itself, whatever the page.
pub fn is_own_errand(address: &str) -> bool {
    [".google.com:443", ".googleapis.com:443"]
        .iter()
        .any(|of_its_maker| address.ends_with(of_its_maker))
}

/// Starts the driver, on any free port.
pub async fn driver() -> Result<(Child, u16), String> {
    let program = find("CHROMEDRIVER", &["chromedriver"]);
    let mut command = Command::new(program.ok_or_else(|| missing("ChromeDriver", "CHROMEDRIVER"))?);
    command.arg("--port=0");
    start(command, port).await
}

/// "ChromeDriver was started successfully on port 41234."
fn port(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end_matches('.').parse().ok()
}

pub async fn open(driver: u16, proxy: u16, wish: Wish) -> Result<Client, String> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let binary = find("CHROMIUM", &names).ok_or_else(|| missing("Chromium", "CHROMIUM"))?;
    let proxy = format!("--proxy-server=127.0.0.1:{proxy}");
    let flags: Vec<_> = FLAGS.into_iter().chain([proxy.as_str()]).collect();
    // It would fetch a dictionary of its own, at any moment.
    let mut prefs = json!({ "browser.enable_spellchecking": false, "spellcheck.dictionaries": [] });
    if wish.no_scripts {
        prefs["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let capabilities = json!({
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": { "binary": binary, "args": flags, "prefs": prefs },
    });
    let client = connect(driver, capabilities).await?;
    show(&client, "screen", wish).await?;
    Ok(client)
}

/// Asks the browser for something by its own protocol.
async fn cdp(client: &Client, cmd: &str, params: Value) -> Result<Value, String> {
    let body = json!({ "cmd": cmd, "params": params });
    let answer = tell(client, "goog/cdp/execute", body).await;
    answer.map_err(|error| error.to_string())
}

/// Shows pages on a screen or on paper, with a reader's settings.
async fn show(client: &Client, media: &str, wish: Wish) -> Result<(), String> {
    let features: Vec<Value> = [
        (wish.dark, "prefers-color-scheme", "dark"),
        (wish.still, "prefers-reduced-motion", "reduce"),
        (wish.forced_colors, "forced-colors", "active"),
    ]
    .into_iter()
    .filter(|(wanted, ..)| *wanted)
    .map(|(_, name, value)| json!({ "name": name, "value": value }))
    .collect();
    let params = json!({ "media": media, "features": features });
    cdp(client, "Emulation.setEmulatedMedia", params).await?;
    Ok(())
}

pub async fn paper(tab: &Tab, on: bool) {
    let media = if on { "print" } else { "screen" };
    show(&tab.client, media, tab.wish).await.unwrap();
}

pub async fn width(tab: &Tab, width: u32) {
    let params = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    tab.cdp("Emulation.setDeviceMetricsOverride", params).await;
}

pub async fn log(tab: &Tab) -> Vec<String> {
    let log = tell(&tab.client, "se/log", json!({ "type": "browser" })).await;
    let log = log.unwrap();
    let lines = log.as_array().into_iter().flatten();
    lines.map(|line| line["message"].to_string()).collect()
}

impl Tab {
    /// Asks Chromium for something by its own protocol.
    pub async fn cdp(&self, cmd: &str, params: Value) -> Value {
        cdp(&self.client, cmd, params).await.unwrap()
    }
}
