//! End-to-end tests: the release files of `dist/`, in whole pages, in real browsers.
//!
//! `make test-e2e` builds the files and runs this; `cargo test --test e2e -- NAME` runs
//! the tests whose name holds NAME, and `-- --ignored screenshots` writes pictures to
//! `target/screenshots`. `INTERLUDE_BROWSERS=chromium,firefox` names the browsers; without
//! it, all three are used.
//!
//! # Layout
//! What tests are made with:
//! - [`browser`]: the browsers, what one of them cannot do, a fresh tab for each test
//! - [`engines`]: how each is started, and its way to a reader's settings, width, paper, log
//! - [`outside`]: what a browser asks for outside this machine; nobody answers
//! - [`site`]: a small server on this machine that records what it is asked for
//! - [`pages`]: the pages that it serves, and the real post
//! - [`tab`]: one tab: scripts, clicks, keys, conditions to wait for
//! - [`exercise`]: one exercise on a page, used as a reader uses it
//! - [`walks`]: every exercise from its first step to its last, as data
//!
//! The other modules hold the tests, one rule of the project a module.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod browser;
mod engines;
mod exercise;
mod outside;
mod pages;
mod site;
mod tab;
mod walks;

use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinError;

use browser::{Browser, Driver, Need, Stage};

/// A test that hangs is stopped after this time.
const LONGEST: Duration = Duration::from_secs(300);

/// As many browsers as two cores bear.
const AT_ONCE: usize = 2;

/// How many browsers may end by themselves in a run. WebKit's page process was seen to: in two of its
/// 338 tests in one run, in none of them in others. A page that brings it down would do so again.
const LOST_AT_MOST: usize = 3;

/// How many have.
static LOST: AtomicUsize = AtomicUsize::new(0);

/// A test, before it is run.
struct Case {
    name: String,
    run: fn(&Stage) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>,
    ignored: bool,
    needs: Option<Need>,
}

/// Makes `all()`, the list of a module's tests. One that is not listed is a warning:
/// nothing would call it. `name needs ForcedColors` is not run where an engine has none.
macro_rules! cases {
    (@ $need:ident) => { Some(crate::browser::Need::$need) };
    (@) => { None };
    ($($name:ident $(needs $need:ident)?),+ $(,)?) => {
        pub fn all() -> Vec<crate::Case> {
            vec![$(crate::Case {
                name: concat!(module_path!(), "::", stringify!($name)).replace("e2e::", ""),
                run: |stage| Box::pin($name(stage)),
                ignored: false,
                needs: cases!(@ $($need)?),
            }),+]
        }
    };
}

// Below the macro, which they use.
mod access;
mod axe;
mod bad_input;
mod banners;
mod booklet;
mod broken;
mod calm;
mod chain;
mod changes;
mod check;
mod coach;
mod events;
mod exercises;
mod failure;
mod forms;
mod frame;
mod help;
mod integrity;
mod kept;
mod keyboard;
mod language;
mod leave;
mod loading;
mod looks;
mod many;
mod paper;
mod policy;
mod privacy;
mod rows;
mod screenshots;
mod snapshots;
mod source;
mod still;
mod themes;

fn cases() -> Vec<Case> {
    let modules = [
        exercises::all(),
        keyboard::all(),
        language::all(),
        axe::all(),
        access::all(),
        calm::all(),
        privacy::all(),
        rows::all(),
        kept::all(),
        leave::all(),
        banners::all(),
        help::all(),
        failure::all(),
        integrity::all(),
        loading::all(),
        forms::all(),
        chain::all(),
        changes::all(),
        source::all(),
        booklet::all(),
        broken::all(),
        events::all(),
        still::all(),
        many::all(),
        frame::all(),
        bad_input::all(),
        check::all(),
        coach::all(),
        looks::all(),
        paper::all(),
        policy::all(),
        themes::all(),
        snapshots::all(),
        screenshots::all(),
    ];
    modules.into_iter().flatten().collect()
}

