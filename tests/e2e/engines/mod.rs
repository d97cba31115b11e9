//! How each engine is started, and its own way to what WebDriver itself does not define:
//! a reader's settings, a narrow window, paper, the browser's log.

pub mod chromium;
pub mod firefox;
pub mod webkit;

use std::env;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;
use url::{ParseError, Url};

/// How long a program may take to start on a busy machine.
const READY: Duration = Duration::from_secs(60);

/// A command that WebDriver itself does not define.
#[derive(Debug)]
struct Extra {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Gives a browser a command of its own.
async fn tell(client: &Client, path: &'static str, body: Value) -> Result<Value, CmdError> {
    client.issue_cmd(Extra { path, body }).await
}

/// Asks what an element is to those who hear it: `computedrole` or `computedlabel`.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let (session, Self { element, what }) = (session.unwrap_or_default(), self);
        base.join(&format!("session/{session}/element/{element}/{what}"))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::GET, None)
    }
}

pub async fn computed(
    client: &Client,
    element: &Element,
    what: &'static str,
) -> Result<String, CmdError> {
    let element = element.element_id().to_string();
    let answer = client.issue_cmd(Computed { element, what }).await?;
    Ok(answer.as_str().unwrap_or_default().into())
}

/// Opens a session at a driver's port.
async fn connect(port: u16, mut capabilities: Value) -> Result<Client, String> {
    // A thousand rounds of an exercise in one script take their time on a busy machine.
    capabilities["timeouts"] = json!({ "script": 180_000 });
    let Value::Object(capabilities) = capabilities else {
        return Err("Capabilities are an object.".into());
    };
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .map_err(|error| error.to_string())
}

/// Starts a program that says on its output, in a line that `read` knows, at which
/// number it can be found: a port or a display. It ends with the value.
async fn start(
    mut command: Command,
    read: impl Fn(&str) -> Option<u16>,
) -> Result<(Child, u16), String> {
    let name = command.as_std().get_program().display().to_string();
    let mut process = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| format!("{name} can’t start: {error}."))?;
    let output = process.stdout.take().ok_or("It has no output.")?;
    let mut lines = BufReader::new(output).lines();
    let found = timeout(READY, async {
        while let Ok(Some(line)) = lines.next_line().await {
            if let Some(number) = read(&line) {
                return Some(number);
            }
        }
        None
    });
    let number = found.await.ok().flatten();
    let number = number.ok_or_else(|| format!("{name} did not say that it is ready."))?;
    // It would stop at a full pipe.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok((process, number))
}

/// The program that an environment variable names, or the first of these on `PATH`.
fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable) {
        return Some(named.into());
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|path| path.is_file())
}

/// The sentence for a program that is missing.
fn missing(what: &str, variable: &str) -> String {
    format!("{what} was not found: run 'make setup', or name it in {variable}.")
}
