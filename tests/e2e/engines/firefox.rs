//! Firefox: it starts slowly, so a browser serves one test after the other, each in a tab
//! of its own. Each test's pages have an origin of their own, too: nothing that one
//! leaves behind is there for the next.

use std::env;
use std::path::PathBuf;

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use super::{connect, find, missing, start, tell};
use crate::browser::Wish;
use crate::tab::Tab;

/// Starts a driver, on any free port: each can hold one session.
pub async fn driver() -> Result<(Child, u16), String> {
    let program = find("GECKODRIVER", &["geckodriver"]).or_else(in_cache);
    let mut command = Command::new(program.ok_or_else(|| missing("geckodriver", "GECKODRIVER"))?);
    command.args(["--port=0", "--websocket-port=0", "--allow-system-access"]);
    // Lets the setting below switch off the lists that Firefox looks for at its start.
    command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    start(command, port).await
}

/// Where `scripts/setup.sh` puts the driver that it builds.
fn in_cache() -> Option<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")))?;
    let tools = std::fs::read_dir(cache.join("interlude")).ok()?.flatten();
    let mut found: Vec<_> = tools
        .filter(|tool| {
            tool.file_name()
                .to_string_lossy()
                .starts_with("geckodriver-")
        })
        .map(|tool| tool.path().join("bin/geckodriver"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// "… INFO Listening on 127.0.0.1:38241"
fn port(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("Listening on 127.0.0.1:")?;
    after.trim().parse().ok()
}

pub async fn start_browser(driver: u16, proxy: u16) -> Result<Client, String> {
    let binary = find("FIREFOX", &["firefox-esr", "firefox"]);
    let binary = binary.ok_or_else(|| missing("Firefox", "FIREFOX"))?;
    let proxy = format!("127.0.0.1:{proxy}");
    let capabilities = json!({
        "proxy": { "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy },
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless"],
            // What the driver itself leaves on of what runs in the background.
            "prefs": {
                "app.normandy.enabled": false,
                "messaging-system.rsexperimentloader.enabled": false,
                "services.settings.server": "data:,#remote-settings-dummy/v1",
            },
        },
    });
    let client = connect(driver, capabilities).await?;
    let sized = client.set_window_size(1000, 900).await;
    sized.map_err(|error| error.to_string())?;
    Ok(client)
}

/// Opens a tab with a reader's settings.
pub async fn open(client: &Client, wish: Wish) -> Result<(), String> {
    let opened = client.new_window(true).await;
    let handle = opened.map_err(|error| error.to_string())?.handle;
    let switched = client.switch_to_window(handle).await;
    switched.map_err(|error| error.to_string())?;
    let script = "const [scripts, dark, still, forced] = arguments;
        Services.console.reset();
        Services.prefs.setBoolPref('javascript.enabled', scripts);
        const page = gBrowser.selectedBrowser.browsingContext;
        page.prefersColorSchemeOverride = dark ? 'dark' : 'light';
        page.prefersReducedMotionOverride = still ? 'reduce' : 'no-preference';
        page.forcedColorsOverride = forced ? 'active' : 'none'";
    let args = json!([!wish.no_scripts, wish.dark, wish.still, wish.forced_colors]);
    privileged(client, script, args).await?;
    Ok(())
}

/// Closes the tab; the first one, which is never used, keeps the browser alive.
pub async fn close(client: &Client) -> Result<(), String> {
    let left = async {
        client.close_window().await?;
        let first = client.windows().await?.into_iter().next();
        let first = first.ok_or(fantoccini::error::CmdError::NotW3C(Value::Null))?;
        client.switch_to_window(first).await
    };
    left.await.map_err(|error| error.to_string())
}

/// Runs a script with the browser's own rights.
async fn privileged(client: &Client, script: &str, args: Value) -> Result<Value, String> {
    let Value::Array(args) = args else {
        return Err("Arguments are a list.".into());
    };
    let run = async {
        tell(client, "moz/context", json!({ "context": "chrome" })).await?;
        let answer = client.execute(script, args).await;
        tell(client, "moz/context", json!({ "context": "content" })).await?;
        answer
    };
    run.await.map_err(|error| error.to_string())
}

pub async fn paper(tab: &Tab, on: bool) {
    let script =
        "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0] ? 'print' : ''";
    privileged(&tab.client, script, json!([on])).await.unwrap();
}

/// The page's part of the window, since the window itself cannot be that narrow.
pub async fn width(tab: &Tab, width: u32) {
    let script = "for (const name of ['width', 'min-width', 'max-width'])
        gBrowser.selectedBrowser.style.setProperty(name, `${arguments[0]}px`, 'important')";
    privileged(&tab.client, script, json!([width]))
        .await
        .unwrap();
}

pub async fn log(tab: &Tab) -> Vec<String> {
    let script = "const messages = Services.console.getMessageArray();
        Services.console.reset();
        return messages.filter((one) => one instanceof Ci.nsIScriptError && one.sourceName.startsWith('http://127.0.0.1'))
          .map((one) => `${one.category}: ${one.errorMessage} (${one.sourceName})`)";
    let log = privileged(&tab.client, script, json!([])).await;
    crate::tab::strings(&log.unwrap())
}
