//! A small server on this machine: the release files, and whatever a test puts there,
//! with status, type, body and moment of each answer under the test's control. It
//! records everything that it is asked for.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use interlude::widgets;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::pages;

/// Where the tests' sites have the release files: in one folder, as owners do.
pub const ENTRY: &str = "/interlude/interlude.js";
pub const CLASSIC: &str = "/interlude/interlude.classic.js";
pub const GLUE: &str = "/interlude/embed.js";
pub const WASM: &str = "/interlude/embed_bg.wasm";
pub const COACH: &str = "/interlude/coach.wasm";
pub const CHECK: &str = "/interlude/check.js";
pub const CHECK_WASM: &str = "/interlude/check.wasm";
pub const WORDS: &str = "/interlude/words.en.json";
pub const SPANISH: &str = "/interlude/words.es.json";

/// The draft of an exercise.
pub fn draft(name: &str, language: &str) -> String {
    format!("/interlude/{name}.{language}.json")
}

/// The page for frames, and what it and the pages around it load.
pub const FRAME: &str = "/interlude/embed.html";
pub const RESIZE: &str = "/interlude/resize.js";
const FRAME_SCRIPT: &str = "/interlude/frame.js";
const FRAME_STYLE: &str = "/interlude/frame.css";

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Says in one sentence what is missing, if something is.
pub fn check_dist() -> Result<(), String> {
    let missing = [
        ENTRY, CLASSIC, GLUE, WASM, COACH, CHECK, CHECK_WASM, WORDS, SPANISH,
    ]
    .into_iter()
    .find(|path| !dist(path).is_file());
    match missing {
        Some(path) => Err(format!(
            "{} is missing: run 'make dist', which builds the release files, and then the tests again.",
            dist(path).display()
        )),
        None => Ok(()),
    }
}

