//! The browsers that the tests run in: which there are, what an engine cannot do, and a
//! fresh tab for each test that asks for one. How each is started stands in
//! [`engines`](crate::engines).

use std::env;
use std::sync::Arc;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::error::{CmdError, ErrorStatus};
use tokio::process::Child;
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::engines::{chromium, firefox, webkit};
use crate::outside::Outside;
use crate::tab::Tab;

/// How long something may take to end.
const PATIENT: Duration = Duration::from_secs(20);

/// A browser that the tests know how to start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

/// What a test needs and not every engine has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Colors that the reader's system forces on every page.
    ForcedColors,
    /// Clicks in a frame that is higher than the window.
    TallFrames,
    /// A search for words that looks into exercises.
    Search,
    /// Chromium's own protocol, which takes pictures of more than the window.
    Cdp,
    /// A driver that prints into a PDF file.
    Pdf,
}

/// All that is not run, and why. `docs/building.md` has the same list.
const LACKS: [(Browser, Need, &str); 6] = [
    (
        Browser::Webkit,
        Need::ForcedColors,
        "WebKit has no forced colors",
    ),
    (
        Browser::Webkit,
        Need::TallFrames,
        "WebKit's driver misses buttons in a frame higher than the window",
    ),
    (
        Browser::Webkit,
        Need::Search,
        "WebKit's `find()` looks into no shadow tree",
    ),
    (
        Browser::Firefox,
        Need::Cdp,
        "pictures are taken in Chromium",
    ),
    (Browser::Webkit, Need::Cdp, "pictures are taken in Chromium"),
    (Browser::Webkit, Need::Pdf, "WebKit's driver does not print"),
];

impl Browser {
    const ALL: [Browser; 3] = [Browser::Chromium, Browser::Firefox, Browser::Webkit];

    /// The name in `INTERLUDE_BROWSERS` and in the list of tests.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::Webkit => "webkit",
        }
    }

    /// The browsers that `INTERLUDE_BROWSERS` names, with commas between them; all
    /// without it.
    pub fn wanted() -> Result<Vec<Browser>, String> {
        let Ok(names) = env::var("INTERLUDE_BROWSERS") else {
            return Ok(Self::ALL.into());
        };
        let find = |name: &str| {
            let found = Browser::ALL.into_iter().find(|one| one.name() == name);
            found.ok_or_else(|| format!("INTERLUDE_BROWSERS: no browser is named “{name}” here."))
        };
        names.split(',').map(str::trim).map(find).collect()
    }

    /// Why a test with this need is not run here, if so.
    pub fn lacks(self, need: Need) -> Option<&'static str> {
        let found = LACKS
            .iter()
            .find(|(at, what, _)| (*at, *what) == (self, need));
        found.map(|(.., why)| *why)
    }
}

/// What a reader has set, where it is not the usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// No scripts.
    pub no_scripts: bool,
    /// A dark scheme of colors.
    pub dark: bool,
    /// Less motion.
    pub still: bool,
    /// Colors of the system, forced on every page (see [`Need::ForcedColors`]).
    pub forced_colors: bool,
}

/// Whether a driver answers that its browser has ended: there is no such session then. All else that a
/// page or a test can do wrong, an endless loop among it, gives other answers or none.
pub fn tells_of_the_end(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(error) if error.error == ErrorStatus::InvalidSessionId)
}

/// A browser at work, and all that stands behind it.
struct Session {
    client: Client,
    outside: Outside,
    processes: Vec<Child>,
    folder: Option<webkit::Folder>,
}

impl Session {
    /// Whether the browser, or the process that draws its page, has ended by itself, or its driver has.
    async fn is_gone(&self) -> bool {
        let asked = self.client.execute("return true", vec![]);
        match timeout(PATIENT, asked).await {
            Ok(Err(CmdError::Failed(_) | CmdError::FailedC(_) | CmdError::Lost(_))) => true,
            Ok(Err(error)) => tells_of_the_end(&error),
            _ => false,
        }
    }