fn main() -> ExitCode {
    let mut args = Arguments::from_args();
    args.test_threads.get_or_insert(AT_ONCE);
    // The place and the sentence; what the runtime does below them helps nobody.
    std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
    match run(&args) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Arguments) -> Result<ExitCode, String> {
    let browsers = Browser::wanted()?;
    if args.list {
        let none = browsers
            .into_iter()
            .flat_map(|browser| trials(browser, None));
        return Ok(libtest_mimic::run(args, none.collect()).exit_code());
    }
    site::check_dist()?;
    let runtime = Builder::new_multi_thread().enable_all().build();
    let runtime = Arc::new(runtime.map_err(|error| error.to_string())?);
    let mut drivers = Vec::new();
    for browser in browsers {
        drivers.push(Arc::new(runtime.block_on(Driver::start(browser))?));
    }
    let all = drivers
        .iter()
        .flat_map(|driver| trials(driver.browser, Some((runtime.clone(), driver.clone()))))
        .collect();
    let conclusion = libtest_mimic::run(args, all);
    for driver in &drivers {
        runtime.block_on(driver.stop());
    }
    Ok(conclusion.exit_code())
}

/// The tests in one browser; without a driver they are only listed. A test that the
/// engine cannot run is shown as ignored, with the reason.
fn trials(browser: Browser, with: Option<(Arc<Runtime>, Arc<Driver>)>) -> Vec<Trial> {
    let trial = |case: Case| {
        let (with, ignored) = (with.clone(), case.ignored);
        let lacks = case.needs.and_then(|need| browser.lacks(need));
        let kind = match lacks {
            Some(why) => format!("{}: {why}", browser.name()),
            None => browser.name().into(),
        };
        Trial::test(case.name.clone(), move || match &with {
            Some((runtime, driver)) if lacks.is_none() => runtime.block_on(perform(&case, driver)),
            _ => Ok(()),
        })
        .with_kind(kind)
        .with_ignored_flag(ignored || lacks.is_some())
    };
    cases().into_iter().map(trial).collect()
}

/// Runs one test; once more, and says so, if its browser ended by itself.
async fn perform(case: &Case, driver: &Arc<Driver>) -> Result<(), Failed> {
    let (ended, lost) = attempt(case, driver).await;
    if ended.is_ok() || !lost || LOST.fetch_add(1, Ordering::Relaxed) >= LOST_AT_MOST {
        return ended;
    }
    let (browser, name) = (driver.browser.name(), &case.name);
    eprintln!("{name}: {browser} ended by itself; the test is run once more.");
    attempt(case, driver).await.0
}

/// Runs a test, and closes its browsers however it ends. Also tells whether one of them was gone
/// by then.
async fn attempt(case: &Case, driver: &Arc<Driver>) -> (Result<(), Failed>, bool) {
    let stage = Arc::new(Stage::new(driver.clone()));
    let (run, its) = (case.run, stage.clone());
    let task = tokio::spawn(async move { run(&its).await });
    let stop = task.abort_handle();
    // Pictures, which are no test, take as long as they take.
    let longest = LONGEST * if case.ignored { 6 } else { 1 };
    let ended = tokio::time::timeout(longest, task).await;
    stop.abort();
    let ended = match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(sentence(error).into()),
        Err(_) => Err(format!("It took longer than {} s.", longest.as_secs()).into()),
    };
    let lost = ended.is_err() && stage.has_lost_a_browser().await;
    stage.close().await;
    (ended, lost)
}

/// What a test that panicked said.
fn sentence(error: JoinError) -> String {
    let Ok(panic) = error.try_into_panic() else {
        return "It was stopped.".into();
    };
    let text = panic.downcast_ref::<String>().cloned();
    let fixed = || panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(fixed).unwrap_or_else(|| "It panicked.".into())
}