/// The release files as they were at the start, whatever is built meanwhile.
fn release() -> &'static [(String, &'static str, Vec<u8>)] {
    static RELEASE: OnceLock<Vec<(String, &str, Vec<u8>)>> = OnceLock::new();
    RELEASE.get_or_init(|| {
        const MODULE: &str = "application/wasm";
        const STYLE: &str = "text/css";
        const DATA: &str = "application/json";
        let kinds = [
            (ENTRY, SCRIPT),
            (CLASSIC, SCRIPT),
            (GLUE, SCRIPT),
            (WASM, MODULE),
            (COACH, MODULE),
            (CHECK, SCRIPT),
            (CHECK_WASM, MODULE),
            (WORDS, DATA),
            (SPANISH, DATA),
            (FRAME, HTML),
            (FRAME_SCRIPT, SCRIPT),
            (FRAME_STYLE, STYLE),
            (RESIZE, SCRIPT),
        ];
        let drafts = widgets::all().flat_map(|(_, widget)| {
            ["en", "es"].map(|language| (draft(widget.name, language), DATA))
        });
        kinds
            .map(|(path, kind)| (path.to_string(), kind))
            .into_iter()
            .chain(drafts)
            .map(|(path, kind)| {
                let body = fs::read(dist(&path)).unwrap();
                (path, kind, body)
            })
            .collect()
    })
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The release file that is served at a path.
fn dist(path: &str) -> PathBuf {
    root()
        .join("dist/interlude")
        .join(env!("CARGO_PKG_VERSION"))
        .join(path.rsplit('/').next().unwrap())
}

/// The tag that a release gives to owners, for the tests' sites.
pub fn snippet() -> String {
    let tag = fs::read_to_string(root().join("dist/snippet.html")).unwrap();
    let there = format!(
        "https://YOUR-SITE/interlude/{}/interlude.js",
        env!("CARGO_PKG_VERSION")
    );
    assert!(tag.contains(&there), "{tag}");
    tag.replace(&there, ENTRY)
}

/// What the site answers at one path.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    pub kind: String,
    pub body: Vec<u8>,
    pub headers: Vec<(&'static str, String)>,
}

impl Answer {
    pub fn new(kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            kind: kind.into(),
            body: body.into(),
            headers: Vec::new(),
        }
    }

    pub fn html(page: &str) -> Self {
        Self::new(HTML, page)
    }

    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

#[derive(Default)]
struct Shared {
    answers: Mutex<HashMap<String, Answer>>,
    /// Path and query of every request, in the order in which they came.
    asked: Mutex<Vec<String>>,
    /// Those of them that have been answered.
    answered: Mutex<Vec<String>>,
    /// Paths whose answers wait.
    held: watch::Sender<HashSet<String>>,
    /// Nothing is answered any more.
    off: AtomicBool,
}

/// A server that lives as long as this value.
pub struct Site {
    shared: Arc<Shared>,
    origin: String,
    task: JoinHandle<()>,
}

impl Site {
    /// Starts a server with the release files and the tests' own helpers on it.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared::default());
        let task = tokio::spawn(serve(listener, shared.clone()));
        let site = Self {
            shared,
            origin,
            task,
        };
        for (path, kind, body) in release() {
            site.put(path, Answer::new(kind, body.clone()));
        }
        site.put("/watch.js", Answer::new(SCRIPT, pages::WATCH));
        site
    }

    /// Lets pages of other origins have the release files.
    pub fn share(&self) {
        let mut answers = self.shared.answers.lock().unwrap();
        for answer in answers.values_mut() {
            let header = ("access-control-allow-origin", "*".into());
            answer.headers.push(header);
        }
    }

    /// Puts a page there.
    pub fn page(&self, path: &str, html: &str) {
        self.put(path, Answer::html(html));
    }

    /// Puts a file of this checkout there.
    pub fn file(&self, path: &str, kind: &str, file: &str) {
        let body = fs::read(root().join(file));
        self.put(path, Answer::new(kind, body.unwrap()));
    }

    /// Puts an answer there, instead of what was there.
    pub fn put(&self, path: &str, answer: Answer) {
        let mut answers = self.shared.answers.lock().unwrap();
        answers.insert(path.into(), answer);
    }

    /// The answer that stands at a path.
    pub fn get(&self, path: &str) -> Answer {
        self.shared.answers.lock().unwrap()[path].clone()
    }

    /// Puts another file in the place of one that the entry knows the hash of.
    pub fn swap(&self, path: &str, body: impl Into<Vec<u8>>) {
        let mut answer = self.get(path);
        answer.body = body.into();
        self.put(path, answer);
        let mut entry = self.get(ENTRY);
        let script = String::from_utf8(entry.body).unwrap();
        let name = format!("\"{}\":\"", path.rsplit('/').next().unwrap());
        let (before, after) = script.split_once(&name).unwrap();
        let (_, after) = after.split_once('"').unwrap();
        entry.body = format!("{before}{name}\"{after}").into();
        self.put(ENTRY, entry);
    }

    /// Lets requests for a path wait until [`Site::release`].
    pub fn hold(&self, path: &str) {
        let add = |held: &mut HashSet<String>| {
            held.insert(path.into());
        };
        self.shared.held.send_modify(add);
    }

    /// Answers all requests that wait.
    pub fn release(&self) {
        self.shared.held.send_modify(HashSet::clear);
    }

    /// Closes every connection without an answer from now on.
    pub fn cut_off(&self) {
        self.shared.off.store(true, Ordering::Relaxed);
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Everything that was asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.shared.asked.lock().unwrap().clone()
    }

    /// How often a path was asked for, whatever its query.
    pub fn times(&self, path: &str) -> usize {
        count(&self.shared.asked, path)
    }

    /// Waits until something was asked for that begins like this, and gives it.
    pub async fn until_asked(&self, start: &str) -> String {
        for _ in 0..800 {
            if let Some(found) = self.asked().into_iter().find(|one| one.starts_with(start)) {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{start} was not asked for: {:?}", self.asked());
    }

    /// How often a path was answered.
    pub fn times_answered(&self, path: &str) -> usize {
        count(&self.shared.answered, path)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn count(list: &Mutex<Vec<String>>, path: &str) -> usize {
    let list = list.lock().unwrap();
    list.iter().filter(|one| path_of(one) == path).count()
}

fn path_of(target: &str) -> &str {
    target.split('?').next().unwrap_or(target)
}

async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((stream, _)) = listener.accept().await {
        let shared = shared.clone();
        tokio::spawn(async move {
            let service = service_fn(|request| answer(request, shared.clone()));
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            let _ = connection.await;
        });
    }
}

async fn answer(
    request: Request<Incoming>,
    shared: Arc<Shared>,
) -> Result<Response<Full<Bytes>>, io::Error> {
    let target = request.uri().to_string();
    let path = path_of(&target).to_string();
    shared.asked.lock().unwrap().push(target.clone());
    if shared.off.load(Ordering::Relaxed) {
        return Err(io::ErrorKind::ConnectionReset.into());
    }
    let mut held = shared.held.subscribe();
    let _ = held.wait_for(|held| !held.contains(&path)).await;
    let known = shared.answers.lock().unwrap().get(&path).cloned();
    let answer = known.unwrap_or_else(|| Answer::html("<p>There is nothing here.").status(404));
    shared.answered.lock().unwrap().push(target);
    let mut response = Response::new(Full::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_str(&answer.kind).unwrap());
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    for (name, value) in answer.headers {
        let value = HeaderValue::from_str(&value).unwrap();
        headers.append(HeaderName::from_static(name), value);
    }
    Ok(response)
}