    /// Closes the browser, and ends what stands behind it.
    async fn end(mut self) {
        let _ = timeout(PATIENT, self.client.close()).await;
        for process in &mut self.processes {
            let _ = process.start_kill();
            let _ = timeout(PATIENT, process.wait()).await;
        }
        drop(self.folder.take());
    }
}

/// What starts the browsers of one engine.
pub struct Driver {
    pub browser: Browser,
    /// One driver serves every session.
    shared: Option<(Mutex<Child>, u16)>,
    /// Browsers that have served a test and wait for the next.
    idle: Mutex<Vec<Session>>,
}

impl Driver {
    pub async fn start(browser: Browser) -> Result<Self, String> {
        let shared = match browser {
            Browser::Chromium => Some(chromium::driver().await?),
            Browser::Firefox | Browser::Webkit => None,
        };
        Ok(Self {
            browser,
            shared: shared.map(|(process, port)| (Mutex::new(process), port)),
            idle: Mutex::default(),
        })
    }

    async fn open(&self, wish: Wish) -> Result<Session, String> {
        let waiting = self.idle.lock().await.pop();
        let session = match waiting {
            Some(session) => session,
            None => self.start_browser(wish).await?,
        };
        if self.browser == Browser::Firefox {
            firefox::open(&session.client, wish).await?;
        }
        Ok(session)
    }

    async fn start_browser(&self, wish: Wish) -> Result<Session, String> {
        let outside = Outside::start().await;
        let proxy = outside.port;
        let (client, processes, folder) = match (&self.shared, self.browser) {
            (Some((_, driver)), _) => (chromium::open(*driver, proxy, wish).await?, vec![], None),
            (None, Browser::Webkit) => {
                let started = webkit::open(proxy, wish).await?;
                (started.client, started.processes, Some(started.folder))
            }
            (None, _) => {
                let (process, driver) = firefox::driver().await?;
                let client = firefox::start_browser(driver, proxy).await?;
                (client, vec![process], None)
            }
        };
        Ok(Session {
            client,
            outside,
            processes,
            folder,
        })
    }

    /// Takes a browser back at the end of a test.
    async fn close(&self, session: Session) {
        let again = self.browser == Browser::Firefox
            && timeout(PATIENT, firefox::close(&session.client)).await == Ok(Ok(()));
        match again {
            true => self.idle.lock().await.push(session),
            false => session.end().await,
        }
    }

    /// Ends what is left.
    pub async fn stop(&self) {
        for session in self.idle.lock().await.drain(..) {
            session.end().await;
        }
        if let Some((process, _)) = &self.shared {
            let mut process = process.lock().await;
            let _ = process.start_kill();
            let _ = timeout(PATIENT, process.wait()).await;
        }
    }
}

/// What a test is given: as many tabs as it asks for, all closed at its end.
pub struct Stage {
    driver: Arc<Driver>,
    open: Mutex<Vec<Session>>,
}

impl Stage {
    pub fn new(driver: Arc<Driver>) -> Self {
        Self {
            driver,
            open: Mutex::default(),
        }
    }

    /// A tab that keeps nothing of what was there before.
    pub async fn tab(&self) -> Tab {
        self.tab_with(Wish::default()).await
    }

    /// A tab for a reader with settings of her own.
    pub async fn tab_with(&self, wish: Wish) -> Tab {
        let browser = self.driver.browser;
        let opened = self.driver.open(wish).await;
        let session = opened.unwrap_or_else(|why| panic!("{} can’t start: {why}", browser.name()));
        session.outside.asked.lock().unwrap().clear();
        let tab = Tab::new(
            browser,
            wish,
            session.client.clone(),
            session.outside.asked.clone(),
        );
        self.open.lock().await.push(session);
        tab
    }

    /// Whether one of its browsers has ended by itself.
    pub async fn has_lost_a_browser(&self) -> bool {
        for session in self.open.lock().await.iter() {
            if session.is_gone().await {
                return true;
            }
        }
        false
    }

    /// Closes the tabs.
    pub async fn close(&self) {
        for session in self.open.lock().await.drain(..) {
            self.driver.close(session).await;
        }
    }
}
